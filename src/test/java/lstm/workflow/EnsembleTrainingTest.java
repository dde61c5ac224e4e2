package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.BacktestResult;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.model.TrainedNetwork;
import lstm.modelfile.ModelFile;
import lstm.series.Series;
import lstm.train.Recipe;
import lstm.train.TrainingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several networks in one model. */
class EnsembleTrainingTest {
    private static final int ROWS = 120;

    @TempDir
    private Path folder;

    private static SettingsRequest settings() throws LstmException {
        return Tiny.settings().epochs(20).patience(1).learningRate(0.05).horizon(2);
    }

    private static Training ensemble(int networks) throws LstmException {
        return Training.of(Tiny.wave(ROWS)).settings(settings()).ensemble(networks);
    }

    /** The networks of an ensemble as models of one network each. */
    private static List<TrainResult> alone(int networks) throws LstmException {
        Settings settings = settings().settings(List.of(Tiny.wave(ROWS)));
        List<TrainResult> each = new ArrayList<>();
        for (int number = 0; number < networks; number++) {
            Recipe recipe = settings.recipe().ofNetwork(number);
            each.add(Training.of(Tiny.wave(ROWS))
                    .settings(settings.withRecipe(recipe))
                    .run());
        }
        return each;
    }

    private static double forecast(TrainResult result, int origin, int step) {
        BacktestResult held = result.heldOut().orElseThrow();
        return held.origins().get(origin).forecasts().get(lstm.model.Method.MODEL)[0][step];
    }

    @Test
    void eachNetworkIsTheOneThatItsSeedMakesAloneAndTheForecastIsTheirMedian() throws Exception {
        List<TrainResult> alone = alone(3);
        TrainResult together = ensemble(3).threads(2).run();
        for (int k = 0; k < 3; k++) {
            TrainedNetwork own = alone.get(k).model().networks().get(0);
            TrainedNetwork network = together.model().networks().get(k);
            assertEquals(own.training(), network.training());
            assertArrayEquals(own.weights(), network.weights());
        }
        long lengths = together.model().networks().stream()
                .map(network -> network.training().history().size())
                .distinct()
                .count();
        assertTrue(lengths > 1, "one of them is to stop earlier than another");
        for (int origin = 0; origin < together.heldOut().orElseThrow().origins().size(); origin++) {
            for (int step = 0; step < 2; step++) {
                int at = origin;
                int ahead = step;
                double[] sorted = alone.stream()
                        .mapToDouble(one -> forecast(one, at, ahead))
                        .sorted()
                        .toArray();
                assertEquals(sorted[1], forecast(together, origin, step), 1e-9);
            }
        }
    }

    @Test
    void oneNetworkIsWhatThereIsWithoutAnEnsemble() throws Exception {
        Model plain = Training.of(Tiny.wave(ROWS)).settings(settings()).run().model();
        assertArrayEquals(
                ModelFile.bytes(plain), ModelFile.bytes(ensemble(1).run().model()));
    }

    @Test
    void theModelIsTheSameWhateverTheThreads() throws Exception {
        byte[] one = ModelFile.bytes(ensemble(3).threads(1).run().model());
        for (int threads : new int[] {2, 3, 7}) {
            assertArrayEquals(
                    one, ModelFile.bytes(ensemble(3).threads(threads).run().model()));
        }
    }

    @Test
    void stoppedAnywhereItResumesToTheSameModel() throws Exception {
        byte[] whole = ModelFile.bytes(ensemble(3).threads(1).run().model());
        for (int steps : new int[] {1, 4, 9, 13}) {
            Path file = folder.resolve("stopped" + steps + ".json");
            AtomicInteger done = new AtomicInteger();
            ensemble(3)
                    .listener(new TrainingListener() {
                        @Override
                        public boolean afterStep(TrainingState state, int batches) {
                            return done.incrementAndGet() == steps;
                        }
                    })
                    .saveTo(file, TrainingStart.ANEW)
                    .run();
            Model stopped = ModelFile.read(file);
            assertFalse(stopped.isFinished());
            assertEquals(3, stopped.networks().size());
            ensemble(3).saveTo(file, TrainingStart.RESUME).run();
            assertArrayEquals(whole, Files.readAllBytes(file), "stopped after " + steps + " steps");
        }
    }

    @Test
    void theNumberOfNetworksIsKeptWhenATrainingIsResumed() throws Exception {
        Path file = folder.resolve("m.json");
        ensemble(2)
                .listener(new TrainingListener() {
                    @Override
                    public boolean afterStep(TrainingState state, int batches) {
                        return true;
                    }
                })
                .saveTo(file, TrainingStart.ANEW)
                .run();
        LstmException e = assertThrows(
                LstmException.class,
                () -> ensemble(3).saveTo(file, TrainingStart.RESUME).run());
        assertEquals(Setting.ENSEMBLE, e.setting().orElseThrow());
    }

    @Test
    void anUpdateTrainsEachNetworkOn() throws Exception {
        Model old = ensemble(3).run().model();
        UpdateResult updated = ModelUpdate.of(old, "m", Tiny.wave(ROWS + 60))
                .validation(0)
                .epochs(2)
                .run()
                .orElseThrow();
        assertTrue(updated.isNew());
        assertEquals(3, updated.model().networks().size());
        for (int k = 0; k < 3; k++) {
            assertEquals(
                    2, updated.model().networks().get(k).training().history().size());
            assertFalse(java.util.Arrays.equals(
                    old.weights().get(k), updated.model().weights().get(k)));
        }
    }

    @Test
    void severalSeriesShareAnEnsemble() throws Exception {
        List<Series> each = List.of(Tiny.wave(ROWS), Tiny.wave(17, 17 + ROWS));
        Model model = Training.of(each)
                .settings(settings())
                .ensemble(2)
                .threads(2)
                .run()
                .model();
        assertEquals(2, model.networks().size());
        assertTrue(model.calibration().isPresent());
    }

    @Test
    void aNumberThatIsNotFromOneToAHundredIsRefused() {
        for (int networks : new int[] {Integer.MIN_VALUE, -1, 0, 101, 1000}) {
            LstmException e = assertThrows(LstmException.class, () -> ensemble(networks));
            assertEquals(LstmException.Kind.USAGE, e.kind());
            assertTrue(e.getMessage().contains("1 to 100"), e.getMessage());
        }
    }

    @Test
    void simpleMethodsAloneHaveNoNetworksToMultiply() {
        LstmException e = assertThrows(LstmException.class, () -> Training.of(Tiny.wave(ROWS))
                .settings(
                        new SettingsRequest().combine(lstm.model.Combine.SIMPLE).ensemble(2))
                .run());
        assertEquals(Setting.ENSEMBLE, e.setting().orElseThrow());
    }
}
