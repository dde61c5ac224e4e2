package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.cli.terminal.ExitCode;
import lstm.model.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private static final Pattern OPTION =
            Pattern.compile("^ {2}(?:-\\w, | {4})(--[a-z-]+)(?:=(\\S+))?", Pattern.MULTILINE);

    @TempDir
    Path directory;

    private static String help(String command) {
        Cli run = Cli.run(command.isEmpty() ? List.of("--help") : List.of(command, "--help"))
                .succeeds();
        assertEquals("", run.err());
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "train",
                "predict",
                "evaluate",
                "backtest",
                "tune",
                "update",
                "inspect",
                "future",
                "explain",
                "compare",
                "plot",
                "batch",
                "doctor",
                "completion",
                "man"
            })
    void everyPageFits80ColumnsAndShowsExamplesFirst(String command) {
        String help = help(command);
        help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        int example = help.indexOf("\n  " + ("lstm " + command).strip() + " ");
        assertTrue(example > 0 && example < help.indexOf("Usage: "), help);
        List<String> head =
                help.substring(0, help.indexOf("Usage: ")).lines().skip(2).toList();
        for (String line : head) {
            assertTrue(line.isEmpty() || line.startsWith("  "), "a wrapped example: " + line);
        }
    }

    @Test
    void theExitCodesAreListed() {
        String help = help("");
        for (ExitCode code : ExitCode.values()) {
            assertTrue(help.contains(" " + code.code() + "  " + code.meaning() + "\n"), help);
        }
    }

    @Test
    void theDefaultsOfTrainAreTheClassicRecipe() {
        Map<String, String> defaults = defaults(help("train"));
        Settings classic = Settings.CLASSIC;
        Map<String, Object> expected = new TreeMap<>();
        expected.put("--cell", classic.cell());
        expected.put("--lookback", classic.lookback());
        expected.put("--units", classic.units());
        expected.put("--layers", classic.layers());
        expected.put("--dropout", classic.dropout());
        expected.put("--validation", classic.validation());
        expected.put("--epochs", classic.recipe().epochs());
        expected.put("--batch", classic.recipe().batch());
        expected.put("--learning-rate", classic.recipe().rate());
        expected.put("--optimizer", classic.recipe().optimizer());
        expected.put("--loss", classic.recipe().loss());
        expected.put("--clip-norm", classic.recipe().clipNorm());
        expected.put("--patience", classic.recipe().patience());
        expected.put("--sampling", classic.recipe().sampling());
        expected.put("--schedule", classic.recipe().schedule());
        expected.put("--seed", classic.recipe().seed());
        expected.forEach((option, value) -> assertEquals(value.toString(), defaults.get(option), option));
        expected.clear();
        expected.put("--horizon", classic.plan().horizon());
        expected.put("--transform", classic.plan().transform());
        expected.put("--scaler", classic.plan().scaling());
        expected.put("--cold", classic.plan().cold());
        expected.forEach((option, value) -> assertEquals(value.toString(), defaults.get(option), option));
    }

    /** The default that each option's description ends with. */
    private static Map<String, String> defaults(String help) {
        Map<String, String> defaults = new TreeMap<>();
        String options = help.substring(help.indexOf("Usage: "));
        List<Integer> starts = new ArrayList<>();
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            starts.add(option.start());
        }
        starts.add(options.length());
        for (int k = 0; k + 1 < starts.size(); k++) {
            String text = options.substring(starts.get(k), starts.get(k + 1)).replaceAll("\\s+", " ");
            Matcher name = Pattern.compile("--[a-z-]+").matcher(text);
            Matcher value = Pattern.compile("\\(default: ([^)]*)\\)").matcher(text);
            if (name.find() && value.find()) {
                defaults.put(name.group(), value.group(1));
            }
        }
        return defaults;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "train",
                "predict",
                "evaluate",
                "backtest",
                "tune",
                "update",
                "inspect",
                "future",
                "explain",
                "compare",
                "plot",
                "batch"
            })
    void everyOptionShownIsUnderstood(String command) {
        Map<String, String> values = Map.ofEntries(
                Map.entry("MODEL", directory.resolve("out").toString()),
                Map.entry("FILE", directory.resolve("out").toString()),
                Map.entry("FILE.csv", directory.resolve("out.csv").toString()),
                Map.entry("TABLE", directory.resolve("all.csv").toString()),
                Map.entry("PICTURE", directory.resolve("out.svg").toString()),
                Map.entry("PAGE", directory.resolve("out.html").toString()),
                Map.entry("DIR", directory.resolve("folder").toString()),
                Map.entry("CELL", "gru"),
                Map.entry("PARTS", "all"),
                Map.entry("CELL[,CELL...]", "gru,rnn"),
                Map.entry("TASK", "adding"),
                Map.entry("POLICY", "drop"),
                Map.entry("CHAR", ";"),
                Map.entry("PATTERN", "d/M/yyyy"),
                Map.entry("FORMAT", "json"),
                Map.entry("SHARE", "0.5"),
                Map.entry("RATE", "0.1"),
                Map.entry("NORM", "1"),
                Map.entry("KIND", "residuals"),
                Map.entry("TIME", "30s"),
                Map.entry("METHOD", "naive"),
                Map.entry("HOW", "skip"),
                Map.entry("WHEN", "every"));
        Set<String> ofTasks = Set.of("--task", "--steps", "--samples");
        Set<String> ofTheBaseModel =
                command.equals("predict") ? Set.of("--target", "--date", "--by", "--season") : Set.of();
        Set<String> ofCharts = Set.of("--title", "--width", "--height");
        Map<String, String> names = Map.ofEntries(
                Map.entry("--cold", "pad"),
                Map.entry("--combine", "simple"),
                Map.entry("--start-from", "base"),
                Map.entry("--optimizer", "sgd"),
                Map.entry("--quantity", "forget"),
                Map.entry("--loss", "mae"),
                Map.entry("--layout", "wide"),
                Map.entry("--method", "drift"),
                Map.entry("--sampling", "series"),
                Map.entry("--schedule", "cosine"),
                Map.entry("--preset", "accurate"),
                Map.entry("--strategy", "direct"),
                Map.entry("--transform", "log"),
                Map.entry("--feature-transform", "relative"),
                Map.entry("--scaler", "robust"),
                Map.entry("--calendar", "auto"),
                Map.entry("--decimal", "comma"),
                Map.entry("--thousands", "space"),
                Map.entry("--min-skill", "0.05"));
        Path missing = directory.resolve("missing");
        Matcher option = OPTION.matcher(help(command));
        int seen = 0;
        while (option.find()) {
            String name = option.group(1);
            List<String> words = new ArrayList<>(List.of(command, missing.toString()));
            if (Set.of("evaluate", "explain", "update").contains(command)) {
                words.add(missing.toString());
            }
            words.add(name);
            if (option.group(2) != null) {
                words.add(names.getOrDefault(name, values.getOrDefault(option.group(2), "3")));
            }
            Cli run = Cli.run(words);
            assertFalse(run.err().contains("--help"), name + ": " + run.err());
            boolean readsCsv = Set.of("check", "train", "backtest", "tune", "compare", "plot", "batch")
                    .contains(command);
            boolean understood = run.code() == (readsCsv && !name.equals("--resume") ? 3 : 4);
            boolean special = List.of(
                                    "--help",
                                    "--base",
                                    "--format",
                                    "--resume",
                                    "--config",
                                    "--print-config",
                                    "--only",
                                    "--start",
                                    "--step",
                                    "--scores",
                                    "--strict",
                                    "--each-target",
                                    "--static",
                                    "--static-file")
                            .contains(name)
                    || ofTasks.contains(name)
                    || ofTheBaseModel.contains(name)
                    || ofCharts.contains(name);
            assertTrue(understood || special, name + ": " + run.code() + " " + run.err());
            seen++;
        }
        assertTrue(seen >= 7, seen + " options seen");
    }

    @Test
    void anOptionOfACommandIsNotTakenBeforeIt() {
        Cli run = Cli.run("--quiet", "train", directory.resolve("missing.csv"));
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("lstm: unknown option: '--quiet'"), run.err());
    }

    @Test
    void theVersionIsOneLine() {
        Cli run = Cli.run("--version").succeeds();
        assertTrue(run.out().matches("lstm \\S.*\n"), run.out());
    }
}
