package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.model.IntermittentDemand;
import lstm.model.Method;
import lstm.model.Smoothing;
import lstm.model.Smoothing.Seasonality;
import lstm.model.Smoothing.Trend;
import lstm.model.Theta;
import lstm.prepare.Demand;
import lstm.series.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Published figures are those of R's package forecast 8.20 on the same files and rows. */
class SimpleMethodsTest {
    private static final BitSet NONE = new BitSet();

    private static double[] column(String file, String name) throws Exception {
        Path csv = Path.of("data", file);
        return CsvReader.read(CsvSource.of(csv), ReadOptions.DEFAULT.withTarget(name))
                .column(0);
    }

    /** RMSE of one-step forecasts of the rows from {@code first} on, relative to that of repeating the last value. */
    private static double relative(double[] values, int first, java.util.function.IntToDoubleFunction forecast) {
        double squares = 0;
        double naive = 0;
        for (int row = first; row < values.length; row++) {
            squares += Math.pow(values[row] - forecast.applyAsDouble(row), 2);
            naive += Math.pow(values[row] - values[row - 1], 2);
        }
        return Math.sqrt(squares / naive);
    }

    private static double smoothed(double[] values, int first, int season) {
        Smoothing fitted = SmoothingFit.of(values, NONE, first, season);
        int from = Math.max(0, first - SmoothingFit.MOST_ROWS);
        SmoothingState state = new SmoothingState(fitted, values, from, first);
        IntStream.range(from, first).forEach(row -> state.take(values[row]));
        return relative(values, first, row -> {
            double forecast = state.forecast(1);
            state.take(values[row]);
            return forecast;
        });
    }

    private static double theta(double[] values, int first, int season) {
        Theta fitted = ThetaFit.of(values, first, season);
        return relative(values, first, row -> new ThetaForecast(fitted, values, 0, row).steps(1)[0]);
    }

    @Test
    void smoothingErrsAsPublished() throws Exception {
        double[] sunspots = column("sunspots.csv", "value");
        assertEquals(0.930, smoothed(sunspots, sunspots.length * 4 / 5, 1), 0.001);
        double[] goog = column("goog.csv", "close");
        assertEquals(1.008, smoothed(goog, goog.length * 4 / 5, 1), 0.01);
    }

    @Test
    void smoothingOfLogarithmsForecastsTwoYearsNoWorseThanPublished() throws Exception {
        double[] passengers = column("airline-passengers.csv", "value");
        int first = passengers.length - 24;
        double[] logs = Arrays.stream(passengers).map(Math::log).toArray();
        Smoothing fitted = SmoothingFit.of(logs, NONE, first, 12);
        SmoothingState state = new SmoothingState(fitted, logs, 0, first);
        IntStream.range(0, first).forEach(row -> state.take(logs[row]));
        double error = IntStream.rangeClosed(1, 24)
                .mapToDouble(step -> Math.abs(Math.exp(state.forecast(step)) - passengers[first + step - 1]))
                .average()
                .orElseThrow();
        double scale = IntStream.range(12, first)
                .mapToDouble(row -> Math.abs(passengers[row] - passengers[row - 12]))
                .average()
                .orElseThrow();
        assertTrue(error / scale <= 0.750, error / scale + "");
    }

    @Test
    void thetaErrsAsPublished() throws Exception {
        double[] sunspots = column("sunspots.csv", "value");
        assertEquals(0.931, theta(sunspots, sunspots.length * 4 / 5, 1), 0.001);
        double[] goog = column("goog.csv", "close");
        assertEquals(1.002, theta(goog, goog.length * 4 / 5, 1), 0.001);
        double[] passengers = column("airline-passengers.csv", "value");
        assertEquals(0.388, theta(passengers, passengers.length - 24, 12), 0.01);
    }

    @Test
    void aSeasonIsFoundWhereThereIsOne() {
        double[] wave = IntStream.range(0, 60)
                .mapToDouble(k -> Math.sin(k * Math.PI / 6))
                .toArray();
        assertTrue(ThetaFit.isSeasonal(wave, 12));
        assertFalse(ThetaFit.isSeasonal(Arrays.copyOf(wave, 35), 12), "of fewer than three seasons none is sure");
        Random random = new Random(1);
        assertFalse(ThetaFit.isSeasonal(
                DoubleStream.generate(random::nextGaussian).limit(60).toArray(), 12));
        assertFalse(ThetaFit.isSeasonal(new double[60], 12), "a constant has none");
    }

