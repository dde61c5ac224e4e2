package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static Profile of(int rows, IntToDoubleFunction value) {
        return Profile.of(IntStream.range(0, rows).mapToDouble(value).toArray(), Calendar.ROWS);
    }

    @Test
    void aStraightLineIsAllTrend() {
        Profile line = of(101, t -> 5 + 3.0 * t);
        assertEquals(3, line.slope(), 1e-12);
        assertEquals(1, line.rSquared(), 1e-12);
        assertEquals(155, line.mean(), 1e-10);
        assertEquals(3 * Math.sqrt((101.0 * 101 - 1) / 12), line.deviation(), 1e-10);
        assertEquals(3, line.naive(), 1e-12);
        assertEquals(10, line.outOfRange());
    }

    @Test
    void aConstantHasNoTrendAndOneRun() {
        Profile flat = of(50, t -> 7);
        assertEquals(0, flat.deviation());
        assertEquals(0, flat.rSquared());
        assertEquals(List.of(new Profile.Run(0, 50)), flat.runs());
        assertTrue(flat.jumps().isEmpty());
    }

    @Test
    void runsOfTenAreNamedTheLongestFirst() {
        Profile stuck = of(100, t -> t >= 20 && t < 30 ? 1 : t >= 60 && t < 75 ? 2 : t + 0.5);
        assertEquals(List.of(new Profile.Run(60, 15), new Profile.Run(20, 10)), stuck.runs());
        assertTrue(of(100, t -> t >= 20 && t < 29 ? 1 : t + 0.5).runs().isEmpty());
    }

    @Test
    void aSpikeIsAJumpUpAndAJumpBack() {
        Random random = new Random(1);
        Profile spike = of(200, t -> random.nextGaussian() + (t == 77 ? 100 : 0));
        assertEquals(
                List.of(77, 78),
                spike.jumps().stream().map(Profile.Jump::row).sorted().toList());
        assertEquals(100, Math.abs(spike.jumps().get(0).change()), 5);
        assertTrue(spike.jumps().get(0).times() > 20);
    }

    @Test
    void pricesThatGrowTenfoldAreJudgedInProportion() {
        Random random = new Random(1);
        double[] price = {100};
        // Steps of about 1 %; at the end they are as large as the crash at the beginning.
        Profile grown = of(2000, t -> price[0] *= t == 50 ? 0.8 : 1.0015 + random.nextGaussian() / 100);
        assertEquals(List.of(50), grown.jumps().stream().map(Profile.Jump::row).toList());
    }

    @Test
    void hugeAndTinyValuesGiveFiniteFigures() {
        for (double size : new double[] {1e300, 1e-300, Double.MIN_VALUE, 1}) {
            Profile profile = of(100, t -> (t % 5 - 2) * size);
            DoubleStream.of(profile.mean(), profile.deviation(), profile.slope(), profile.rSquared(), profile.naive())
                    .forEach(figure -> assertTrue(Double.isFinite(figure), size + ": " + profile));
        }
        assertEquals(Math.sqrt(2) * 1e300, of(100, t -> (t % 5 - 2) * 1e300).deviation(), 1e287);
    }

    @Test
    void oneRowWillDo() {
        assertEquals(0, of(1, t -> 3).naive());
    }
}
