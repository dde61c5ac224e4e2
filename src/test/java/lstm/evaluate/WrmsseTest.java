package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import lstm.model.ErrorScale;
import lstm.model.Method;
import org.junit.jupiter.api.Test;

/** Numbers that were computed by hand. */
class WrmsseTest {
    /** From the first that is not 0 it changes by 2 and -1: a scale of sqrt(5 / 2). The model errs by 1 and 2. */
    private static final double[] FIRST = {0, 0, 2, 4, 3, 5, 6};

    /** It changes by 0, 0, 1, 2: a scale of sqrt(5 / 4). No error. */
    private static final double[] SECOND = {1, 1, 1, 2, 4, 4, 4};

    /** Of both; it changes by 0, 2, 3, 1: a scale of sqrt(14 / 4). The model errs by 1 and 2. */
    private static final double[] SUM = {1, 1, 3, 6, 7, 9, 10};

    private static BacktestResult result(double weight, double[] values, double... forecast) {
        double last = values[4];
        Map<Method, double[][]> forecasts =
                Map.of(Method.MODEL, new double[][] {forecast}, Method.NAIVE, new double[][] {{last, last}});
        OriginForecast origin = new OriginForecast(5, 5, forecasts, new double[0][][][]);
        return new BacktestResult(
                        new double[][] {values}, new BitSet(), List.of(origin), 1, 1, List.of(new ErrorScale(1, 1)))
                .weighing(OptionalDouble.of(weight));
    }

    private static final BacktestResult A = result(30, FIRST, 4, 8);
    private static final BacktestResult B = result(10, SECOND, 4, 4);

    @Test
    void aLevelIsTheWeightedMeanOfTheErrorsOfItsSeries() {
        Map<Method, Double> level = Wrmsse.of(List.of(List.of(A, B)), 0);
        assertEquals(0.75, level.get(Method.MODEL), 1e-12);
        // Naive errs by 2 and 3 in the first series.
        assertEquals(0.75 * Math.sqrt(6.5 / 2.5), level.get(Method.NAIVE), 1e-12);
    }

    @Test
    void allLevelsCountAlike() {
        BacktestResult sum = result(40, SUM, 8, 12);
        Map<Method, Double> levels = Wrmsse.of(List.of(List.of(A, B), List.of(sum)), 0);
        assertEquals((0.75 + Math.sqrt(2.5 / 3.5)) / 2, levels.get(Method.MODEL), 1e-12);
    }

    @Test
    void seriesThatNeverChangedOrCountForNothingAreLeftOut() {
        BacktestResult constant = result(50, new double[] {0, 0, 3, 3, 3, 5, 6}, 1, 1);
        BacktestResult nothing = result(0, SUM, 99, 99);
        assertEquals(
                0.75, Wrmsse.of(List.of(List.of(A, constant, B, nothing)), 0).get(Method.MODEL), 1e-12);
        assertEquals(Set.of(), Wrmsse.of(List.of(List.of(constant, nothing)), 0).keySet());
    }

    @Test
    void theMeanOfAnyScoreCountsSeriesAsTheyWeigh() {
        double rmse = new BacktestResults(List.of(A, B))
                .score(0, -1)
                .orElseThrow()
                .model()
                .rmse();
        assertEquals(0.75 * Math.sqrt(2.5), rmse, 1e-12);
        double alike = new BacktestResults(
                        List.of(A.weighing(OptionalDouble.empty()), B.weighing(OptionalDouble.empty())))
                .score(0, -1)
                .orElseThrow()
                .model()
                .rmse();
        assertEquals(0.5 * Math.sqrt(2.5), alike, 1e-12);
    }

    @Test
    void theAverageOfTheM4CompetitionKnowsNoWeights() {
        List<BacktestResult> weighed = List.of(A, B);
        List<BacktestResult> alike = weighed.stream()
                .map(one -> one.weighing(OptionalDouble.empty()))
                .toList();
        assertEquals(new BacktestResults(alike).overallAverages(0), new BacktestResults(weighed).overallAverages(0));
    }
}
