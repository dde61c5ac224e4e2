package lstm.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> texts(AxisScale scale, double low, double high, int most) {
        return scale.ticks(new Extent(low, high), most).stream().map(Tick::text).toList();
    }

    private static double at(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    }

    private static List<String> times(String from, String to) {
        return texts(AxisScale.TIME, at(from), at(to), 8);
    }

    @Test
    void numbersAreRound() {
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), texts(AxisScale.LINEAR, 0, 100, 6));
        assertEquals(List.of("-0.2", "-0.1", "0", "0.1"), texts(AxisScale.LINEAR, -0.21, 0.17, 4));
        assertEquals(List.of("7,000,000", "8,000,000"), texts(AxisScale.LINEAR, 6.5e6, 8.1e6, 2));
        assertEquals(List.of("1e12", "2e12"), texts(AxisScale.LINEAR, 0.9e12, 2.1e12, 2));
        assertEquals(List.of("1e-7", "2e-7"), texts(AxisScale.LINEAR, 0.9e-7, 2.1e-7, 2));
    }

    @Test
    void countsAreWhole() {
        assertEquals(List.of("1", "2", "3"), texts(AxisScale.COUNT, 1, 3, 8));
    }

    @Test
    void logarithmsHavePowersOfTen() {
        assertEquals(List.of("0.002", "0.005", "0.01", "0.02", "0.05", "0.1"), texts(AxisScale.LOG, 0.0013, 0.12, 6));
        assertEquals(List.of("1e-8", "0.0001", "1"), texts(AxisScale.LOG, 1e-10, 10, 3));
    }

    @Test
    void timesAreWhereCalendarsHaveTheirBeginnings() {
        assertEquals(
                List.of("2005", "2010", "2015", "2020"),
                times("2004-03-01T00:00", "2024-02-01T00:00").subList(0, 4));
        assertEquals(
                List.of("2008-06", "2008-07", "2008-08"),
                times("2008-05-19T00:00", "2008-10-14T00:00").subList(0, 3));
        assertEquals(
                List.of("2024-03-04", "2024-03-11", "2024-03-18"),
                times("2024-03-01T00:00", "2024-04-20T00:00").subList(0, 3));
        assertEquals(List.of("21:00", "2024-03-02", "03:00", "06:00"), times("2024-03-01T20:00", "2024-03-02T08:30"));
    }

    @Test
    void noExtentHasManyLabelsOrNone() {
        long seed = Seed.VALUE;
        Random random = Seed.random();
        for (int trial = 0; trial < 2_000; trial++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(11));
            double high = low + Math.pow(10, 4 * random.nextDouble()) * (1 + random.nextInt(100_000));
            for (AxisScale scale : List.of(AxisScale.LINEAR, AxisScale.TIME)) {
                Extent extent = new Extent(low, high);
                List<Tick> ticks = scale.ticks(extent, 8);
                String what = "seed " + seed + ": " + scale + " " + low + " to " + high + ": " + ticks;
                assertTrue(ticks.size() <= 10, what);
                assertTrue(ticks.size() >= 1 || scale == AxisScale.TIME, what);
                assertTrue(ticks.stream().allMatch(tick -> extent.holds(tick.at())), what);
            }
        }
    }
}
