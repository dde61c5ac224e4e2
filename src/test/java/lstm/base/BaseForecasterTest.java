package lstm.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An untrained network repeats the season, and what it reads of a history is finite and marks what is missing. */
class BaseForecasterTest {
    private static final BaseShape SHAPE = new BaseShape(8, 24, 48, 24);

    @Test
    void anUntrainedNetworkForecastsSeasonalNaiveForAsLongAsAsked() {
        double[] past =
                IntStream.range(0, 20).mapToDouble(t -> 100 + t % 5 + t % 2).toArray();
        try (BaseForecaster forecaster = new BaseForecaster(SHAPE, SHAPE.initialWeights(3), 1)) {
            double[][] forecast = forecaster
                    .forecast(List.of(new BaseForecaster.Past(past, new SeasonPair(5, 0))), 60)
                    .get(0)
                    .quantiles();
            assertEquals(60, forecast.length);
            for (int step = 0; step < 60; step++) {
                double[] quantiles = forecast[step];
                assertEquals(past[15 + step % 5], quantiles[BaseShape.MEDIAN], 1e-6);
                assertTrue(quantiles[0] < quantiles[3] && quantiles[3] < quantiles[6]);
            }
        }
    }

    @Test
    void aSeasonLongerThanTheHorizonIsRepeated() {
        double[] past = IntStream.range(0, 90).mapToDouble(t -> 100 + t % 30).toArray();
        try (BaseForecaster forecaster = new BaseForecaster(SHAPE, SHAPE.initialWeights(3), 1)) {
            double[][] forecast = forecaster
                    .forecast(List.of(new BaseForecaster.Past(past, new SeasonPair(30, 0))), 70)
                    .get(0)
                    .quantiles();
            for (int step = 0; step < 70; step++) {
                assertEquals(100 + step % 30, forecast[step][BaseShape.MEDIAN], 1e-6);
                assertEquals(forecast[0][6] - forecast[0][3], forecast[step][6] - forecast[step][3], 1e-6);
            }
        }
    }

    @Test
    void aLineIsContinuedWhetherItHasASeasonOrNot() {
        for (int season : new int[] {1, 4}) {
            double[] past = IntStream.range(0, 24)
                    .mapToDouble(t -> 10 + 2.5 * t + (season > 1 ? t % season : 0))
                    .toArray();
            past[9] = Double.NaN;
            try (BaseForecaster forecaster = new BaseForecaster(SHAPE, SHAPE.initialWeights(3), 1)) {
                BaseForecast forecast = forecaster
                        .forecast(List.of(new BaseForecaster.Past(past, new SeasonPair(season, 0))), 60)
                        .get(0);
                for (int step = 0; step < 60; step++) {
                    double next = 10 + 2.5 * (24 + step) + (season > 1 ? step % season : 0);
                    assertEquals(next, forecast.medians()[step], 1e-4);
                    double[] quantiles = forecast.quantiles()[step];
                    assertTrue(quantiles[0] < next && next < quantiles[6] && quantiles[6] < next + 1, "step " + step);
                }
            }
        }
    }

    @Test
    void whatIsForecastBesideASeriesChangesNoBitOfItsForecast() {
        Random random = new Random(5);
        float[] weights = new float[SHAPE.architecture().layout().size()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) random.nextGaussian() / 3;
        }
        List<BaseForecaster.Past> pasts = IntStream.range(0, 210)
                .mapToObj(k -> IntStream.range(0, 40)
                        .mapToDouble(t -> (t * t + k) % 13 + 0.1 * t)
                        .toArray())
                .map(past -> new BaseForecaster.Past(past, new SeasonPair(13, 0)))
                .toList();
        try (BaseForecaster one = new BaseForecaster(SHAPE, weights, 1).fillingSlices();
                BaseForecaster two = new BaseForecaster(SHAPE, weights, 2).fillingSlices()) {
            List<BaseForecast> all = one.forecast(pasts, 30);
            assertFalse(Arrays.equals(all.get(0).medians(), all.get(1).medians()));
            for (int count : new int[] {1, 7, 17}) {
                List<BaseForecast> some = two.forecast(pasts.subList(3, 3 + count), 30);
                for (int k = 0; k < count; k++) {
                    assertArrayEquals(all.get(3 + k).medians(), some.get(k).medians());
                }
            }
        }
    }

    @Test
    void targetsOfAWindowStandForTheFuture() {
        double[] past =
                IntStream.range(0, 50).mapToDouble(t -> t * t % 13 + 0.1 * t).toArray();
        double[] future =
                IntStream.range(50, 74).mapToDouble(t -> t * t % 13 + 0.1 * t).toArray();
        SeasonalHistory history = new SeasonalHistory(past, new SeasonPair(13, 0));
        float[] targets = new WindowInputs(SHAPE).targets(history, future);
        for (int step = 0; step < 24; step++) {
            assertEquals(future[step], WindowInputs.value(history, step, targets[step]), 1e-5);
        }
    }

    @Test
    void aHistoryFillsGapsFromTheSeasonBeforeAndMasksThem() {
        double[] past = {Double.NaN, 1, 2, 3, 1, Double.NaN, 3, 1, 2, 3};
        SeasonalHistory history = new SeasonalHistory(past, new SeasonPair(3, 0));
        assertEquals(9, history.rows());
        assertFalse(history.isKnown(4));
        assertEquals(2, history.value(4));
        assertEquals(1, history.naive(0));
        assertEquals(2, history.naive(4));
        float[] window = new WindowInputs(SHAPE).window(history);
        int missing = (48 - 9 + 4) * WindowInputs.COLUMNS;
        assertEquals(0, window[missing + 2]);
        assertEquals(1, window[missing + 2 + WindowInputs.COLUMNS]);
        assertEquals(0, window[0]);
    }

    @Test
    void inputsOfAnyHistoryAreFinite() {
        WindowInputs inputs = new WindowInputs(SHAPE);
        for (double[] past :
                new double[][] {{3}, {Double.NaN, 0, Double.NaN}, {1, 1}, new double[30], {1e100, -1e100}}) {
            for (int season : new int[] {1, 2, 12}) {
                SeasonalHistory history = new SeasonalHistory(past, new SeasonPair(season, 2 * season));
                float[] targets = inputs.targets(history, new double[24]);
                for (float[] values : new float[][] {inputs.window(history), targets}) {
                    for (float value : values) {
                        assertTrue(Float.isFinite(value), past.length + " rows, season " + season);
                    }
                }
            }
        }
    }

    @Test
    void theSeasonThatRepeatsBetterIsTheMainOne() {
        double[] past = IntStream.range(0, 100).mapToDouble(t -> t % 20).toArray();
        assertEquals(20, new SeasonalHistory(past, new SeasonPair(5, 20)).season());
        assertEquals(5, new SeasonalHistory(past, new SeasonPair(5, 20)).other());
        double[] few = IntStream.range(0, 15).mapToDouble(t -> t % 5).toArray();
        assertEquals(5, new SeasonalHistory(few, new SeasonPair(5, 20)).season());
        assertEquals(1, new SeasonalHistory(few, new SeasonPair(30, 0)).season());
    }
}
