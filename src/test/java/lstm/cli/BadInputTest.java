package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is one line that says where and what to do, with its exit code, and changes nothing on the disk. */
class BadInputTest {
    @TempDir
    static Path shared;

    private static byte[] finished;
    private static byte[] unfinished;

    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeAll
    static void train() throws IOException {
        Path csv = SeriesFile.weekdays(shared.resolve("prices.csv"), 60);
        Path model = shared.resolve("model.json");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        finished = Files.readAllBytes(model);
        assertEquals(
                130,
                Cli.runInterrupted("train", csv, "-o", model, Cli.TINY, "--force")
                        .code());
        unfinished = Files.readAllBytes(model);
    }

    @BeforeEach
    void layOut() throws IOException {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        model = Files.write(directory.resolve("model.json"), finished);
    }

    /** Runs a command line that must be refused with this code and a line that has these parts in this order. */
    private String refused(int code, Object[] arguments, String... parts) throws IOException {
        Map<String, String> before = files();
        Cli run = Cli.run(arguments);
        assertEquals(code, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("lstm: ") && run.err().endsWith("\n"), run.err());
        int at = 0;
        for (String part : parts) {
            int found = run.err().indexOf(part, at);
            assertTrue(found >= 0, "no '" + part + "' in its place in: " + run.err());
            at = found + part.length();
        }
        assertArrayEquals(new byte[0], run.bytes());
        assertEquals(before, files());
        return run.err();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                files.put(
                        file.getFileName().toString(),
                        Files.isDirectory(file) ? "a directory" : Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static Object[] words(Object... arguments) {
        return arguments;
    }

    /** {@code train} on this file, with a new model to write. */
    private Object[] train(Object... more) {
        return Stream.concat(
                        Stream.of("train", "-o", directory.resolve("new.json"), "--quiet", Cli.TINY),
                        Arrays.stream(more))
                .toArray();
    }

    private Path file(String... lines) {
        return SeriesFile.lines(directory.resolve("bad.csv"), lines);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path missing = directory.resolve("missing.csv");
        refused(3, train(missing), missing + ": no such file; check the name");
        refused(3, words("predict", model, missing), missing + ": no such file; check the name");
        refused(3, words("evaluate", model, missing), missing + ": no such file; check the name");
        refused(3, words("evaluate", model, csv, "--context", missing), missing + ": no such file; check the name");
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        refused(3, train(directory), directory + ": is a directory; ");
        refused(4, words("predict", directory), directory + ": is a directory; ");
    }

    @Test
    void anEmptyFileHoldsNothing() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.csv"));
        refused(3, train(empty), empty + ": ", "empty");
        refused(3, train(file("date,close")), "bad.csv: has a header but no rows");
    }

    @Test
    void columnsThatDoNotServeAreNamed() throws IOException {
        refused(3, train(file("a,b", "x,y", "z,w")), "bad.csv:1: has no column of numbers; ", "--target");
        refused(3, train(file("a,b", "1,2", "3,4")), "bad.csv:1: ", "--target a or another of \"b\"");
        refused(3, train(csv, "--target", "clsoe"), "prices.csv:1: ", "\"clsoe\"; did you mean \"close\"? ");
        refused(3, train(csv, "--features", "opne"), "prices.csv:1: ", "\"opne\"; did you mean \"open\"? ");
        refused(3, train(csv, "--date", "dat"), "prices.csv:1: ", "\"dat\"; did you mean \"date\"? ");
        refused(2, train(csv, "--features", "close"), "--features: ", "\"close\" is already the target; ");
        refused(3, train(file("y,y", "1,2"), "--target", "y"), "bad.csv:1: ", "both named \"y\"", "--target 'y#1'");
    }

    @Test
    void cellsThatAreNoNumbersAreNamed() throws IOException {
        String place = "bad.csv:42: column \"y\": ";
        refused(3, train(numbersWith("12,4x")), place + "\"12,4x\" is not a number with a decimal point, as \"");
        refused(3, train(numbersWith("12O")), place + "\"12O\" has the unit \"O\", but line ", " has none; ");
        refused(3, train(numbersWith("1.2.3")), place + "\"1.2.3\" is not a number that can be read; ");
        refused(3, train(numbersWith("NaN")), "bad.csv:42: column \"y\": \"NaN\" is a missing value; ", "--missing");
        refused(3, train(numbersWith("")), "bad.csv:42: column \"y\": ", "missing; ", "--missing");
        refused(3, train(numbersWith("1e400")), "bad.csv:42: column \"y\": \"1e400\" is not a finite number; ");
        refused(3, train(numbersWith("#N/A\u001b[31m")), "bad.csv:42: column \"y\": ");
    }

    /** A column y of 59 numbers and this on line 42. */
    private Path numbersWith(String cell) {
        return SeriesFile.of(
                directory.resolve("bad.csv"), "y;z", 60, k -> (k == 40 ? cell : Double.toString(k)) + ";text");
    }

    @Test
    void rowsThatDoNotServeAreNamed() throws IOException {
        refused(3, train(file("y,z", "1,a", "2")), "bad.csv:3: ");
        refused(3, train(dates(20, 10)), "bad.csv:32: ", "2020-01-11", "out of order", "; sort");
        refused(3, train(dates(30, 29)), "bad.csv:32: ", "2020-01-30", "already on line 31; ");
    }

    /** Sixty days of which one is this one instead. */
    private Path dates(int row, int instead) {
        return SeriesFile.of(
                directory.resolve("bad.csv"),
                "date,y",
                60,
                k -> SeriesFile.weekday(0).plusDays(k == Math.max(row, 30) ? instead : k) + "," + k);
    }

    @Test
    void tooFewRowsAreCounted() throws IOException {
        Path few = SeriesFile.numbers(directory.resolve("few.csv"), 83);
        Object[] classic = words("train", few, "-o", directory.resolve("new.json"));
        refused(3, classic, few + ": has 83 rows, needs at least 91 ", "; use --lookback 52\n");
        Path fewer = SeriesFile.numbers(directory.resolve("few.csv"), 31);
        refused(3, classic, fewer + ": has 31 rows, needs at least 91", "; add rows");
        for (String command : new String[] {"train", "backtest", "compare"}) {
            Object[] single = words(command, file("date,close", "2020-01-01,1"));
            refused(3, single, "bad.csv: has 1 row");
        }
        refused(2, train(csv, "--validation", "0.9"), "--validation 0.9", "; hold out less");
        Path short7 = SeriesFile.weekdays(directory.resolve("short.csv"), 7);
        refused(3, words("predict", model, short7), short7 + ": has 7 rows, needs at least 8, ", "; add earlier rows");
        Object[] alone = words("evaluate", model, short7, "--quiet");
        refused(3, alone, short7 + ": has 7 rows and 0 before them, needs more than 8 in all", "; ", "--context");
    }

    @Test
    void valuesTooFarApartAreRefused() throws IOException {
        Path wide = SeriesFile.of(directory.resolve("wide.csv"), "y", 60, k -> k % 2 == 0 ? "1.7e308" : "-1.7e308");
        refused(3, train(wide), wide + ": column \"y\": runs from -1.7", "e+308 to ", "; give it in a larger unit");
    }

    @Test
    void valuesFarBeyondThoseOfTheTrainingAreRefused() throws IOException {
        Path near = SeriesFile.of(directory.resolve("near.csv"), "y,x", 60, k -> k % 7 + "," + k % 5);
        Path two = directory.resolve("two.json");
        Cli.run("train", near, "--target", "y", "--features", "x", "-o", two, Cli.TINY)
                .succeeds();
        Path far = SeriesFile.of(directory.resolve("far.csv"), "y,x", 60, k -> "1e300,-1e300");
        refused(3, words("predict", two, far, "--quiet"), far + ": ", "not finite; ");
        refused(3, words("evaluate", two, far, "--quiet"), far + ": ", "not finite; ");
    }

    @Test
    void aContextThatComesLaterIsRefused() throws IOException {
        Path later = SeriesFile.weekdays(directory.resolve("later.csv"), 20, 40);
        Path rows = SeriesFile.weekdays(directory.resolve("rows.csv"), 0, 20);
        refused(
                3,
                words("evaluate", model, rows, "--context", later),
                later + ": has no row before 2020-01-01, where " + rows + " begins; ",
                "--context");
    }

    @Test
    void aModelFileThatIsNoneIsRefused() throws IOException {
        Path missing = directory.resolve("missing.json");
        for (String command : new String[] {"predict", "evaluate", "inspect"}) {
            Object[] words = command.equals("evaluate") ? words(command, missing, csv) : words(command, missing);
            refused(4, words, missing + ": no such file; ");
        }
        refused(4, words("inspect", csv), csv + ": is not an lstm model; ");
        refused(4, words("train", csv, "-o", missing, "--resume"), missing + ": no such file; ");
    }

    @Test
    void aDamagedModelFileIsRefused() throws IOException {
        Files.write(model, Arrays.copyOf(finished, finished.length / 2));
        refused(4, words("predict", model), model + ": ", "; ");
        byte[] altered = finished.clone();
        int at = new String(finished, StandardCharsets.ISO_8859_1).indexOf("\"data\": \"") + 9;
        altered[at] = (byte) (altered[at] == 'A' ? 'B' : 'A');
        Files.write(model, altered);
        refused(4, words("evaluate", model, csv), model + ": is damaged (checksum differs); ");
        String newer = Files.readString(model, StandardCharsets.ISO_8859_1).replace("\"version\": 1", "\"version\": 2");
        Files.writeString(model, newer, StandardCharsets.ISO_8859_1);
        refused(4, words("inspect", model), model + ": was written by a newer lstm (format version 2", "; install");
    }

    @Test
    void anOutputThatExistsIsKept() throws IOException {
        String exists = ": exists; use --force to replace it, or name another file";
        refused(2, words("train", csv, "-o", model, Cli.TINY), model + exists);
        Path other = file("mine");
        refused(2, words("predict", model, "-o", other), other + exists);
        refused(2, words("evaluate", model, csv, "-o", other), other + exists);
        refused(2, words("inspect", model, "-o", other), other + exists);
    }

    @Test
    void anOutputThatCannotBeIsNamed() throws IOException {
        Path nowhere = directory.resolve("runs").resolve("new.json");
        String missing = nowhere + ": " + nowhere.getParent() + " does not exist; create this directory";
        refused(7, words("train", csv, "-o", nowhere, Cli.TINY), missing);
        refused(7, words("predict", model, "-o", nowhere), missing);
        String isDirectory = directory + ": is a directory; name a file in it";
        refused(2, words("train", csv, "-o", directory, Cli.TINY), isDirectory);
        refused(2, words("inspect", model, "-o", directory, "--force"), isDirectory);
        refused(2, words("train", "-", Cli.TINY), "standard input", "; name its file with --output");
    }

    @Test
    void unknownWordsGetTheNearestOnes() throws IOException {
        refused(2, words("trian", csv), "no command 'trian'; did you mean lstm train?");
        refused(2, train(csv, "--unit"), "'--unit'; ", "--units");
        refused(2, words("predict", model, "--horizont", "3"), "'--horizont'", "--horizon");
        refused(2, train(csv, "--cell", "lstmm"), "'--cell': 'lstmm' is not one of lstm, peephole, coupled, gru, ");
        refused(2, train(csv, "--optimizer", "adan"), "'adan' is not one of adam, adamw, rmsprop, sgd");
        refused(
                2,
                train(csv, "--loss", "series-mae"),
                "--scaler min-max scales all alike; use --scaler window or --loss mae");
        refused(2, words("compare", csv, "--loss", "series-mae", Cli.TINY), "; use --scaler window");
        refused(2, train(csv, "--loss", "rmse"), "'rmse' is not one of mse, mae, series-mae, huber, quantile");
        refused(2, train(csv, "--schedule", "linear"), "'linear' is not one of constant, cosine, plateau");
        refused(2, train(csv, "--missing", "skip"), "'skip' is not one of error, drop, forward, interpolate, mask");
        refused(2, words("predict", model, "--format", "xml"), "'xml' is not one of csv, ndjson, json, table");
        refused(2, words("inspect", model, "--weights", "layer1.Q"), "\"layer1.Q\"", "; it has layer1.W, layer1.U");
    }

    @Test
    void withoutACommandItShowsWhatThereIsButFails() {
        Cli run = Cli.run();
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("  predict ") && !run.err().contains("Exit codes"), run.err());
    }

