package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Weights that are learned on errors. */
class CombinationFitTest {
    /** Forecasts of zeros, so that each forecast is its own error. */
    private static BacktestResult result(int rows, Map<Method, double[]> errors) {
        List<OriginForecast> origins = IntStream.range(0, rows)
                .mapToObj(row -> {
                    Map<Method, double[][]> forecasts = new EnumMap<>(Method.class);
                    errors.forEach((method, each) -> forecasts.put(method, new double[][] {{each[row]}}));
                    return new OriginForecast(row, 1, forecasts, new double[0][][][]);
                })
                .toList();
        return new BacktestResult(new double[1][rows], new BitSet(), origins, 1, 1, List.of(new ErrorScale(1, 1)));
    }

    private static double[] errors(int rows, double size, int turn) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> size * ((row >> turn) % 2 == 0 ? 1 : -1))
                .toArray();
    }

    private static double[] weights(Combine mode, int rows, Map<Method, double[]> errors) {
        Combination fitted = CombinationFit.of(mode, List.of(result(rows, errors)));
        return Arrays.stream(Method.values())
                .mapToDouble(method -> fitted.members().contains(method)
                        ? fitted.at(0, 0)[fitted.members().indexOf(method)]
                        : 0)
                .toArray();
    }

    @Test
    void withManyForecastsTheWeightsAreThoseOfTheLeastError() {
        // Of independent errors of sizes 1 and 2 the best weights are 4/5 and 1/5.
        int rows = 1 << 14;
        double[] found =
                weights(Combine.ALL, rows, Map.of(Method.MODEL, errors(rows, 1, 0), Method.THETA, errors(rows, 2, 1)));
        assertEquals(0.8, found[Method.NETWORK.ordinal()], 5e-3);
        assertEquals(0.2, found[Method.THETA.ordinal()], 5e-3);
    }

    @Test
    void withFewForecastsTheyAreNearlyEqual() {
        double[] found =
                weights(Combine.ALL, 4, Map.of(Method.MODEL, errors(4, 1, 0), Method.THETA, errors(4, 1.1, 1)));
        assertTrue(found[Method.THETA.ordinal()] > 0.35, Arrays.toString(found));
    }

    @Test
    void aNetworkThatAddsNothingHasNoShare() {
        int rows = 64;
        double[] found =
                weights(Combine.ALL, rows, Map.of(Method.MODEL, errors(rows, 3, 0), Method.THETA, errors(rows, 1, 0)));
        assertEquals(0, found[Method.NETWORK.ordinal()]);
        assertEquals(1, found[Method.THETA.ordinal()]);
    }

    @Test
    void earlierForecastsSayHowSimpleMethodsShareWhatTheNetworkLeaves() {
        int rows = 1 << 12;
        List<BacktestResult> few = List.of(result(
                4,
                Map.of(Method.MODEL, errors(4, 1, 0), Method.THETA, errors(4, 1, 1), Method.DRIFT, errors(4, 9, 1))));
        List<BacktestResult> earlier = List.of(
                result(rows, Map.of(Method.THETA, errors(rows, 2, 1), Method.AUTOREGRESSION, errors(rows, 1, 2))));
        List<BacktestResult> each = List.of(result(
                4,
                Map.of(
                        Method.MODEL, errors(4, 1, 0),
                        Method.THETA, errors(4, 1, 1),
                        Method.AUTOREGRESSION, errors(4, 1, 1))));
        Combination fitted = CombinationFit.of(Combine.ALL, each, earlier);
        assertEquals(List.of(Method.NETWORK, Method.AUTOREGRESSION, Method.THETA), fitted.members());
        double[] weights = fitted.at(0, 0);
        assertEquals(4, weights[1] / weights[2], 0.1);
        assertTrue(weights[0] > 0.4 && weights[0] < 0.6, Arrays.toString(weights));
        double[] simple = CombinationFit.of(Combine.SIMPLE, each, earlier).at(0, 0);
        assertEquals(0.8, simple[0], 1e-2);
        assertTrue(CombinationFit.of(Combine.ALL, few, List.of()).usesNetwork());
    }

    @Test
    void aNetworkThatAddsNothingToEarlierForecastsHasNoShare() {
        int rows = 64;
        List<BacktestResult> each =
                List.of(result(rows, Map.of(Method.MODEL, errors(rows, 3, 0), Method.THETA, errors(rows, 1, 0))));
        List<BacktestResult> earlier = List.of(result(rows, Map.of(Method.THETA, errors(rows, 1, 0))));
        assertEquals(0, CombinationFit.of(Combine.ALL, each, earlier).at(0, 0)[0]);
    }

    @Test
    void simpleMethodsAloneLeaveTheNetworkOut() {
        double[] found =
                weights(Combine.SIMPLE, 8, Map.of(Method.MODEL, errors(8, 0, 0), Method.THETA, errors(8, 1, 0)));
        assertEquals(1, found[Method.THETA.ordinal()]);
    }

    @Test
    void plainMethodsTakePartOnlyWhereOneErrsLeast() {
        int rows = 64;
        for (double size : new double[] {0.5, 2}) {
            double[] found = weights(
                    Combine.ALL,
                    rows,
                    Map.of(
                            Method.MODEL, errors(rows, 1, 0),
                            Method.THETA, errors(rows, 1, 1),
                            Method.NAIVE, errors(rows, size, 2)));
            assertEquals(size < 1, found[Method.NAIVE.ordinal()] > 0, Arrays.toString(found));
        }
    }
}
