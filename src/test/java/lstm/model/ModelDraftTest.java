package lstm.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import lstm.prepare.TrainingSet;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.TrainingState;
import org.junit.jupiter.api.Test;

class ModelDraftTest {
    @Test
    void beforeTheFirstEpochIsFinishedAModelHasTheCurrentWeights() throws Exception {
        double[] values = IntStream.range(0, 60).mapToDouble(Math::sin).toArray();
        Series series = Series.of("s", values);
        Settings settings =
                Settings.CLASSIC.withUnits(2).withLayers(1).withLookback(5).withEnsemble(2);
        TrainingSet set = TrainingSet.of(settings.plan(), settings.lookback(), series, settings.validation());
        FittedBaselines baselines = new FittedBaselines(
                1, new ErrorScale(1, 1), 0, new Autoregression(0, 1, 0, new double[0]), new double[0]);
        ModelDraft draft =
                ModelDraft.of(series, ReadOptions.DEFAULT, set, List.of(baselines), settings.architecture(1), settings);
        List<TrainingState> states = draft.start();

        Model model = draft.unfinished(states);

        assertEquals(2, states.size());
        for (int k = 0; k < 2; k++) {
            assertEquals(0, states.get(k).bestEpoch());
            assertArrayEquals(states.get(k).weights(), model.weights().get(k));
        }
    }
}