    @Test
    void wholeNumbersAreAskedForInWords() throws IOException {
        refused(2, train(csv, "--horizon", "1y"), "'1y' is not a whole number", "a year of months is 12");
        refused(2, train(csv, "--seed", "many"), "'many' is not a whole number; see lstm train --help");
        refused(2, train(csv, "--patience", "99999999999"), "'99999999999' is out of range; see");
    }

    @Test
    void severalTargetsInOneWordAndWordsForNumbersLeadToARemedy() throws IOException {
        refused(3, train(csv, "--target", "close,open"), "use --target close --target open");
        Path words = file("date,sky,rain", "2020-01-01,fog,1", "2020-01-02,sun,2", "2020-01-03,,3");
        refused(3, train(words, "--target", "sky"), ":2: column \"sky\": holds words", "numbers are \"rain\"");
        refused(3, train(words, "--target", "rain", "--features", "sky"), ":2: column \"sky\": holds words");
    }

    @Test
    void halfACommandIsRefused() throws IOException {
        refused(2, words("forecast", model), "no command 'forecast'; to forecast: lstm predict MODEL");
        refused(2, words("inspekt", model), "no command 'inspekt'; did you mean lstm inspect?");
        refused(2, words("x"), "no command 'x'; see lstm --help");
        refused(2, train(csv, "--unit", 3), "unknown option: '--unit'; did you mean --units?");
        refused(2, words("explain", model, csv, "--nothing=3"), "unknown option: '--nothing'; see lstm explain --help");
        refused(2, words("train"), "'FILE.csv'; see lstm train --help");
        refused(2, words("evaluate", model), "no rows to forecast; name a CSV file", "--base");
        refused(2, words("explain", model, csv, csv), "2 files were given, and ", "give one file");
        refused(2, words("plot", csv, csv), "; see lstm plot --help");
        refused(2, train(csv, "--units"), "'--units' (N); see lstm train --help");
        refused(2, train(csv, "--target"), "'--target' (NAME); see lstm train --help");
    }

