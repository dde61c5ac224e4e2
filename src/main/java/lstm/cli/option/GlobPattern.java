package lstm.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import lstm.error.LstmException;

/**
 * File names with {@code *}, {@code ?}, <code>[]</code> or <code>{}</code> in them, where no shell has expanded them.
 */
public final class GlobPattern {
    private GlobPattern() {}

    /** The files that match an argument, sorted by name; the argument itself if it is not a pattern. */
    public static List<String> files(String argument) throws LstmException {
        if (!argument.matches(".*[*?\\[{].*") || Files.exists(Path.of(argument))) {
            return List.of(argument);
        }
        Path root = root(argument);
        int depth = argument.contains("**") ? Integer.MAX_VALUE : argument.split("/").length;
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + argument);
            try (Stream<Path> below = Files.walk(root, depth)) {
                List<String> files = below.filter(path -> matcher.matches(path) && Files.isRegularFile(path))
                        .filter(path -> !path.getFileName().toString().startsWith("."))
                        .map(Path::toString)
                        .sorted()
                        .toList();
                if (files.isEmpty()) {
                    throw LstmException.data("matches no file")
                            .remedy("check the pattern")
                            .in(argument);
                }
                return files;
            }
        } catch (PatternSyntaxException e) {
            throw LstmException.usage("is a malformed pattern")
                    .remedy("close its brackets")
                    .in(argument);
        } catch (IOException | UncheckedIOException e) {
            throw LstmException.data("no such folder, or no permission to read it")
                    .remedy("check the name")
                    .in(argument);
        }
    }

    /** The folder above the first part that contains a pattern. */
    private static Path root(String argument) {
        String plain = argument.replaceFirst("[^/]*[*?\\[{].*", "");
        return Path.of(plain);
    }
}
