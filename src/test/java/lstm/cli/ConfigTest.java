package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path model;
    private Path config;

    @BeforeEach
    void layOut() throws IOException {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        model = directory.resolve("model.json");
        config = Files.writeString(
                directory.resolve("c.yaml"), "units: 4\nlayers: 1\ntrain:\n  lookback: 8\n  epochs: 2\n");
    }

    private Path config(String text) throws IOException {
        return Files.writeString(config, text);
    }

    /** Option, value and source of each line that --print-config prints, by option. */
    private static Map<String, String> printed(Map<String, String> environment, Object... words) {
        Cli run = Cli.runWith(environment, List.of(words), "--print-config").succeeds();
        Map<String, String> printed = new TreeMap<>();
        try (CSVParser rows = CSVFormat.DEFAULT.parse(new StringReader(run.out()))) {
            rows.stream().skip(1).forEach(row -> printed.put(row.get(0), row.get(1) + " " + row.get(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return printed;
    }

    @Test
    void theCommandLineComesFirstThenTheEnvironmentThenTheFileThenTheDefault() {
        Map<String, String> environment = Map.of("LSTM_EPOCHS", "7", "LSTM_UNITS", "9", "LSTM_SEED", "");
        Map<String, String> printed = printed(environment, "train", "--config", config, "--units", 5);
        assertEquals("5 command line", printed.get("units"));
        assertEquals("7 LSTM_EPOCHS", printed.get("epochs"));
        assertEquals("8 " + config + ":4", printed.get("lookback"));
        assertEquals("0.2 default", printed.get("dropout"));
        assertEquals("1 default", printed.get("seed"));
        assertEquals(" default", printed.get("target"));
        assertEquals(config + " command line", printed.get("config"));
    }

    @Test
    void printConfigNeedsNoFileAndDoesNothingElse() {
        Cli run = Cli.run("train", csv, "-o", model, "--print-config").succeeds();
        assertEquals("", run.err());
        assertEquals("option,value,source", run.lines().get(0));
        assertTrue(run.lines().contains("cell,lstm,default"), run.out());
        assertTrue(run.lines().contains("output," + model + ",command line"), run.out());
        assertFalse(Files.exists(model));
        Cli table = Cli.runOnATerminal("train", "--print-config").succeeds();
        assertTrue(table.lines().get(0).matches("option +value +source"), table.out());
        assertFalse(table.out().contains("print-config"), table.out());
    }

    @Test
    void itIsPrintedAsJsonToo() {
        for (List<String> words : List.of(List.of("train", "--json"), List.of("predict", "--format", "json"))) {
            JsonNode first = Cli.run(words, "--print-config").succeeds().json().get(0);
            assertEquals(
                    List.of("option", "value", "source"),
                    List.copyOf(
                            first.properties().stream().map(Map.Entry::getKey).toList()));
        }
    }

    @Test
    void aMistypedOptionIsNoticedAllTheSame() {
        Cli run = Cli.run("train", "--print-config", "--epohcs", "3");
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("lstm: unknown option: '--epohcs'"), run.err());
        assertEquals(2, Cli.run("train", "--print-config", "--epochs", "x").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "predict", "evaluate", "tune", "update", "inspect", "batch"})
    void everyCommandPrintsWhatEachOptionComesTo(String command) {
        Cli help = Cli.run(command, "--help").succeeds();
        Map<String, String> printed = printed(Map.of("LSTM_QUIET", "true"), command);
        assertEquals("true LSTM_QUIET", printed.get("quiet"));
        for (String option : printed.keySet()) {
            assertTrue(help.out().contains("--" + option), option);
        }
    }

    @Test
    void everyOptionHasAVariable() {
        Map<String, String> defaults = printed(Map.of(), "train");
        defaults.remove("config");
        Map<String, String> without = Map.ofEntries(
                Map.entry("missing", "forward"),
                Map.entry("delimiter", ";"),
                Map.entry("strategy", "direct"),
                Map.entry("season", "3"),
                Map.entry("residual", "7"),
                Map.entry("min", "1.0"),
                Map.entry("max", "1.0"),
                Map.entry("min-skill", "0.1"),
                Map.entry("header-line", "1"),
                Map.entry("level", "90"),
                Map.entry("decimal", "comma"),
                Map.entry("thousands", "space"),
                Map.entry("missing-mark", "none"),
                Map.entry("layout", "wide"));
        Map<String, String> variables = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, String> option : defaults.entrySet()) {
            String now = option.getValue().replaceFirst(" ?default$", "");
            String value =
                    now.equals("false") ? "true" : now.isEmpty() ? without.getOrDefault(option.getKey(), "x") : now;
            String variable = "LSTM_" + option.getKey().toUpperCase(Locale.ROOT).replace('-', '_');
            variables.put(variable, value);
            expected.put(option.getKey(), value + " " + variable);
        }
        Map<String, String> printed = printed(variables, "train");
        expected.forEach((option, shown) -> assertEquals(shown, printed.get(option)));
    }

    @Test
    void valuesFromAFileTrainAsThoseFromTheCommandLine() throws IOException {
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        byte[] bytes = Files.readAllBytes(model);
        Cli.run("train", csv, "-o", model, "--config", config, "--force").succeeds();
        assertArrayEquals(bytes, Files.readAllBytes(model));
        Files.delete(model);
        Map<String, String> named = Map.of("LSTM_CONFIG", config.toString());
        Cli.runWith(named, "train", csv, "-o", model).succeeds();
        assertArrayEquals(bytes, Files.readAllBytes(model));
        Files.delete(model);
        Map<String, String> given =
                Map.of("LSTM_UNITS", "4", "LSTM_LAYERS", "1", "LSTM_LOOKBACK", "8", "LSTM_EPOCHS", "2");
        Cli.runWith(given, "train", csv, "-o", model).succeeds();
        assertArrayEquals(bytes, Files.readAllBytes(model));
    }

    @Test
    void theFileOfTheCommandLineTakesThePlaceOfThatOfTheVariable() {
        Map<String, String> named =
                Map.of("LSTM_CONFIG", directory.resolve("missing.yaml").toString());
        assertEquals(
                "4 " + config + ":1",
                printed(named, "train", "--config", config).get("units"));
        Cli run = Cli.runWith(named, "train", csv);
        assertEquals(2, run.code());
        assertTrue(run.err().endsWith("missing.yaml: no such file; check the name\n"), run.err());
    }

    @Test
    void aSectionIsForOneCommandAndComesBeforeTheRest() throws IOException {
        config("epochs: 1\nhorizon: 3\nquiet: true\ntrain: {epochs: 2, quiet: false}\npredict: {horizon: 4}\n");
        Map<String, String> train = printed(Map.of(), "train", "--config", config);
        assertEquals("2 " + config + ":4", train.get("epochs"));
        assertEquals("false " + config + ":4", train.get("quiet"));
        Map<String, String> predict = printed(Map.of(), "predict", "--config", config);
        assertEquals("4 " + config + ":5", predict.get("horizon"));
        assertEquals("true " + config + ":3", predict.get("quiet"));
        Map<String, String> batch = printed(Map.of(), "batch", "--config", config);
        assertEquals("2 " + config + ":4", batch.get("epochs"));
        assertEquals("4 " + config + ":5", batch.get("horizon"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epoch: 3 | :1: unknown key \"epoch\"; did you mean epochs?",
                "xyzzy: 3 | :1: unknown key \"xyzzy\"; lstm COMMAND --help lists the options",
                "\\ntrain: {context: x} | :2: unknown key \"context\"; lstm train --help lists the options",
                "trian: {epochs: 3} | :1: unknown section \"trian\"; did you mean train?",
                "config: x | :1: unknown key \"config\"; ",
                "help: true | :1: unknown key \"help\"; ",
                "epochs: x | :1: invalid value for option '--epochs': 'x' is not a whole number; see lstm train --help",
                "cell: lsmt | :1: invalid value for option '--cell': 'lsmt' is not one of lstm, peephole",
                "epochs: 0 | :1: --epochs 0 is out of range; use a number of at least 1",
                "seed: 1\\nlearning-rate: -1 | :2: --learning-rate -1.0 is out of range; use a number of more than 0",
                "patience: 3\\nvalidation: 0 | :1: --patience needs held-out rows",
                "quiet: maybe | :1: invalid value for option '--quiet': 'maybe' is not a boolean"
            })
    void aMistakeInTheFileIsNamedWithItsLine(String text, String message) throws IOException {
        config(text.replace("\\n", "\n"));
        Cli run = Cli.run("train", csv, "-o", model, "--config", config);
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("lstm: " + config + message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(Files.exists(model));
    }

    @Test
    void aMistakeInAVariableIsNamedWithIt() {
        Map<String, String> mistakes = Map.of(
                "LSTM_EPOCHS=x", "LSTM_EPOCHS: invalid value for option '--epochs': 'x' is not a whole number",
                "LSTM_EPOCHS=0", "LSTM_EPOCHS: --epochs 0 is out of range; use a number of at least 1",
                "LSTM_EPOCH=3", "LSTM_EPOCH: unknown variable; did you mean LSTM_EPOCHS? If not, unset it");
        mistakes.forEach((set, message) -> {
            String[] parts = set.split("=");
            Cli run = Cli.runWith(Map.of(parts[0], parts[1]), "train", csv, "-o", model);
            assertEquals(2, run.code());
            assertTrue(run.err().startsWith("lstm: " + message), run.err());
        });
    }

    @Test
    void variablesOfOthersAndOfOtherCommandsAreLeftAlone() {
        Map<String, String> environment =
                Map.of("LSTM_DATA_FOLDER_OF_MINE", "x", "LSTM_HORIZON", "3", "EPOCHS", "x", "LSTM_", "1");
        Cli.runWith(environment, "train", csv, "-o", model, Cli.TINY).succeeds();
    }

    @Test
    void aValueOnTheCommandLineIsNotBlamedOnTheFile() throws IOException {
        config("epochs: 3\n");
        Cli run = Cli.run("train", csv, "-o", model, "--config", config, "--epochs", 0);
        assertEquals("lstm: --epochs 0 is out of range; use a number of at least 1\n", run.err());
    }

    @Test
    void aFlagThatIsOnAlreadyStaysOn() {
        Map<String, String> environment = Map.of("LSTM_QUIET", "true");
        assertEquals(
                "true command line", printed(environment, "train", "--quiet").get("quiet"));
        Cli run = Cli.runWith(environment, "train", csv, "-o", model, Cli.TINY, "--quiet")
                .succeeds();
        assertEquals("", run.err());
    }

    @Test
    void nothingInAValueIsExpanded() throws IOException {
        config("target: ${sys:user.home}${env:PATH}@" + csv + "\n");
        assertEquals(
                "${sys:user.home}${env:PATH}@" + csv + " " + config + ":1",
                printed(Map.of(), "train", "--config", config).get("target"));
        Cli run = Cli.run("train", csv, "-o", model, "--config", "@" + config);
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("lstm: @" + config + ": no such file"), run.err());
    }

    @Test
    void aFileIsReadOnlyWhenItIsNamed() throws IOException {
        Path home = Files.createDirectory(directory.resolve("home"));
        for (String name : List.of("lstm.yaml", ".lstm.yaml", "lstm.properties", "config.yaml")) {
            Files.writeString(home.resolve(name), "epochs: nonsense\n");
        }
        Files.copy(csv, home.resolve("prices.csv"));
        Map<String, String> environment = Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.toString());
        Cli.runWith(environment, "train", home.resolve("prices.csv"), "-o", model, Cli.TINY)
                .succeeds();
    }

    @Test
    void helpShowsTheDefaultsWhateverIsConfigured() {
        String plain = Cli.run("train", "--help").succeeds().out();
        Map<String, String> environment = Map.of("LSTM_EPOCHS", "3", "LSTM_CONFIG", "/nowhere.yaml");
        assertEquals(
                plain, Cli.runWith(environment, "train", "--help").succeeds().out());
        Cli.runWith(environment, "--help").succeeds();
        Cli.runWith(environment, "--version").succeeds();
    }

    @Test
    void whatIsConfiguredCountsAsGivenToAResumedTraining() throws IOException {
        Cli.runInterrupted("train", csv, "-o", model, Cli.TINY);
        Cli other = Cli.runWith(Map.of("LSTM_SEED", "7"), "train", csv, "-o", model, "--resume");
        assertEquals(2, other.code());
        assertTrue(
                other.err().startsWith("lstm: LSTM_SEED: --seed 7 differs from the 1 of the training to resume; "),
                other.err());
        config("epochs: 3\n");
        Cli file = Cli.run("train", csv, "-o", model, "--resume", "--config", config);
        assertTrue(
                file.err()
                        .startsWith(
                                "lstm: " + config + ":1: --epochs 3 differs from the 2 of the training to resume; "),
                file.err());
        config("epochs: 2\nunits: 4\n");
        Cli.run("train", csv, "-o", model, "--resume", "--config", config).succeeds();
    }

    @Test
    void debugMayBeConfigured() {
        Cli run = Cli.runWith(Map.of("LSTM_DEBUG", "true"), "train", directory.resolve("missing.csv"), "-o", model);
        assertEquals(3, run.code());
        assertTrue(run.err().contains("\tat lstm."), run.err());
    }
}
