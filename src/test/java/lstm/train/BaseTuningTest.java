package lstm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.base.BaseForecaster;
import lstm.base.BaseNetwork;
import lstm.base.BaseShape;
import lstm.base.SeasonPair;
import org.junit.jupiter.api.Test;

/** A base network that is trained on a series forecasts it better, and stays as it is where it does not. */
class BaseTuningTest {
    private static final BaseShape SHAPE = new BaseShape(8, 24, 48, 24);
    private static final BaseNetwork UNTRAINED =
            new BaseNetwork(SHAPE, SHAPE.initialWeights(3), new BaseNetwork.Training(3, 0, LocalDate.of(2026, 11, 30)));
    private static final Trainer.Listener NOBODY = new Trainer.Listener() {
        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return false;
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {}
    };

    /** Every value is half the one before: repeating the last is wrong in a way that can be learned. */
    private static double[] halving(int rows) {
        Random random = new Random(5);
        double[] values = new double[rows];
        for (int row = 1; row < rows; row++) {
            values[row] = values[row - 1] / 2 + random.nextGaussian();
        }
        return values;
    }

    private static List<BaseTuning.Known> known(double[]... series) {
        return Arrays.stream(series)
                .map(values -> new BaseTuning.Known(values, SeasonPair.NONE))
                .toList();
    }

    private static double error(BaseNetwork network, double[] values, int from) {
        try (BaseForecaster forecaster = new BaseForecaster(network.shape(), network.weights(), 1)) {
            return IntStream.range(from, values.length)
                    .mapToDouble(row -> Math.abs(values[row]
                            - forecaster
                                    .forecast(
                                            List.of(new BaseForecaster.Past(
                                                    Arrays.copyOf(values, row), SeasonPair.NONE)),
                                            1)
                                    .get(0)
                                    .median(0)))
                    .sum();
        }
    }

    @Test
    void aTrainedNetworkErrsLessOnLaterRows() {
        double[] values = halving(700);
        BaseNetwork tuned = new BaseTuning(UNTRAINED, 1)
                .on(known(Arrays.copyOf(values, 600)), 1, NOBODY)
                .network()
                .orElseThrow();
        assertEquals(SHAPE, tuned.shape());
        assertTrue(error(tuned, values, 600) < 0.9 * error(UNTRAINED, values, 600));
    }

    @Test
    void theBitsDependOnTheSeedAndNotOnTheThreads() {
        List<BaseTuning.Known> series = known(halving(420));
        float[] one = new BaseTuning(UNTRAINED, 1)
                .on(series, 7, NOBODY)
                .network()
                .orElseThrow()
                .weights();
        float[] three = new BaseTuning(UNTRAINED, 3)
                .on(series, 7, NOBODY)
                .network()
                .orElseThrow()
                .weights();
        assertArrayEquals(one, three);
    }

    @Test
    void fewOrUnknownRowsLeaveTheNetworkAsItIs() {
        assertTrue(new BaseTuning(UNTRAINED, 1)
                .on(known(halving(150)), 1, NOBODY)
                .network()
                .isEmpty());
        double[] unknown = new double[600];
        Arrays.fill(unknown, Double.NaN);
        assertTrue(new BaseTuning(UNTRAINED, 1)
                .on(known(unknown), 1, NOBODY)
                .network()
                .isEmpty());
    }

    @Test
    void someOfManySeriesChooseTheEpochAndGapsAreLeftOut() {
        double[][] many = new double[22][];
        Arrays.setAll(many, k -> halving(60 + k));
        many[3][50] = Double.NaN;
        many[4] = new double[] {1, 2};
        assertTrue(new BaseTuning(UNTRAINED, 1)
                .on(known(many), 1, NOBODY)
                .network()
                .isPresent());
    }

    @Test
    void aListenerStopsIt() {
        Trainer.Listener stop = new Trainer.Listener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                return true;
            }

            @Override
            public void afterEpoch(TrainingState state, boolean improved) {}
        };
        BaseTuning tuning = new BaseTuning(UNTRAINED, 1);
        BaseTuning.Result result = tuning.on(known(halving(420)), 1, stop);
        assertTrue(result.isStopped());
        assertTrue(result.network().isEmpty());
    }
}
