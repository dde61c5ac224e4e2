package lstm.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lstm.random.SplitMix64;
import lstm.statistics.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each part of a synthetic series has the property that it is named after. */
class ComponentTest {
    private static double[] realize(Component part, int rows) {
        double[] values = new double[rows];
        part.addTo(values, SplitMix64.of(5));
        return values;
    }

    private static double deviation(double[] values) {
        return Moments.twoPass(values.length, t -> values[t]).deviation();
    }

    private static double correlation(double[] values, int lag) {
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            squares += values[t] * values[t];
            sum += t < lag ? 0 : values[t] * values[t - lag];
        }
        return sum / squares;
    }

    @ParameterizedTest
    @EnumSource
    void aProfileHasMeanZeroAndDeviationOne(SeasonalShape shape) {
        for (int period : new int[] {2, 7, 12, 24, 168}) {
            double[] profile = shape.profile(period, SplitMix64.of(1, period));
            double deviation = deviation(profile);
            assertEquals(0, Arrays.stream(profile).sum(), 1e-9);
            assertTrue(Math.abs(deviation - 1) < 1e-9 || deviation == 0, shape + " " + period + ": " + deviation);
        }
    }

    @Test
    void aSeasonRepeatsAndItsAmplitudeGrows() {
        double[] same = realize(new SeasonalPattern(12, SeasonalShape.IRREGULAR, 2, 0, 0, 0), 48);
        assertTrue(deviation(same) > 1.9);
        for (int t = 12; t < 48; t++) {
            assertEquals(same[t - 12], same[t]);
        }
        double[] growing = realize(new SeasonalPattern(12, SeasonalShape.IRREGULAR, 2, 2, 0, 0), 480);
        double first = deviation(Arrays.copyOf(growing, 12));
        assertEquals(2.9, deviation(Arrays.copyOfRange(growing, 468, 480)) / first, 0.1);
    }

    @Test
    void anEvolvingSeasonForgetsItsProfile() {
        double[] values = realize(new SeasonalPattern(12, SeasonalShape.IRREGULAR, 1, 0, 0, 0.4), 1200);
        double near = 0;
        double far = 0;
        for (int t = 0; t < 12; t++) {
            near += Math.abs(values[t + 12] - values[t]) / 12;
            far += Math.abs(values[t + 1188] - values[t]) / 12;
        }
        assertTrue(near < far / 3, near + " in a period, " + far + " in 99");
    }

    @Test
    void aTrendWithoutTurnsIsALineAndADampedOneFades() {
        double[] line = realize(new TurningTrend(10, 0, 1), 100);
        assertEquals(line[50] - line[49], line[99] - line[98], 1e-9);
        double[] damped = realize(new TurningTrend(10, 0, 0.9), 100);
        assertTrue(Math.abs(damped[99] - damped[98]) < Math.abs(damped[1] - damped[0]) / 1000);
    }

    @Test
    void aWalkSpreadsAndMeanReversionDoesNot() {
        double[] walk = realize(new RandomWalk(1, 0, Shocks.NORMAL), 20_000);
        double[] steps = new double[walk.length - 1];
        Arrays.setAll(steps, t -> walk[t + 1] - walk[t]);
        assertEquals(1, deviation(steps), 0.03);
        assertEquals(0, correlation(steps, 1), 0.03);
        double[] reverting = realize(new MeanReversion(0.8, 3, Shocks.NORMAL), 20_000);
        assertEquals(3, deviation(reverting), 0.2);
        assertEquals(0.8, correlation(reverting, 1), 0.03);
    }

    @Test
    void aCycleHasItsLengthAndDeviation() {
        double[] cycle = realize(new StochasticCycle(20, 0.99, 2), 20_000);
        assertEquals(2, deviation(cycle), 0.3);
        assertTrue(correlation(cycle, 20) > 0.7 && correlation(cycle, 10) < -0.7);
    }

    @Test
    void aSmoothCurveHardlyMovesFromRowToRow() {
        double[] curve = realize(new SmoothCurve(1, 50), 20_000);
        assertEquals(1, deviation(curve), 0.2);
        assertTrue(correlation(curve, 1) > 0.999);
    }

    @Test
    void breaksLeaveTheLevelAloneInBetween() {
        double[] values = realize(new LevelBreaks(3, 5), 200);
        int moves = 0;
        for (int t = 1; t < 200; t++) {
            moves += values[t] == values[t - 1] ? 0 : 1;
        }
        assertTrue(moves >= 2 && moves <= 6, moves + " moves");
    }

    @Test
    void calendarEventsComeOnceAPeriod() {
        double[] values = realize(new CalendarEvents(30, 1, 2, 0.1, 0), 300);
        long rows = Arrays.stream(values).filter(value -> value != 0).count();
        assertTrue(rows >= 18 && rows <= 20, rows + " rows");
    }

    @ParameterizedTest
    @EnumSource
    void shocksHaveDeviationOneAndHeavyTailsWhereTheySaySo(Shocks.Tail tail) {
        double[] e = new Shocks(tail, new Shocks.Volatility.Constant()).draw(40_000, SplitMix64.of(9));
        double fourth = Arrays.stream(e).map(x -> x * x * x * x).average().orElseThrow();
        assertEquals(1, deviation(e), 0.06);
        assertTrue(tail == Shocks.Tail.NORMAL ? Math.abs(fourth - 3) < 0.3 : fourth > 4.5, tail + ": " + fourth);
    }

    @Test
    void largeShocksComeInBursts() {
        for (Shocks.Volatility volatility : new Shocks.Volatility[] {
            new Shocks.Volatility.Bursts(0.2, 0.75), new Shocks.Volatility.Stretches(4, 100)
        }) {
            double[] e = new Shocks(Shocks.Tail.NORMAL, volatility).draw(20_000, SplitMix64.of(9));
            double[] sizes = Arrays.stream(e).map(x -> Math.min(9, x * x)).toArray();
            double mean = Arrays.stream(sizes).average().orElseThrow();
            Arrays.setAll(sizes, t -> sizes[t] - mean);
            assertTrue(correlation(sizes, 1) > 0.1, volatility + ": " + correlation(sizes, 1));
        }
    }

    @Test
    void recordedValuesAreRoundedCensoredOrCounted() {
        SplitMix64 random = SplitMix64.of(3);
        assertEquals(1.25, new Observation.Rounded(0.25).of(1.2, random));
        assertEquals(0, new Observation.Censored().of(-2, random));
        double counted = 0;
        double ordered = 0;
        for (int k = 0; k < 20_000; k++) {
            counted += new Observation.Counts(2).of(5, random) / 20_000;
            ordered += new Observation.Intermittent(4).of(0.1, random) / 20_000;
        }
        assertEquals(5, counted, 0.15);
        assertEquals(4 * (1 - Math.exp(-0.1)), ordered, 0.03);
    }

    @Test
    void missingRowsAreStretchesBeforeTheLast() {
        double[] values = new double[50];
        new MissingRows(20, 10).apply(values, SplitMix64.of(1));
        assertTrue(Arrays.stream(values).filter(Double::isNaN).count() > 20);
        assertEquals(0, values[49]);
    }
}