    @Test
    void wordsThatCommandTheTerminalAreMadeHarmless() throws IOException {
        String line = refused(2, words("train", csv, "--fo\u001b[31mo\nx\u0007"), "--fo?[31mo?x?");
        assertTrue(line.chars().allMatch(c -> c == '\n' || c >= ' '), line);
    }

    @ParameterizedTest
    @CsvSource({
        "--lookback, 0",
        "--lookback, -1",
        "--units, 0",
        "--layers, 0",
        "--epochs, 0",
        "--batch, 0",
        "--threads, 0",
        "--dropout, -0.1",
        "--dropout, 1",
        "--dropout, NaN",
        "--validation, -0.1",
        "--validation, 1",
        "--validation, NaN",
        "--learning-rate, 0",
        "--learning-rate, -1",
        "--learning-rate, NaN",
        "--learning-rate, Infinity",
        "--clip-norm, -1",
        "--clip-norm, NaN",
        "--clip-norm, Infinity",
        "--patience, -1"
    })
    void anOptionOutOfItsRangeIsNamedWithTheRange(String option, String value) throws IOException {
        Object[] words = words("train", csv, "-o", directory.resolve("new.json"), option, value);
        refused(2, words, option + " ", " is out of range; use a number of ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--units", "--layers", "--epochs", "--batch", "--patience", "--seed", "--dropout"})
    void anOptionThatIsNoNumberIsNamedWithItsValue(String option) throws IOException {
        Object[] words = words("train", csv, "-o", directory.resolve("new.json"), option, "many");
        refused(2, words, "'" + option + "'", "'many'", "; see lstm train --help");
    }