    @Test
    void indicesAreThoseThatTheSeriesWasMadeOf() {
        double[] added = {3, -1, -4, 2};
        double[] sums = IntStream.range(0, 24)
                .mapToDouble(k -> 50 + 2 * k + added[k % 4])
                .toArray();
        assertArrayEquals(added, SeasonalIndices.of(sums, 0, 24, 4, false), 1e-9);
        double[] times = {1.2, 0.5, 1.3};
        double[] products =
                IntStream.range(0, 24).mapToDouble(k -> 7 * times[k % 3]).toArray();
        assertArrayEquals(times, SeasonalIndices.of(products, 0, 24, 3, true), 1e-9);
    }

    @Test
    void aMultipliedSeasonIsExtendedExactly() {
        double[] times = {1.2, 0.5, 1.3};
        double[] values =
                IntStream.range(0, 30).mapToDouble(k -> 7 * times[k % 3]).toArray();
        Smoothing smoothing = new Smoothing(Trend.NONE, Seasonality.MULTIPLICATIVE, 3, 0.3, 0, 0.2, 1);
        SmoothingState state = new SmoothingState(smoothing, values, 0, 30);
        for (double value : values) {
            assertEquals(0, state.take(value), 1e-9);
        }
        assertEquals(7 * 0.5, state.forecast(5), 1e-9);
    }

    @Test
    void demandIsItsChanceTimesItsSize() {
        double[] values = {0, 0, 6, 0, 0, 6, 0, 0, 6};
        DemandForecast forecast = new DemandForecast(new IntermittentDemand(0.5, 0.5), values, 0, values.length);
        assertEquals(2, forecast.forecast(), 1e-12);
        forecast.take(0);
        assertEquals(1, forecast.forecast(), 1e-12);
        // The chance is (1/6 + 1) / 2, the size (6 + 12) / 2.
        forecast.take(12);
        assertEquals(7.0 / 12 * 9, forecast.forecast(), 1e-12);
    }

    @Test
    void demandIsIntermittentFromAQuarterOfZerosOn() {
        assertTrue(Demand.isIntermittent(new double[] {0, 1, 2, 3}, NONE, 4));
        assertFalse(Demand.isIntermittent(new double[] {0, 1, 2, 3, 4}, NONE, 5));
        assertFalse(Demand.isIntermittent(new double[] {0, 0, 2, -3}, NONE, 4));
        assertFalse(Demand.isIntermittent(new double[4], NONE, 4));
    }

    /** On average the forecasts of a steady chance and size are theirs. */
    @Test
    void theFitOfSteadyDemandChangesLittle() {
        Random random = new Random(2);
        double[] values = IntStream.range(0, 1000)
                .mapToDouble(k -> random.nextInt(4) == 0 ? 8 : 0)
                .toArray();
        IntermittentDemand fitted = DemandForecast.fit(values, values.length);
        assertTrue(fitted.chance() < 0.05, fitted.toString());
        DemandForecast forecast = new DemandForecast(fitted, values, 0, values.length);
        for (double value : values) {
            forecast.take(value);
        }
        assertEquals(2, forecast.forecast(), 0.4);
    }

    private static double[] refitted(Method method, double[] values, int season, int horizon) {
        return Baseline.refitted(method, season, NONE).forecast(values, values.length, horizon);
    }

    @Test
    void refittedThetaErrsAsPublished() throws Exception {
        double[] passengers = column("airline-passengers.csv", "value");
        int first = passengers.length - 24;
        double theta =
                relative(passengers, first, row -> refitted(Method.THETA, Arrays.copyOf(passengers, row), 12, 1)[0]);
        assertEquals(0.388, theta, 0.02);
    }

    @Test
    void demandOfMostlyZerosIsItsMeanRate() {
        double[] values =
                IntStream.range(0, 400).mapToDouble(k -> k % 4 == 0 ? 8 : 0).toArray();
        assertEquals(2, refitted(Method.TSB, values, 1, 3)[2], 0.2);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPONENTIAL_SMOOTHING", "THETA", "TSB"})
    void anyRowsHaveAFiniteForecast(Method method) {
        for (double[] values : List.of(
                new double[] {3},
                new double[] {0, 0, 0},
                new double[] {1, 2},
                new double[] {1.7e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308},
                new double[] {1e-300, 2e-300, 4e-300, 8e-300},
                new double[] {Double.MIN_VALUE, 0, Double.MIN_VALUE})) {
            for (int season : new int[] {1, 2, 12}) {
                double[] forecast = refitted(method, values, season, 40);
                assertTrue(
                        Arrays.stream(forecast).allMatch(Double::isFinite),
                        Arrays.toString(values) + ", season " + season + ": " + Arrays.toString(forecast));
            }
        }
        assertEquals(5, refitted(method, new double[] {5, 5, 5, 5, 5, 5, 5, 5}, 2, 3)[2], 1e-6);
    }
}
