package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of the command line have stumbled over. */
class CommandLineFaultsTest {
    @TempDir
    Path directory;

    private Path csv;

    @BeforeEach
    void layOut() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
    }

    @Test
    void aBacktestCanBeAGateOfSeveralSteps() {
        Path table = directory.resolve("backtest.csv");
        List<Object> words = List.of("backtest", csv, "--horizon", 3, "--origins", 2, "-o", table, Cli.TINY, "--quiet");
        Cli.run(words, "--min-skill", -1e9).succeeds();
        Cli.run(words, "--force", "--min-skill", 1).fails(6, "the skill of ", "--min-skill 1");
        assertTrue(Files.exists(table), "the output is written all the same");
        Cli.run(words, "--force", "--min-skill", 2).fails(2, "--min-skill 2");
    }

    @Test
    void aComparisonFitsATerminalAndIsShownBesideItsFile() {
        List<Object> words = List.of("compare", csv, "--cells", "lstm,gru-original", Cli.TINY);
        Cli shown = Cli.runOnATerminal(words, "--quiet").succeeds();
        assertTrue(shown.lines().stream().allMatch(line -> line.length() <= 80), shown.out());
        for (String column : List.of("parameters", "validation", "rmse", "skill", "reach", "first_c")) {
            assertTrue(shown.out().contains(" " + column), column);
        }
        Path table = directory.resolve("cells.csv");
        Cli written = Cli.run(words, "-o", table).succeeds();
        assertEquals("", written.out());
        assertTrue(written.err().contains("\ncell          units  parameters"), written.err());
        assertEquals(
                "", Cli.run(words, "-o", table, "--force", "--quiet").succeeds().err());
    }

    @Test
    void aDashIsNoOutput() {
        Path model = directory.resolve("m.json");
        Cli.run("train", csv, "-o", "-", Cli.TINY).fails(2, "--output -", "/dev/stdout");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        Cli.run("predict", model, "-o", "-").fails(2, "--output -", "/dev/stdout");
        assertFalse(Files.exists(Path.of("-")));
    }

    @Test
    void theManualHasPlainPercentSigns() {
        String manual = Cli.run("man").succeeds().out();
        assertTrue(manual.contains("beats naive by 5 %\n"), manual);
        assertFalse(manual.contains("%%"), manual);
    }

    @Test
    void theTrainingFileHasNoEarlierRowsToAskFor() {
        Path model = directory.resolve("model.json");
        Path later = SeriesFile.weekdays(directory.resolve("later.csv"), 20, 60);
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        assertFalse(Cli.run("evaluate", model, csv).succeeds().err().contains("--context"));
        assertTrue(Cli.run("evaluate", model, later).succeeds().err().contains("--context"));
    }

    @Test
    void optionsForJavaAreNoOptionOfLstm() {
        Cli.runWith(Map.of("LSTM_JAVA_OPTS", "-Xmx1g"), "check", csv).succeeds();
        Cli.runWith(Map.of("LSTM_JAVA_OPT", "-Xmx1g"), "check", csv).fails(2, "did you mean LSTM_JAVA_OPTS?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "train|--level|80,|2|'80,'",
                "train|--level|80,,95|2|'80,'",
                "train|--level|,|2|','",
                "train|--residual|1,|2|'1,'",
                "train|--calendar|weekday,|2|weekday,",
                "train|--features|open,|3|open,",
                "train|--known-ahead|open,|3|open,",
                "train|--by|open,|3|open,",
                "train|--date|date,|3|column",
                "compare|--cells|lstm,|2|'lstm,'"
            })
    void aListWithAForgottenItemIsRefused(String command, String option, String list, int code, String said)
            throws IOException {
        Path config = Files.writeString(
                directory.resolve("c.yaml"), command + ":\n  " + option.substring(2) + ": \"" + list + "\"\n");
        String variable = "LSTM_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
        List<Object> words = List.of(command, csv, Cli.TINY, "--target", "close");
        Cli.run(words, option, list).fails(code, said);
        Cli.run(words, "--config", config).fails(code, said);
        Cli.runWith(Map.of(variable, list), words).fails(code, said);
    }
}
