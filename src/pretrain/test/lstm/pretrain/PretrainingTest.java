package lstm.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import lstm.base.BaseNetwork;
import lstm.base.BaseShape;
import lstm.modelfile.BaseNetworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pre-training ends in the same bits however it is interrupted, in a file that forecasts. */
class PretrainingTest {
    private static final PretrainingPlan PLAN = new PretrainingPlan(new BaseShape(8, 24, 48, 24), 3, 2, 64, 16, 0.01);

    @TempDir
    Path folder;

    @Test
    void aResumedTrainingEndsInTheSameFile() throws Exception {
        Path whole = folder.resolve("whole.json");
        BaseModel once = BaseModel.untrained(PLAN);
        assertTrue(Pretraining.train(once, 1, state -> false, state -> {}));
        BaseModelFile.write(whole, once);

        Path parts = folder.resolve("parts.json");
        BaseModelFile.write(parts, BaseModel.untrained(PLAN));
        for (int step : new int[] {1, 3, 6}) {
            BaseModel part = BaseModelFile.read(parts);
            assertFalse(Pretraining.train(part, 2, state -> state.step() == step, state -> {}));
            BaseModelFile.write(parts, part);
        }
        BaseModel last = BaseModelFile.read(parts);
        assertTrue(Pretraining.train(last, 1, state -> false, state -> {}));
        BaseModelFile.write(parts, last);
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
    }

    @Test
    void theFileOfTheUsualShapeFits() throws Exception {
        Path file = folder.resolve("usual.json");
        PretrainingPlan plan = new PretrainingPlan(BaseShape.DEFAULT, 1, 1, 64, 16, 0.01);
        float[] weights = BaseModel.untrained(plan).state().weights();
        assertTrue(weights.length * 4L * 4 / 3 < 1_500_000, weights.length + " weights");
        assertEquals(weights.length, plan.shape().architecture().layout().size());
        BaseModelFile.write(file, BaseModel.untrained(plan));
        assertArrayEquals(weights, BaseModelFile.read(file).state().weights());
    }

    @Test
    void aReleaseHasTheBestWeightsAndSaysWhatTheyWereTrainedOn() throws Exception {
        BaseModel model = BaseModel.untrained(PLAN);
        Pretraining.train(model, 1, state -> false, state -> {});
        BaseNetwork network = Release.network(model, LocalDate.of(2026, 11, 30));
        assertArrayEquals(model.weights(), network.weights(), 1f / 512);
        assertEquals(64L * model.state().bestEpoch(), network.training().windows());
        BaseNetwork read = BaseNetworkFile.parse(BaseNetworkFile.bytes(network), "release.json");
        assertArrayEquals(network.weights(), read.weights());
        assertEquals(network.training(), read.training());
    }
}
