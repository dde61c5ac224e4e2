package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every remedy that a message about a CSV prints works as printed. The corpus has files that cannot be read as they
 * are, each with its options and at most two steps that follow the messages and end in a trained model:
 *
 * <ul>
 *   <li>{@code option}, {@code option 2}: the first or second option that the message prints, with its value
 *   <li>{@code command}: the command that it prints
 *   <li>{@code delete}: the line that it says to delete
 *   <li>{@code sort}: the rows, as it says
 *   <li>{@code with --x v}, {@code without --x}: an option for which the message leaves the value to the user
 *   <li>{@code edit a => b}, {@code file x}: the file as a user would change it, or another file
 * </ul>
 */
@Tag("process") // The printed commands are run.
class RemedyTest {
    private static final Path CORPUS = Path.of("src/test/resources/remedies");

    private static final Pattern OPTION = Pattern.compile("--([a-z-]+)(?: ('[^']*'|[^\\s;]+))?");

    /** Options without a value. */
    private static final Set<String> FLAGS = Set.of("no-header");

    /** Remedies of failures that no file brings about: of callers, of limits, of permissions. */
    private static final List<String> ELSEWHERE = List.of(
            "name a column for each role",
            "leave columns out: at most ",
            "close its quote or split it",
            "fix that or name another file",
            // Of tables of several series, which name no target that a file could bring about by itself.
            " a further column that tells them apart",
            "write the key, or delete line ",
            "leave it out, or name the columns that tell its series apart with ",
            "write 0 for a row that counts for nothing, or name another column with ",
            "ask its owner, or name another file",
            // Of facts about the series of a table, which StaticColumnsTest and StaticsCommandTest bring about.
            "give the series one value, or leave out the column, which changes over time",
            "correct it, or give it in a larger unit",
            "write it without a sign between its digits, or with another fraction",
            "write a number, as in training, or leave the cell empty",
            "write them with one unit",
            "add columns of facts",
            "name a table with ",
            "add it, or name a table of such facts with ");

    @TempDir
    Path directory;

    private record Case(String file, List<String> options, List<String> steps) {
        static Case of(String line) {
            String[] parts = line.split(" \\| ?", -1);
            return new Case(parts[0], words(parts[1]), List.of(parts[2].split(" > ")));
        }

        private static List<String> words(String options) {
            return options.isBlank()
                    ? List.of()
                    : Arrays.stream(options.trim().split(" "))
                            .map(RemedyTest::unquoted)
                            .toList();
        }
    }

    private static List<Case> corpus() throws IOException {
        return Files.readAllLines(CORPUS.resolve("corpus.txt")).stream()
                .map(Case::of)
                .toList();
    }

    @Test
    void everyRemedyLeadsToAModelInTwoSteps() throws Exception {
        List<String> messages = new ArrayList<>();
        List<Executable> cases = new ArrayList<>();
        for (Case one : corpus()) {
            cases.add(() -> messages.addAll(followed(one, copy())));
        }
        assertAll(cases);
        assertEquals(List.of(), uncovered(messages), "remedies in the code that no file of the corpus brings about");
    }

