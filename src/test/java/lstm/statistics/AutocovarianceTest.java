package lstm.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;

class AutocovarianceTest {
    @Test
    void sumsAreThoseOfTheDefinition() {
        for (double[] values : Exact.moderate()) {
            double mean = Means.of(values);
            double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            for (int lag = 0; lag < Math.min(10, values.length); lag++) {
                double[] later = Arrays.copyOfRange(values, lag, values.length);
                double[] earlier = Arrays.copyOf(values, values.length - lag);
                BigDecimal center = new BigDecimal(mean);

                double exact = Exact.products(later, earlier, center, center).doubleValue();

                assertEquals(exact, Autocovariance.sum(values, mean, lag), 1e-9 * largest);
            }
        }
    }

    @Test
    void nothingIsFartherApartThanTheEnds() {
        assertEquals(0, Autocovariance.sum(new double[] {1, 2}, 1.5, 2));
    }

    @Test
    void lagsOfOneRunHaveTheCovariancesOfTheirColumns() {
        double[] values = Exact.moderate().get(0);
        int order = 5;

        LagMoments moments = new LagMoments(List.of(Values.of(values)), order);

        assertCovariances(moments, order, List.of(values));
    }

    @Test
    void runsThatAreTooShortForTheOrderDoNotCount() {
        double[] values = Exact.moderate().get(0);
        List<double[]> runs = List.of(
                Arrays.copyOfRange(values, 0, 60), new double[] {1e3, 1e3, 1e3}, Arrays.copyOfRange(values, 60, 100));

        List<Values> each = runs.stream().map(Values::of).toList();

        LagMoments moments = new LagMoments(each, 3);

        assertEquals(57 + 37, LagMoments.count(each, 3));
        assertCovariances(moments, 3, runs);
    }

    @Test
    void aLongColumnHasTheSameCovariancesAlthoughItIsReadInBlocks() {
        double[] values = Seed.random().doubles(9_000, -1, 1).toArray();

        assertCovariances(new LagMoments(List.of(Values.of(values)), 2), 2, List.of(values));
    }

    @Test
    void theLineRunsThroughTheMeans() {
        double[] values = {1, 3, 2, 6, 4};

        LagMoments moments = new LagMoments(List.of(Values.of(values)), 1);

        assertEquals(3.75 - 0.5 * 3, moments.intercept(new double[] {0.5}), 1e-12);
    }

    private static void assertCovariances(LagMoments moments, int order, List<double[]> runs) {
        for (int lag = 0; lag <= order; lag++) {
            for (int other = 0; other <= order; other++) {
                double[] a = column(runs, order, lag);
                double[] b = column(runs, order, other);
                BigDecimal exact = Exact.products(a, b, Exact.mean(a), Exact.mean(b));

                assertEquals(exact.doubleValue() / a.length, moments.covariance(lag, other), 1e-12);
            }
        }
    }

    /** The values of a lag in the rows that have all lags. */
    private static double[] column(List<double[]> runs, int order, int lag) {
        return runs.stream()
                .filter(run -> run.length > order)
                .flatMapToDouble(run -> Arrays.stream(run, order - lag, run.length - lag))
                .toArray();
    }
}
