package lstm.cli.option;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
        if (!argument.matches(".*[*?\\[{].*") || isFile(argument)) {
            return List.of(argument);
        }
        // In a pattern a backslash would quote what follows it.
        String pattern = argument.replace(File.separatorChar, '/');
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            try (Stream<Path> below = Files.walk(root(pattern), depth)) {
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
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw LstmException.data("no such folder, or no permission to read it")
                    .remedy("check the name")
                    .in(argument);
        }
    }

    /** Whether there is a file of this very name; on Windows no name can have a star. */
    private static boolean isFile(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The folder above the first part that contains a pattern. */
    private static Path root(String pattern) {
        String plain = pattern.replaceFirst("[^/]*[*?\\[{].*", "");
        return Path.of(plain);
    }
}