    /** A folder with the files of the corpus. */
    private Path copy() throws IOException {
        Path folder = Files.createTempDirectory(directory, "case");
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    /** Trains, follows the messages, and returns them. */
    private static List<String> followed(Case one, Path folder) throws Exception {
        List<String> messages = new ArrayList<>();
        List<String> options = new ArrayList<>(one.options);
        Path file = folder.resolve(one.file);
        assertTrue(one.steps.size() <= 2, one.file);
        for (String step : one.steps) {
            Cli refused = train(file, options, folder);
            String message = refused.err();
            messages.add(message);
            String what = one.file + ", " + step + ": " + message;
            assertTrue(refused.code() == 2 || refused.code() == 3, what);
            assertTrue(message.contains("; "), what);
            file = fixed(step, file, message, options, what);
        }
        Cli done = train(file, options, folder);
        assertEquals(0, done.code(), one + " -> " + options + ": " + done.err());
        return messages;
    }

    private static Cli train(Path file, List<String> options, Path folder) {
        return Cli.run("train", file, options, "-o", folder.resolve("m.json"), "--quiet", Cli.TINY);
    }

    /** Follows one step: changes the options, or returns another file. */
    private static Path fixed(String step, Path file, String message, List<String> options, String what)
            throws Exception {
        String[] words = step.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "option" -> take(printed(message, rest.isEmpty() ? 1 : Integer.parseInt(rest), what), options);
            case "with" -> take(List.of(rest.split(" ")), options);
            case "without" -> drop(rest, options);
            case "command" -> {
                return produced(message, what);
            }
            case "file" -> {
                return file.resolveSibling(rest);
            }
            case "delete" -> {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                lines.remove(Integer.parseInt(group(message, "delete line (\\d+)", what)) - 1);
                Files.write(file, lines);
            }
            case "sort" -> {
                group(message, "(sort the rows by date)", what);
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                lines.subList(1, lines.size()).sort(Comparator.naturalOrder());
                Files.write(file, lines);
            }
            case "edit" -> {
                String[] change = rest.split(" => ");
                String text = Files.readString(file);
                assertTrue(text.contains(change[0]), what);
                Files.writeString(file, text.replace(change[0], change[1]));
            }
            default -> throw new AssertionError(what);
        }
        return file;
    }

    private static String group(String message, String pattern, String what) {
        Matcher matcher = Pattern.compile(pattern).matcher(message);
        assertTrue(matcher.find(), what);
        return matcher.group(1);
    }

    /** The options that stand together as the given one of those that a remedy prints, with their values. */
    private static List<String> printed(String message, int number, String what) {
        String remedy = message.substring(message.indexOf("; ") + 2);
        List<List<String>> groups = new ArrayList<>();
        int end = -2;
        for (MatchResult option : OPTION.matcher(remedy).results().toList()) {
            List<String> words = new ArrayList<>(List.of("--" + option.group(1)));
            if (!FLAGS.contains(option.group(1)) && option.group(2) != null) {
                words.add(unquoted(option.group(2).replaceFirst(",$", "")));
            }
            if (option.start() == end + 1) {
                groups.get(groups.size() - 1).addAll(words);
            } else {
                groups.add(words);
            }
            end = option.end();
        }
        assertTrue(groups.size() >= number, what);
        return groups.get(number - 1);
    }

    private static String unquoted(String word) {
        return word.length() > 1 && word.startsWith("'") ? word.substring(1, word.length() - 1) : word;
    }

    /** Sets options, each replacing one of the same name. */
    private static void take(List<String> words, List<String> options) {
        words.stream().filter(word -> word.startsWith("--")).forEach(option -> drop(option, options));
        options.addAll(words);
    }

    private static void drop(String option, List<String> options) {
        int at = options.indexOf(option);
        if (at >= 0) {
            options.subList(at, at + 2).clear();
        }
    }

    /** Runs the command that a message prints, and returns the file that it writes. */
    private static Path produced(String message, String what) throws Exception {
        String command = group(message, "((?:gzip|awk) .* > .*)", what);
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), what + said);
        assertEquals("", said, what);
        return Path.of(unquoted(command.substring(command.lastIndexOf("> ") + 2).strip()));
    }

    /** The remedies in the sources of the CSV reader, by their longest text, that occur in none of the messages. */
    private static List<String> uncovered(List<String> messages) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/lstm/csv"))) {
            for (Path source : sources.toList()) {
                String[] calls = Files.readString(source).split("[.]remedy\\(");
                for (int k = 1; k < calls.length; k++) {
                    longestText(calls[k].substring(0, (calls[k] + ";").indexOf(";\n") + 1))
                            .ifPresent(texts::add);
                }
            }
        }
        assertTrue(texts.size() > 30, texts.toString());
        return texts.stream()
                .filter(text -> !ELSEWHERE.contains(text))
                .filter(text -> messages.stream().noneMatch(message -> message.contains(text)))
                .toList();
    }

    private static Optional<String> longestText(String call) {
        return Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(call.split("\\.(at|in)\\(")[0])
                .results()
                .map(text -> text.group(1))
                .max(Comparator.comparingInt(String::length))
                .filter(text -> text.length() > 8);
    }
}
