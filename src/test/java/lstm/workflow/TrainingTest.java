package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.csv.CsvReader;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.evaluate.OriginForecast;
import lstm.model.Method;
import lstm.model.Score;
import lstm.modelfile.ModelFile;
import lstm.network.CellKind;
import lstm.prepare.Split;
import lstm.preset.Preset;
import lstm.series.ColumnRoles;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesColumns;
import lstm.train.Epoch;
import lstm.train.Optimizer;
import lstm.train.TrainingState;
import lstm.workflow.TrainResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    @TempDir
    private Path folder;

    private static Training tiny(int rows) throws LstmException {
        return Training.of(Tiny.wave(rows)).settings(Tiny.settings()).threads(1);
    }

    /** Stops after a number of steps. */
    private static TrainingListener stopAfter(int steps) {
        AtomicInteger done = new AtomicInteger();
        return new TrainingListener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                return done.incrementAndGet() >= steps;
            }
        };
    }

    @Test
    void aTrainedModelHasScoresBesideTheSimpleMethods() throws Exception {
        TrainResult trained = tiny(120).run();
        assertEquals(Outcome.TRAINED, trained.outcome());
        assertTrue(trained.model().training().isFinished());
        assertEquals(1, trained.scores().size());
        assertTrue(trained.scores().get(0).accuracies().keySet().containsAll(List.of(Method.MODEL, Method.NAIVE)));
        assertEquals(12, trained.heldOut().orElseThrow().origins().size());
        assertTrue(trained.model().calibration().isPresent());
    }

    @Test
    void theModelIsTheOneThatTheCommandWrites() throws Exception {
        Path csv = SeriesFile.weekdays(folder.resolve("close.csv"), 120);
        Path model = folder.resolve("command.json");
        Cli.run("train", csv, "--target", "close", Cli.TINY, "-o", model).succeeds();
        Series series = CsvReader.read(csv, ReadOptions.DEFAULT.withTarget("close"));
        TrainResult trained =
                Training.of(series).settings(Tiny.settings().epochs(2)).run();
        assertArrayEquals(Files.readAllBytes(model), ModelFile.bytes(trained.model()));
    }

    @Test
    void aListenerStopsItAndResumingEndsInTheSameModel() throws Exception {
        Path file = folder.resolve("wave.json");
        TrainResult stopped = tiny(120)
                .listener(stopAfter(4))
                .saveTo(file, TrainingStart.ANEW)
                .run();
        assertEquals(Outcome.INTERRUPTED, stopped.outcome());
        assertFalse(stopped.model().training().isFinished());
        TrainResult resumed = tiny(120).saveTo(file, TrainingStart.RESUME).run();
        assertArrayEquals(ModelFile.bytes(tiny(120).run().model()), ModelFile.bytes(resumed.model()));
        assertArrayEquals(ModelFile.bytes(resumed.model()), Files.readAllBytes(file));
    }

    @Test
    void anInterruptOfTheThreadStopsItWithEverythingSaved() throws Exception {
        Path file = folder.resolve("wave.json");
        Thread.currentThread().interrupt();
        TrainResult stopped = tiny(120).saveTo(file, TrainingStart.ANEW).run();
        assertTrue(Thread.interrupted(), "the thread stays interrupted");
        assertEquals(Outcome.INTERRUPTED, stopped.outcome());
        assertFalse(ModelFile.read(file).training().isFinished());
    }

    @Test
    void aFinishedModelOfTheSameDataAndSettingsIsLeftAlone() throws Exception {
        Path file = folder.resolve("wave.json");
        tiny(120).saveTo(file, TrainingStart.AS_NEEDED).run();
        assertEquals(
                Outcome.UNCHANGED,
                tiny(120).saveTo(file, TrainingStart.AS_NEEDED).run().outcome());
        assertEquals(
                Outcome.TRAINED,
                tiny(121).saveTo(file, TrainingStart.AS_NEEDED).run().outcome());
    }

    @Test
    void resumingWithAnotherSettingIsRefusedByItsName() throws Exception {
        Path file = folder.resolve("wave.json");
        tiny(120).listener(stopAfter(4)).saveTo(file, TrainingStart.ANEW).run();
        LstmException e = assertThrows(LstmException.class, () -> Training.of(Tiny.wave(120))
                .settings(Tiny.settings().cell(CellKind.GRU))
                .saveTo(file, TrainingStart.RESUME)
                .run());
        assertEquals(Kind.USAGE, e.kind());
        assertEquals(Setting.CELL, e.setting().orElseThrow());
    }

    @Test
    void resumingOnOtherDataIsRefused() throws Exception {
        Path file = folder.resolve("wave.json");
        tiny(120).listener(stopAfter(4)).saveTo(file, TrainingStart.ANEW).run();
        LstmException e = assertThrows(
                LstmException.class,
                () -> tiny(121).saveTo(file, TrainingStart.RESUME).run());
        assertEquals(Kind.DATA, e.kind());
    }

    @Test
    void aDivergingTrainingIsAFailureOfItsKind() throws Exception {
        SettingsRequest wild = Tiny.settings().optimizer(Optimizer.SGD).learningRate(1e30);
        LstmException e = assertThrows(
                LstmException.class,
                () -> Training.of(Tiny.wave(120)).settings(wild).run());
        assertEquals(Kind.DIVERGED, e.kind());
        assertEquals(
                Setting.LEARNING_RATE,
                e.remedy().settings().findFirst().orElseThrow().setting());
    }

    @Test
    void aPresetChoosesWhatIsNotGiven() throws Exception {
        TrainingRun run = Training.of(Tiny.wave(120))
                .settings(new SettingsRequest().units(5).epochs(2))
                .preset(Preset.ACCURATE)
                .prepare();
        assertEquals(5, run.settings().units());
        assertEquals(2, run.settings().recipe().epochs());
        assertEquals(1, run.settings().layers());
    }

    @Test
    void severalSeriesMakeOneModel() throws Exception {
        TrainResult trained = Training.of(List.of(Tiny.wave(90), Tiny.wave(30, 120)))
                .settings(Tiny.settings())
                .run();
        assertEquals(2, trained.model().data().series());
        assertTrue(trained.heldOut().isEmpty());
        assertEquals(1, trained.scores().size());
    }

    @Test
    void twoTargetsAndAColumnKnownAheadKeepTheirRoles() throws Exception {
        double[] values = Tiny.values(0, 120);
        Series series = SeriesColumns.named("shop")
                .dates(Tiny.dates(0, 120))
                .knownAhead(
                        "price", IntStream.range(0, 120).mapToDouble(k -> k % 7).toArray())
                .target("units", values)
                .target("visits", values)
                .series();
        TrainResult trained = Training.of(series).settings(Tiny.settings()).run();
        assertEquals(List.of("units", "visits"), trained.model().targets());
        assertEquals(List.of("price"), trained.model().ahead());
    }

    /** A wave whose values from a row on are others. */
    private static Series changed(int rows, int from) throws LstmException {
        double[] values = Tiny.values(0, rows);
        for (int row = from; row < rows; row++) {
            values[row] = 40 + 7 * (row % 4);
        }
        return Series.of("wave", Tiny.dates(0, rows), values);
    }

    private static TrainResult trained(Series series, int horizon) throws LstmException {
        return Training.of(series)
                .settings(
                        Tiny.settings().preset(Preset.ACCURATE).horizon(horizon).validation(0.25))
                .threads(1)
                .run();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void rowsThatAreScoredMoveNoWeightAndNoChoice(int horizon) throws Exception {
        TrainResult one = trained(Tiny.wave(240), horizon);
        Split split = one.job().set().split();
        assertTrue(split.isDivided());
        TrainResult other = trained(changed(240, split.scoredFrom()), horizon);
        assertArrayEquals(
                one.model().networks().get(0).weights(),
                other.model().networks().get(0).weights());
        assertEquals(one.model().training(), other.model().training());
        assertEquals(one.model().preparation(), other.model().preparation());
        assertArrayEquals(
                one.model().baselines().get(0).autoregression().coefficients(),
                other.model().baselines().get(0).autoregression().coefficients());
        assertFalse(one.scores().equals(other.scores()), "they move the score");
        assertFalse(one.scores().get(0).over().choseEpoch());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void rowsThatChooseMoveNothingThatIsLearned(int horizon) throws Exception {
        TrainResult one = trained(Tiny.wave(240), horizon);
        TrainResult other = trained(changed(240, one.job().set().split().trainRows()), horizon);
        assertEquals(
                one.model().training().history().stream().map(Epoch::loss).toList(),
                other.model().training().history().stream().map(Epoch::loss).toList());
        assertEquals(one.model().preparation(), other.model().preparation());
        assertEquals(one.job().draft().recipe(), other.job().draft().recipe());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void rowsAfterAnOriginMoveNoForecastFromIt(int horizon) throws Exception {
        TrainResult one = trained(Tiny.wave(240), horizon);
        TrainResult other = trained(changed(240, 225), horizon);
        List<OriginForecast> before = one.heldOut().orElseThrow().origins();
        List<OriginForecast> after = other.heldOut().orElseThrow().origins();
        assertEquals(before.size(), after.size());
        int same = 0;
        for (int k = 0; k < before.size(); k++) {
            if (before.get(k).row() <= 225) {
                same++;
                for (Method method : before.get(k).forecasts().keySet()) {
                    assertArrayEquals(
                            before.get(k).forecasts().get(method)[0],
                            after.get(k).forecasts().get(method)[0],
                            method + " from row " + before.get(k).row());
                }
            }
        }
        assertTrue(same > 10, "origins before the change: " + same);
    }

    @Test
    void everyStepOfTheHorizonIsScored() throws Exception {
        TrainResult trained = trained(Tiny.wave(240), 4);
        Score score = trained.scores().get(0);
        int rows = trained.job().set().split().scoredRows();
        assertEquals(new Score.Over(1, 4, rows - 3, false), score.over());
        assertEquals(4 * (rows - 3), score.model().count());
        assertTrue(score.accuracies().containsKey(Method.AUTOREGRESSION));
    }

    @Test
    void fewHeldOutRowsChooseAndScoreAndTheScoreSaysSo() throws Exception {
        TrainResult trained =
                Training.of(Tiny.wave(120)).settings(Tiny.settings()).threads(1).run();
        assertEquals(new Score.Over(1, 1, 12, true), trained.scores().get(0).over());
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedWhereItIsHandedOver() {
        double[] values = Tiny.values(0, 50);
        values[20] = Double.NaN;
        LstmException e = assertThrows(LstmException.class, () -> Series.of("wave", Tiny.dates(0, 50), values));
        assertEquals(Kind.DATA, e.kind());
        assertEquals(21, e.place().orElseThrow().line().orElseThrow());
    }

    @Test
    void aSeriesThatIsTooShortNamesTheLookbackThatFits() throws Exception {
        LstmException e = assertThrows(
                LstmException.class, () -> Training.of(Tiny.wave(40)).run());
        assertEquals(Kind.DATA, e.kind());
        String lookback = e.remedy().settings().findFirst().orElseThrow().value();
        Training.of(Tiny.wave(40))
                .settings(Tiny.settings().lookback(Integer.parseInt(lookback)))
                .run();
    }

    @Test
    void aSettingOutOfRangeIsRefusedWhereItIsGiven() {
        LstmException e = assertThrows(LstmException.class, () -> new SettingsRequest().units(0));
        assertEquals(Kind.USAGE, e.kind());
        assertEquals(Setting.UNITS, e.setting().orElseThrow());
    }

    @Test
    void rolesWithoutColumnsAreRefusedWhereTheyAreHandedOver() {
        Path csv = SeriesFile.weekdays(folder.resolve("close.csv"), 60);
        ReadOptions roles = ReadOptions.DEFAULT.withTarget("close").withRoles(new ColumnRoles(1, 1));
        LstmException e = assertThrows(LstmException.class, () -> CsvReader.read(csv, roles));
        assertEquals(Kind.USAGE, e.kind());
    }

    @Test
    void aColumnThatIsNotThereIsRefusedByItsName() {
        Path csv = SeriesFile.weekdays(folder.resolve("close.csv"), 60);
        ReadOptions unknown = ReadOptions.columns(List.of("close"), List.of("volume"), List.of());
        LstmException e = assertThrows(LstmException.class, () -> CsvReader.read(csv, unknown));
        assertTrue(e.problem().toString().contains("volume"), e.getMessage());
    }
}
