package lstm.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.base.BaseForecast;
import lstm.base.BaseShape;
import org.junit.jupiter.api.Test;

/** The naive forecast has a share where it errs less, and none where it does not. */
class NaiveShareTest {
    private static final int STEPS = 3;
    private static final int ROWS = 300;
    private static final int[] ORIGINS = IntStream.range(50, 250).toArray();

    private final Random random = new Random(7);

    /** The same forecast for each step. */
    private static BaseForecast forecast(int steps, double value, double last) {
        double[][] quantiles = new double[steps][BaseShape.LEVELS.width()];
        Arrays.stream(quantiles).forEach(step -> Arrays.setAll(step, level -> value + level - BaseShape.MEDIAN));
        return new BaseForecast(quantiles, unit(steps), last);
    }

    private static double[] unit(int steps) {
        double[] units = new double[steps];
        Arrays.fill(units, 1);
        return units;
    }

    private static List<BaseForecast> forecasts(int steps, double[] values, double... own) {
        return Arrays.stream(ORIGINS)
                .mapToObj(row -> forecast(steps, own[row], values[row - 1]))
                .toList();
    }

    private double[] walk() {
        double[] values = new double[ROWS];
        for (int row = 1; row < ROWS; row++) {
            values[row] = values[row - 1] + random.nextGaussian();
        }
        return values;
    }

    /** What a network says that takes noise for a pattern. */
    private double[] noisy(double... values) {
        double[] own = new double[ROWS];
        for (int row = 1; row < ROWS; row++) {
            own[row] = values[row - 1] + 0.5 * random.nextGaussian();
        }
        return own;
    }

    @Test
    void aForecastStaysAsItIsWhileNothingIsKnown() {
        BaseForecast next = new NaiveShare(STEPS).mixed(forecast(STEPS, 5, 1));
        assertArrayEquals(forecast(STEPS, 5, 1).quantiles(), next.quantiles());
    }

    @Test
    void aRandomWalkIsForecastNearlyByItsLastValueAndTheSpreadStays() {
        double[] values = walk();
        NaiveShare share = new NaiveShare(STEPS);
        share.next(forecasts(STEPS, values, noisy(values)), ORIGINS, values);
        double[] quantiles = share.mixed(forecast(STEPS, 2, 0)).quantiles()[0];
        assertTrue(Math.abs(quantiles[BaseShape.MEDIAN]) < 0.8, Arrays.toString(quantiles));
        assertEquals(6, quantiles[6] - quantiles[0], 1e-9);
    }

    @Test
    void aNetworkThatIsRightKeepsItsForecast() {
        double[] values = walk();
        double[] right = values.clone();
        NaiveShare share = new NaiveShare(1);
        share.next(forecasts(1, values, right), ORIGINS, values);
        assertEquals(0, share.at(0));
    }

    @Test
    void noForecastIsMixedByWhatCameAfterIt() {
        double[] values = walk();
        double[] own = noisy(values);
        double[] other = values.clone();
        int cut = 150;
        for (int row = cut; row < ROWS; row++) {
            other[row] = row % 7 == 0 ? Double.NaN : 100 * random.nextGaussian();
        }
        List<BaseForecast> first = new NaiveShare(STEPS).next(forecasts(STEPS, values, own), ORIGINS, values);
        List<BaseForecast> second = new NaiveShare(STEPS).next(forecasts(STEPS, values, own), ORIGINS, other);
        for (int k = 0; ORIGINS[k] <= cut; k++) {
            assertArrayEquals(first.get(k).quantiles(), second.get(k).quantiles());
        }
    }

    @Test
    void oneHugeErrorDoesNotDecide() {
        double[] values = walk();
        double[] right = values.clone();
        values[100] = 1e200;
        NaiveShare share = new NaiveShare(1);
        share.next(forecasts(1, values, right), ORIGINS, values);
        assertTrue(share.at(0) < 0.2, "share " + share.at(0));
    }
}
