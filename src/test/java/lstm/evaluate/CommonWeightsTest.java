package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.ErrorScale;
import lstm.model.Method;
import org.junit.jupiter.api.Test;

/** Weights that are common to several series. */
class CommonWeightsTest {
    private static final int ROWS = 256;

    /** A series of one value, which the network and Theta miss by these sizes, with independent signs. */
    private static BacktestResult series(double level, double network, double theta) {
        List<OriginForecast> origins = IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    Map<Method, double[][]> forecasts = new EnumMap<>(Method.class);
                    forecasts.put(Method.MODEL, new double[][] {{level + network * (row % 2 == 0 ? 1 : -1)}});
                    forecasts.put(Method.THETA, new double[][] {{level + theta * (row / 2 % 2 == 0 ? 1 : -1)}});
                    return new OriginForecast(row, 1, forecasts, new double[0][][][]);
                })
                .toList();
        double[] values = new double[ROWS];
        Arrays.fill(values, level);
        return new BacktestResult(new double[][] {values}, new BitSet(), origins, 1, 1, List.of(new ErrorScale(1, 1)));
    }

    private static List<BacktestResult> alternating(BacktestResult one, BacktestResult other) {
        return List.of(one, other, one, other);
    }

    @Test
    void weightsThatServeOtherSeriesAreTaken() {
        BacktestResult one = series(10, 1, 1);
        Combination found = CommonWeights.of(Combine.ALL, alternating(one, one));
        assertEquals(List.of(Method.NETWORK, Method.THETA), found.members());
        assertEquals(0.5, found.at(0, 0)[1], 0.05);
        assertTrue(found.usesMethods());
    }

    @Test
    void weightsThatOnlyHalfOfTheSeriesGainByAreNot() {
        Combination found = CommonWeights.of(Combine.ALL, alternating(series(10, 3, 1), series(10, 1, 9)));
        assertEquals(List.of(Method.NETWORK), found.members());
        assertEquals(1, found.at(0, 0)[0]);
        assertFalse(found.usesMethods());
        assertTrue(found.usesNetwork());
    }

    @Test
    void aSmallGainThatAllSeriesShareIsTaken() {
        // Theta errs twice as much: a tenth of it takes about a hundredth off the errors.
        BacktestResult one = series(10, 1, 2.5);
        Combination found = CommonWeights.of(Combine.ALL, alternating(one, one));
        assertTrue(found.usesNetwork() && found.usesMethods());
    }

    @Test
    void aGainInSquaresThatSpoilsSmallValuesIsNone() {
        // Theta errs less where values are large, and by a multiple of those that are small.
        List<BacktestResult> each = List.of(
                series(1000, 6, 1),
                series(1000, 6, 1),
                series(1000, 6, 1),
                series(1000, 6, 1),
                series(0.1, 0.001, 3),
                series(0.1, 0.001, 3));
        assertFalse(CommonWeights.of(Combine.ALL, each).usesMethods());
    }

    @Test
    void relativeErrorsAreOfPositiveValuesOnly() {
        BacktestResult zero = series(0, 1, 1);
        assertTrue(CommonWeights.of(Combine.ALL, alternating(zero, zero)).usesMethods());
    }

    /** A demand of 3 in one of three rows, of which the network always forecasts the median and TSB the mean. */
    private static BacktestResult demand() {
        double[] values = IntStream.range(0, ROWS)
                .mapToDouble(row -> row % 3 == 0 ? 3 : 0)
                .toArray();
        List<OriginForecast> origins = IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    Map<Method, double[][]> forecasts = new EnumMap<>(Method.class);
                    forecasts.put(Method.MODEL, new double[][] {{0}});
                    forecasts.put(Method.TSB, new double[][] {{1}});
                    return new OriginForecast(row, 1, forecasts, new double[0][][][]);
                })
                .toList();
        return new BacktestResult(new double[][] {values}, new BitSet(), origins, 1, 1, List.of(new ErrorScale(2, 2)));
    }

    @Test
    void demandThatIsMostlyZeroIsForecastByItsMeanAlthoughItsMedianHasSmallerAbsoluteErrors() {
        Combination found = CommonWeights.of(Combine.ALL, alternating(demand(), demand()));
        assertEquals(List.of(Method.NETWORK, Method.TSB), found.members());
        assertEquals(1, found.at(0, 0)[1], 0.01);
    }

    @Test
    void aNetworkThatAddsNothingIsLeftOut() {
        BacktestResult one = series(10, 5, 1);
        Combination found = CommonWeights.of(Combine.ALL, alternating(one, one));
        assertFalse(found.usesNetwork());
    }

    @Test
    void oneSeriesCannotShowThatItsWeightsServeOthers() {
        assertFalse(CommonWeights.of(Combine.ALL, List.of(series(10, 5, 1))).usesMethods());
        assertEquals(
                List.of(Method.THETA),
                CommonWeights.of(Combine.SIMPLE, List.of(series(10, 5, 1))).members());
    }
}