    @ParameterizedTest
    @CsvSource({"--units, 2147483647", "--layers, 2147483647", "--units, 70000"})
    void aNetworkBeyondAllMeasureIsRefused(String option, String value) throws IOException {
        Object[] words = words("train", csv, "-o", directory.resolve("new.json"), "--lookback", 8, option, value);
        refused(2, words, "is too large; use fewer --units or --layers");
    }

    @Test
    void aLookbackBeyondAllMeasureIsRefused() throws IOException {
        Object[] words = words("train", csv, "-o", directory.resolve("new.json"), "--lookback", Integer.MAX_VALUE);
        refused(3, words, "has 60 rows, needs at least 2147483678 ", "; use --lookback 29");
    }

    @Test
    void aSeasonBeyondAllMeasureIsRefused() throws IOException {
        Object[] words = words("train", csv, "-o", directory.resolve("new.json"), "--season", 2_000_000_000);
        refused(2, words, "--season 2000000000 is too much; use at most 1000000");
    }

    @Test
    void horizonsOutOfRangeAreRefused() throws IOException {
        refused(2, words("predict", model, "--horizon", 0), "--horizon 0 is out of range; use a number of at least 1");
        refused(
                2,
                words("predict", model, "--horizon", -5),
                "--horizon -5 is out of range; use a number of at least 1");
        refused(
                2,
                words("predict", model, "--horizon", 1_000_001),
                "--horizon 1000001 is too much; use at most 1000000");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() throws IOException {
        refused(2, train(csv, "--patience", 3, "--validation", 0), "--patience", "; leave out --validation 0");
        refused(2, train(csv, "--force", "--resume"), "--force", "--resume", "; ");
        refused(2, words("inspect", model, "--json", "--history"), "exclude each other; give one of them");
    }

    @Test
    void aFormatForNothingIsRefused() throws IOException {
        refused(2, words("inspect", model, "--format", "json"), "--format", "; add --weights or --history");
        refused(2, words("inspect", model, "--json", "--format", "csv"), "--format", "; add --weights or --history");
        refused(2, words("evaluate", model, csv, "--json", "--format", "json"), "--format", "; ", "-o");
    }

    @Test
    void aTrainingIsOnlyResumedAsItWasBegun() throws IOException {
        Files.write(model, unfinished);
        Object[] other = words("train", csv, "-o", model, "--resume", "--units", 5, "--quiet");
        refused(2, other, "--units 5 differs from the 4 of the training to resume; ", "--force instead of --resume");
        Object[] seed = words("train", csv, "-o", model, "--resume", "--seed", 2, "--quiet");
        refused(2, seed, "--seed 2 differs from the 1 of the training to resume; ");
        Path changed = SeriesFile.weekdays(directory.resolve("changed.csv"), 61);
        Object[] moved = words("train", changed, "-o", model, "--resume", "--quiet");
        refused(3, moved, changed + ": is not the data that " + model + " is being trained on; ", "--force");
        Object[] target = words("train", csv, "-o", model, "--resume", "--quiet", "--target", "open");
        refused(3, target, csv + ": is not the data that " + model + " is being trained on; ", "--target");
    }

    @Test
    void aTrainingThatDivergesBeforeItsFirstEpochEndsLeavesNothing() throws IOException {
        Object[] words = train(csv, "--learning-rate", "1e30", "--optimizer", "sgd");
        refused(5, words, "training diverged in epoch 1, batch 2; no epoch was finished, so no model is ", "; use ");
        Object[] over = words(
                "train", csv, "-o", model, "-q", Cli.TINY, "--force", "--learning-rate", "1e30", "--optimizer", "sgd");
        refused(5, over, "no model is ", "; use a smaller --learning-rate or --clip-norm 1");
    }

    @Test
    void intervalsThatAModelCannotMakeAreRefusedWithTheRemedy() throws IOException {
        Path dry = directory.resolve("dry.model.json");
        Cli.run("train", csv, "-o", dry, "--dropout", 0, Cli.TINY).succeeds();
        Path learned = directory.resolve("learned.model.json");
        Cli.run("train", csv, "-o", learned, "--loss", "quantile", "--level", "50,90", Cli.TINY)
                .succeeds();
        for (Object[] command : List.of(words("predict", dry), words("evaluate", dry, csv))) {
            refused(
                    2,
                    words(List.of(command), "--intervals", "dropout"),
                    "--intervals dropout ",
                    dry.toString(),
                    "--dropout 0.2, or use --intervals residuals");
            refused(
                    2,
                    words(List.of(command), "--intervals", "quantile"),
                    "--intervals quantile ",
                    "--loss quantile",
                    "use --intervals residuals");
        }
        refused(
                2,
                words("predict", learned, "--level", "80"),
                "--level 80 is not among the levels that the model has learned: 50, 90; ");
        refused(2, words("backtest", csv, "--dropout", 0, "--intervals", "dropout", Cli.TINY), "--intervals dropout ");
        refused(2, words("backtest", csv, "--intervals", "quantile", Cli.TINY), "--intervals quantile ");
        refused(2, words("predict", model, "--intervals", "normal"), "'normal' is not one of residuals, quantile, ");
        refused(2, words("predict", model, "--samples", 0), "--samples 0 is out of range; use a number of at least 1");
        refused(2, words("predict", model, "--samples", 10_001), "--samples 10001 is too much; use at most 10000");
        refused(2, words("compare", csv, "--loss", "quantile", Cli.TINY), "--loss quantile: ", "; use --loss mae");
    }

    @Test
    void levelsThatAreNoneAreRefusedWhereverTheyAreGiven() throws IOException {
        for (Object[] command :
                List.of(train(csv), words("predict", model), words("evaluate", model, csv), words("backtest", csv))) {
            refused(
                    2,
                    words(List.of(command), "--level", "80,100"),
                    "--level 100 is out of range; use percents between 0 and 100");
            refused(
                    2,
                    words(List.of(command), "--level", "-5"),
                    "--level -5 is out of range; use percents between 0 and 100");
            refused(2, words(List.of(command), "--level", "80,80.0"), "--level names 80 twice; name each level once");
        }
    }

    @Test
    void aHorizonLongerThanTheDataIsRefused() throws IOException {
        refused(
                3,
                words("evaluate", model, csv, "--horizon", 500, "--quiet"),
                csv + ": has ",
                " rows to forecast, and --horizon 500 needs 500; use a smaller --horizon");
        refused(
                2,
                words("evaluate", model, csv, "--horizon", 0),
                "--horizon 0 is out of range; use a number of at least 1");
        refused(
                2,
                words("evaluate", model, csv, "--every", 0),
                "--every 0 is out of range; use a number of at least 1");
        refused(3, train(csv, "--horizon", 500), "; add rows");
    }

    @Test
    void aSeriesWhoseWindowsAreAllMaskedIsRefused() throws IOException {
        Path holes = SeriesFile.of(directory.resolve("holes.csv"), "y,z", 120, k -> (k % 8 == 5 ? "" : k) + ",1");
        Object[] training = train(holes, "--target", "y", "--missing", "mask");
        refused(
                3,
                training,
                holes + ": every window of 8 rows to train on touches a masked row; use --lookback 6 or --missing ");
        refused(3, words("backtest", holes, "--target", "y", "--missing", "mask", "--quiet", Cli.TINY), "masked row; ");
    }
}
