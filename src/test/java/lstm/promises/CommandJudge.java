package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lstm.cli.Cli;
import lstm.cli.terminal.ExitCode;
import lstm.text.PrintableText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Judges how a random command line ended: by its exit code, by what it says, and by whether standard output is valid in
 * the format asked for.
 */
final class CommandJudge {
    private CommandJudge() {}

    static void judge(Cli run, List<String> words, String where) throws IOException {
        assertTrue(
                run.code() != ExitCode.BUG.code()
                        && Arrays.stream(ExitCode.values()).anyMatch(known -> known.code() == run.code()),
                where);
        assertTrue(!run.err().contains("out of memory"), where);
        if (run.code() != 0 && !words.contains("--debug")) {
            assertTrue(run.err().lines().noneMatch(line -> line.startsWith("\tat ")), where);
            assertTrue(run.err().lines().anyMatch(line -> line.startsWith("lstm: ")) || isBatch(words), where);
        }
        isPlain(run.err(), words, where);
        if (!run.out().isEmpty()) {
            isValid(run, words, where);
        }
    }

    private static boolean isBatch(List<String> words) {
        return words.get(0).equals("batch");
    }

    /** No infinity that nobody wrote, and nothing that plays tricks with a terminal. */
    private static void isPlain(String text, List<String> words, String where) {
        boolean quoted = words.stream().anyMatch(word -> word.contains("NaN") || word.contains("Infinity"));
        assertTrue(quoted || !text.matches("(?s).*\\b(NaN|Infinity)\\b.*") || isAboutOptions(words), where);
        assertTrue(text.codePoints().noneMatch(c -> c != '\n' && c != '\t' && PrintableText.isDeceptive(c)), where);
    }

    /** Help, scripts and printed options, which explain such words. */
    private static boolean isAboutOptions(List<String> words) {
        return Set.of("completion", "doctor", "man").contains(words.get(0))
                || words.stream().anyMatch(Set.of("--help", "-h", "--print-config")::contains);
    }

    private static void isValid(Cli run, List<String> words, String where) throws IOException {
        String format = format(words);
        if (isAboutOptions(words)) {
            return;
        }
        if (isBatch(words) || format.equals("ndjson")) {
            run.lines().forEach(line -> isJson(line, where));
        } else if (words.contains("--json") || format.equals("json")) {
            isJson(run.out(), where);
        } else if (List.of("check", "plot").contains(words.get(0)) || format.equals("table")) {
            isPlain(run.out(), words, where);
        } else if (words.get(0).equals("inspect") && !words.contains("--history") && !hasWeights(words)) {
            isPlain(run.out(), words, where);
        } else {
            isTable(run.out(), where);
        }
    }

    private static boolean hasWeights(List<String> words) {
        return words.stream().anyMatch(word -> word.startsWith("--weights"));
    }

    private static String format(List<String> words) {
        String format = "csv";
        for (int k = 0; k < words.size(); k++) {
            if (words.get(k).startsWith("--format")) {
                format = words.get(k).contains("=") ? words.get(k).substring("--format=".length()) : words.get(k + 1);
            }
        }
        return format;
    }

    private static void isJson(String text, String where) {
        try {
            Cli.json(CommandCorpus.bytes(text));
        } catch (RuntimeException e) {
            throw new AssertionError(where, e);
        }
    }

    private static void isTable(String text, String where) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            for (CSVRecord row : records) {
                assertEquals(records.get(0).size(), row.size(), where);
                for (String cell : row) {
                    assertTrue(!cell.equals("NaN") && !cell.contains("Infinity"), where);
                }
            }
        }
    }
}
