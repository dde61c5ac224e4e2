package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lstm.base.OpenBaseNetworks;
import lstm.model.Autoregression;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final double[] VALUES = {1, 2, 4, 7, 99, 99, 99};

    @Test
    void naiveRepeatsTheLastValue() {
        assertArrayEquals(new double[] {7, 7}, new Baseline.Naive().forecast(VALUES, 4, 2));
        assertArrayEquals(new double[] {2, 4}, new Baseline.Naive().oneStep(VALUES, new int[] {2, 3}));
    }

    @Test
    void seasonalNaiveRepeatsTheLastSeasonOverAndOver() {
        Baseline season = new Baseline.SeasonalNaive(3);
        assertArrayEquals(new double[] {2, 4, 7, 2, 4, 7, 2}, season.forecast(VALUES, 4, 7));
        assertArrayEquals(new double[] {1, 2}, season.oneStep(VALUES, new int[] {3, 4}));
        assertEquals(3, season.historyRows());
    }

    @Test
    void driftGoesOnInAStraightLine() {
        Baseline drift = new Baseline.Drift(2);
        assertArrayEquals(new double[] {9, 11, 13}, drift.forecast(VALUES, 4, 3));
        assertArrayEquals(
                new double[] {Double.MAX_VALUE}, new Baseline.Drift(1e308).forecast(new double[] {1.7e308}, 1, 1));
    }

    @Test
    void anAutoregressionFeedsItsOwnForecasts() {
        Baseline linear = new Baseline.Linear(new Autoregression(1, 2, 0.5, new double[] {0.5, -0.25}));
        // z = (y - 1) / 2: 1.5, 3; next 0.5 + 1.5 - 0.375 = 1.625, then 0.5 + 0.8125 - 0.75 = 0.5625.
        assertArrayEquals(new double[] {1 + 2 * 1.625, 1 + 2 * 0.5625}, linear.forecast(VALUES, 4, 2));
        assertArrayEquals(new double[] {1 + 2 * (0.5 + 0.75 - 0.125), 4.25}, linear.oneStep(VALUES, new int[] {3, 4}));
    }

    @Test
    void nothingAfterTheOriginMovesAForecast() {
        double[] other = VALUES.clone();
        Arrays.fill(other, 4, 7, -1e9);
        FittedBaselines fitted = new FittedBaselines(
                3, new ErrorScale(1, 1), 0.5, new Autoregression(0, 1, 0, new double[] {0.5, 0.3}), new double[0]);
        List<Baseline> all = Baseline.of(fitted);
        assertEquals(4, all.size());
        for (Baseline baseline : all) {
            assertArrayEquals(baseline.forecast(VALUES, 4, 6), baseline.forecast(other, 4, 6));
            for (int row = 3; row < 6; row++) {
                assertArrayEquals(
                        baseline.forecast(VALUES, row, 1), baseline.oneStep(VALUES, new int[] {row}), "row " + row);
            }
        }
    }

    @Test
    void aMethodThatOneTargetIsTooShortForIsThereForNone() {
        List<List<Method>> each = Baseline.common(List.of(ofLags(3), ofLags(1)), 2, new OpenBaseNetworks()).stream()
                .map(all -> all.stream().map(Baseline::method).toList())
                .toList();
        assertEquals(each.get(0), each.get(1));
        assertEquals(List.of(Method.NAIVE, Method.DRIFT, Method.EXPONENTIAL_SMOOTHING, Method.THETA), each.get(0));
    }

    private static FittedBaselines ofLags(int lags) {
        double[][] target = {{1, 3, 2, 5, 4, 6, 5, 8}};
        FittedBaselines plain = new FittedBaselines(
                1, new ErrorScale(1, 1), 0, new Autoregression(0, 1, 0, new double[lags]), new double[0]);
        return BaselineFit.smoothing(List.of(plain), target, new BitSet(), 8).get(0);
    }

    @Test
    void anExplosiveAutoregressionStaysFinite() {
        Baseline wild = new Baseline.Linear(new Autoregression(1e308, 1e301, 1e12, new double[] {1e12, -1e12, 1e12}));
        for (double forecast : wild.forecast(new double[] {1e308, -1e308, Double.MAX_VALUE}, 3, 50)) {
            assertTrue(Double.isFinite(forecast));
        }
    }

    @Test
    void onlyTheTrainingRowsAreLearnedFrom() {
        double[] target = new double[60];
        Arrays.setAll(target, k -> 3 * k + k % 5 * (k % 3));
        double[] changed = target.clone();
        Arrays.fill(changed, 50, 60, -1e6);
        FittedBaselines one =
                BaselineFit.of(new double[][] {target}, new BitSet(), 50, 5, 4).get(0);
        FittedBaselines other =
                BaselineFit.of(new double[][] {changed}, new BitSet(), 50, 5, 4).get(0);
        assertEquals(one.scale(), other.scale());
        assertEquals(one.drift(), other.drift());
        assertEquals((target[49] - target[0]) / 49, one.drift(), 1e-12);
        assertArrayEquals(
                one.autoregression().coefficients(), other.autoregression().coefficients());
        assertEquals(one.autoregression().mean(), other.autoregression().mean());
        int reach = Math.max(5, one.autoregression().order());
        assertArrayEquals(
                Arrays.copyOfRange(target, 60 - reach, 56), one.recent(), "as far back as a season or a lag reaches");
        assertEquals(
                56,
                BaselineFit.of(new double[][] {target}, new BitSet(), 50, 1000, 4)
                        .get(0)
                        .recent()
                        .length,
                "all there are");
        assertEquals(
                0,
                BaselineFit.of(new double[][] {target}, new BitSet(), 50, 5, 50)
                        .get(0)
                        .recent()
                        .length);
    }

    @Test
    void seasonalNaiveIsThereOnlyWithASeason() {
        FittedBaselines fitted =
                BaselineFit.of(new double[][] {VALUES}, new BitSet(), 7, 1, 3).get(0);
        assertEquals(
                List.of(Method.NAIVE, Method.DRIFT, Method.AUTOREGRESSION),
                Baseline.of(fitted).stream().map(Baseline::method).toList());
    }

    @Test
    void maskedRowsTeachNothing() {
        double[] target = new double[60];
        for (int row = 0; row < 60; row++) {
            target[row] = row % 5 + 0.25 * row;
        }
        BitSet masked = new BitSet();
        masked.set(0);
        masked.set(30);
        masked.set(49);
        double[] spoilt = target.clone();
        masked.stream().forEach(row -> spoilt[row] = -1e5);
        FittedBaselines one =
                BaselineFit.of(new double[][] {target}, masked, 50, 5, 4).get(0);
        FittedBaselines other =
                BaselineFit.of(new double[][] {spoilt}, masked, 50, 5, 4).get(0);
        assertEquals(one.scale(), other.scale());
        assertEquals(one.drift(), other.drift());
        assertEquals((target[48] - target[1]) / 47, one.drift(), 1e-12);
        assertArrayEquals(
                one.autoregression().coefficients(), other.autoregression().coefficients());
    }
}
