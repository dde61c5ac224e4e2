package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lstm.cli.terminal.Coloring;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ProgressLine;
import lstm.cli.terminal.ProgressStyle;
import lstm.cli.terminal.RemainingTime;
import lstm.cli.terminal.SignalHandler;
import lstm.cli.terminal.Terminal;
import lstm.cli.terminal.TrainingProgress;
import lstm.file.Disk;
import lstm.promises.Tier;
import lstm.text.CharacterSet;
import lstm.train.Epoch;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.TrainingState;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Progress on a clock of our own; and at the end on a real terminal. */
class ProgressTest {
    private static final int BATCHES = 4;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    private final Console console = new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            true,
            true,
            new SignalHandler(),
            Map.of(),
            Disk.LOCAL,
            () -> now);

    private static Recipe recipe(int epochs, int patience) {
        return Recipe.CLASSIC
                .withEpochs(epochs)
                .withBatch(1)
                .withRate(0.1)
                .withOptimizer(Optimizer.SGD)
                .withPatience(patience);
    }

    private static TrainingState state(int epochs, int batch, boolean validates) {
        List<Epoch> history = new ArrayList<>();
        for (int k = 1; k <= epochs; k++) {
            history.add(new Epoch(
                    1.0 / (k * 37), validates ? OptionalDouble.of(1.0 / (k * 3571)) : OptionalDouble.empty(), 0.1));
        }
        return TrainingState.restore(
                new float[1],
                new float[0][],
                new float[1],
                history,
                epochs,
                batch,
                epochs * BATCHES + batch,
                batch * 0.5);
    }

    /** Trains epochs {@code from}+1 .. {@code to} of a recipe, in which each step takes the given number of seconds. */
    private TrainingProgress train(Terminal screen, Recipe recipe, boolean validates, int from, int to, double step) {
        TrainingState start = state(from, 0, validates);
        TrainingProgress progress = new TrainingProgress(
                console,
                screen,
                new TrainingProgress.Plan(recipe, validates, start.history().size()));
        for (int epoch = from; epoch < to; epoch++) {
            for (int batch = 1; batch <= BATCHES; batch++) {
                now += (long) (step * 1e9);
                progress.step(state(epoch, batch, validates), BATCHES);
            }
            progress.epoch(state(epoch + 1, 0, validates));
        }
        progress.end(state(to, 0, validates));
        return progress;
    }

    private static final Terminal LOG = new Terminal(ProgressStyle.LINES, 80, Coloring.PLAIN, CharacterSet.UNICODE);

    private static Terminal live(int width, Coloring coloring) {
        return new Terminal(ProgressStyle.LIVE, width, coloring, CharacterSet.UNICODE);
    }

    private static Terminal terminal(int width) {
        return live(width, Coloring.PLAIN);
    }

    /** What the line showed, one after the other. */
    private List<String> shown() {
        String all = err.toString(StandardCharsets.UTF_8);
        assertTrue(all.startsWith("\r"), all);
        assertTrue(all.endsWith("\n") && all.indexOf('\n') == all.length() - 1, "it is on more than one line");
        return Arrays.asList(all.substring(1, all.length() - 1).split("\r"));
    }

    @Test
    void aLogSaysWhenTheTrainingOfTheBaseModelBeginsAndEnds() {
        TrainingProgress progress = train(LOG, recipe(2, 0), true, 0, 2, 1);
        err.reset();
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int batch = 1; batch <= BATCHES; batch++) {
                now += 1_000_000_000L;
                progress.baseStep(state(epoch, batch, true), BATCHES);
            }
        }
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
        progress.baseEnd();
        List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(1).contains("3 epochs") && lines.get(1).endsWith(" 12 s"), lines.get(1));
    }

    @Test
    void aLogIsSilentOnABaseModelThatIsNotTrained() {
        TrainingProgress progress = train(LOG, recipe(2, 0), true, 0, 2, 1);
        err.reset();
        progress.baseEnd();
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theFieldsStandInOneOrder() {
        train(terminal(80), recipe(100, 0), true, 0, 100, 0.1);
        List<String> shown = shown();
        assertEquals(
                "epoch   4/100 " + "\u2591".repeat(10) + " loss 0.00901  val 9.33e-05 2.5 epochs/s  0:39 left",
                shown.get(13).strip());
    }

    @Test
    void nothingMovesAndNothingIsCutIn80Columns() {
        for (int epochs : List.of(3, 100, 9999, 50_000)) {
            err.reset();
            now = 0;
            train(terminal(80), recipe(epochs, 5), true, 0, 3, 7001);
            for (String line : shown()) {
                assertEquals(79, line.length(), line);
                assertEquals(shown().get(0).indexOf("loss"), line.indexOf("loss"), line);
            }
            String last = shown().get(shown().size() - 2);
            assertTrue(last.contains(" loss ") && last.contains(" val "), last);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 14, 20, 30, 40, 50, 60, 70, 79, 80, 120, 300})
    void everyWidthIsKept(int width) {
        train(terminal(width), recipe(100, 0), true, 0, 30, 0.3);
        for (String line : shown()) {
            assertEquals(width - 1, line.length(), line);
            assertTrue("epoch".startsWith(line.substring(0, Math.min(5, line.length()))), line);
        }
    }

    @Test
    void aNarrowTerminalLosesWholeFieldsTheLeastImportantFirst() {
        Map<Integer, String> expected = Map.of(
                70, "epoch loss val left",
                56, "epoch loss left",
                40, "epoch left",
                30, "epoch left",
                20, "epoch");
        for (int width : expected.keySet()) {
            err.reset();
            now = 0;
            train(terminal(width), recipe(100, 0), true, 0, 9, 1);
            String line = shown().get(shown().size() - 2);
            assertEquals(
                    expected.get(width),
                    line.replaceAll("[^a-z ]|e-|epochs/s|s/epoch", "")
                            .replaceAll(" +", " ")
                            .strip());
        }
    }

    @Test
    void withNothingHeldOutThereIsNoPlaceForIt() {
        train(terminal(80), recipe(100, 0), false, 0, 5, 0.3);
        assertFalse(shown().toString().contains("val"), shown().toString());
        assertTrue(shown().get(12).contains("\u2591".repeat(20)), shown().get(12));
    }

    @Test
    void timeIsToldFromHalfTheSecondEpochOn() {
        train(terminal(80), recipe(10, 0), true, 0, 3, 1);
        List<String> shown = shown();
        for (int step = 0; step < 5; step++) {
            assertFalse(shown.get(step).contains("left"), shown.get(step));
            assertFalse(shown.get(step).contains("epoch/s"), shown.get(step));
        }
        // 2 of 4 steps of a second each into the second of ten epochs.
        assertTrue(shown.get(5).stripTrailing().endsWith(" 4.0 s/epoch   0:34 left"), shown.get(5));
    }

    @Test
    void aSlowFirstEpochIsLeftOut() {
        RemainingTime pace = new RemainingTime(() -> now, 0);
        now += 60_000_000_000L;
        pace.mark(1);
        assertEquals(OptionalDouble.empty(), pace.perPiece(1.25));
        now += 1_000_000_000L;
        pace.mark(2);
        assertEquals(1, pace.perPiece(2).getAsDouble(), 1e-9);
        assertEquals(30.5, pace.overall(2).getAsDouble(), 1e-9);
    }

    @Test
    void thePaceIsThatOfTheLastSeconds() {
        RemainingTime pace = new RemainingTime(() -> now, 0);
        for (int piece = 1; piece <= 100; piece++) {
            now += piece <= 50 ? 1_000_000_000L : 100_000_000L;
            pace.mark(piece);
        }
        assertEquals(0.1, pace.perPiece(100).getAsDouble(), 0.2);
        for (int piece = 101; piece <= 200; piece++) {
            now += 100_000_000L;
            pace.mark(piece);
        }
        assertEquals(0.1, pace.perPiece(200).getAsDouble(), 1e-9);
    }

    @Test
    void aResumedTrainingCountsItsOwnEpochsOnly() {
        train(terminal(80), recipe(100, 0), true, 90, 100, 0.25);
        List<String> shown = shown();
        assertTrue(shown.get(0).startsWith("epoch  91/100 "), shown.get(0));
        assertFalse(shown.get(4).contains("left"), shown.get(4));
        assertTrue(shown.get(shown.size() - 1).stripTrailing().endsWith(" 1.0 s/epoch   in 0:10"), shown.toString());
    }

    @Test
    void withPatienceTheTimeLeftIsTheMost() {
        train(terminal(80), recipe(10, 3), true, 0, 3, 1);
        assertTrue(shown().get(11).contains(" \u22640:2"), shown().get(11));
    }

    @Test
    void aTerminalWithoutUnicodeShowsTheSameInAscii() {
        Terminal ascii = new Terminal(ProgressStyle.LIVE, 80, Coloring.COLOR, CharacterSet.ASCII);
        train(ascii, recipe(10, 3), true, 0, 10, 1);
        List<String> shown = shown();
        assertTrue(err.toString(StandardCharsets.UTF_8).chars().allMatch(c -> c < 128), shown.toString());
        assertTrue(shown.get(11).contains(" <=0:2"), shown.get(11));
        assertTrue(shown.get(22).startsWith("epoch  6/10 \u001b[36m######\u001b[0m------ loss "), shown.get(22));
    }

    @Test
    void theFirstEpochShowsItsLossSoFar() {
        train(terminal(80), recipe(10, 0), true, 0, 1, 1);
        assertTrue(shown().get(0).contains(" loss 0.5 "), shown().get(0));
    }

    @Test
    void theLastLineStaysAndSaysWhatItTook() {
        train(terminal(80), recipe(5, 0), true, 0, 5, 1.5);
        String last = shown().get(shown().size() - 1).stripTrailing();
        assertTrue(last.matches("epoch 5/5 \u2588{14} loss 0.00541  val 5.60e-05 6.0 s/epoch   in 0:30"), last);
    }

    @Test
    void aTrainingThatIsBrokenOffLeavesItsLineAsItIs() {
        TrainingProgress progress =
                new TrainingProgress(console, terminal(80), new TrainingProgress.Plan(recipe(10, 0), true, 0));
        progress.step(state(0, 1, true), BATCHES);
        progress.end(state(0, 1, true));
        assertEquals(1, shown().size());
    }

    @Test
    void elsewhereItIsAPlainLineEveryTenth() {
        train(LOG, recipe(30, 0), true, 0, 30, 0.5);
        List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(11, lines.size(), lines.toString());
        assertEquals("epoch 1/30: loss 0.0270, validation 0.000280", lines.get(0));
        assertEquals("epoch 3/30: loss 0.00901, validation 0.0000933, 2.0 s/epoch, 54 s left", lines.get(1));
        assertEquals("epoch 30/30: loss 0.000901, validation 9.33e-06, 1 min 0 s", lines.get(10));
        assertFalse(err.toString(StandardCharsets.UTF_8).matches("(?s).*[\r\u001b\u2588].*"));
    }

    @Test
    void quietShowsNothing() {
        train(terminal(80).silent(), recipe(2, 0), true, 0, 1, 1);
        assertEquals(0, err.size());
    }

    private static Terminal screen(boolean noColor, String... variables) {
        Map<String, String> environment = variables.length == 0 ? Map.of() : Map.of(variables[0], variables[1]);
        return Terminal.of(
                new Console(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        System.err,
                        true,
                        true,
                        true,
                        new SignalHandler(),
                        environment,
                        Disk.LOCAL,
                        System::nanoTime),
                noColor);
    }

    @Test
    void colorIsLeftOutWhenAskedForOrOnADumbTerminal() {
        assertEquals(live(80, Coloring.COLOR), screen(false));
        assertEquals(live(80, Coloring.COLOR), screen(false, "NO_COLOR", ""));
        assertEquals(live(80, Coloring.PLAIN), screen(false, "NO_COLOR", "1"));
        assertEquals(live(80, Coloring.PLAIN), screen(true));
        assertEquals(LOG, screen(false, "TERM", "dumb"));
        assertEquals(live(132, Coloring.COLOR), screen(false, "COLUMNS", "132"));
        for (String nonsense : List.of("0", "-3", "x", "99999")) {
            assertEquals(80, screen(false, "COLUMNS", nonsense).width());
        }
    }

    @Test
    void onlyTheFullPartOfTheBarHasAColor() {
        train(live(80, Coloring.COLOR), recipe(4, 0), true, 0, 4, 1);
        String last = shown().get(shown().size() - 1);
        assertTrue(last.startsWith("epoch 4/4 \u001b[36m" + "\u2588".repeat(14) + "\u001b[0m loss "), last);
        String half = shown().get(8);
        assertTrue(half.startsWith("epoch 3/4 \u001b[36m" + "\u2588".repeat(7) + "\u001b[0m\u2591"), half);
        assertFalse(shown().get(0).contains("\u001b"), shown().get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001, 10000 epochs/s",
        "0.11, 9.1 epochs/s",
        "0.08, 13 epochs/s",
        "1, 1.0 s/epoch",
        "9.96, 10 s/epoch",
        "4000, 4000 s/epoch"
    })
    void aRateIsShortWhateverItsSize(double seconds, String text) {
        assertEquals(text, ProgressLine.rate(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0:00", "7.4, 0:07", "59.6, 1:00", "150, 2:30", "3723, 1:02:03", "360000, 100:00:00"})
    void aTimeSpanIsAClock(double seconds, String text) {
        assertEquals(text, ProgressLine.clock(seconds));
    }

    @Test
    void onARealTerminalTheLineKeepsItsWidth() throws Exception {
        int columns = Tier.some(1, List.of(60, 80, 100)).get(0);
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "there is no script(1) to make a terminal with");
        SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        String command = "stty cols " + columns + "; exec '" + Child.LAUNCHER + "' train prices.csv "
                + String.join(" ", Cli.TINY) + " --epochs=40";
        Path record = directory.resolve("record");
        Child.Ended ended = Child.run(
                directory,
                Map.of("TERM", "xterm", "NO_COLOR", "", "COLUMNS", ""),
                List.of("script", "-qec", command.replace("--epochs 2 ", ""), record));
        String all = Files.readString(record);
        assertEquals(0, ended.code(), all);
        String line =
                all.lines().filter(text -> text.contains("\u2588")).findFirst().orElseThrow();
        for (String shown : line.split("\r")) {
            String plain = shown.replaceAll("\u001b\\[\\d+m", "");
            assertTrue(plain.isEmpty() || plain.length() == columns - 1, plain.length() + ": " + plain);
        }
        assertTrue(line.contains("\u001b[36m"), line);
    }
}
