package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.series.Series;
import org.junit.jupiter.api.Test;

class SharedSeasonTest {
    private static final int ROWS = 400;

    /** Series of noise that begin on different days, to which days of the week add as much. */
    private static List<Series> series(int count, double week) throws LstmException {
        Random random = new Random(1);
        Series[] each = new Series[count];
        for (int k = 0; k < count; k++) {
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(k % 5);
            LocalDate[] days =
                    IntStream.range(0, ROWS).mapToObj(first::plusDays).toArray(LocalDate[]::new);
            double size = Math.pow(10, k % 4);
            double[] values = Arrays.stream(days)
                    .mapToDouble(day ->
                            size * (random.nextGaussian() + (day.getDayOfWeek().getValue() > 5 ? week : 0)))
                    .toArray();
            each[k] = Series.of("s" + k, days, values);
        }
        return List.of(each);
    }

    private static int found(List<Series> each) throws LstmException {
        return SeasonChoice.ofMost(each, 0.1, PreparationPlan.CLASSIC);
    }

    @Test
    void aWeekThatHardlyAnySeriesShowsAloneIsFoundInManyOfThem() throws LstmException {
        List<Series> each = series(60, 0.8);
        long alone = each.stream()
                .filter(one ->
                        Season.find(Calendar.infer(one), one.column(0), ROWS).length() > 1)
                .count();
        assertTrue(alone < 6, alone + " of 60");
        assertEquals(7, found(each));
    }

    @Test
    void noiseSharesNone() throws LstmException {
        assertEquals(1, found(series(60, 0)));
    }

    @Test
    void aWalkThatAllFollowIsNoSeason() throws LstmException {
        Random random = new Random(2);
        double[] walk = new double[ROWS];
        for (int row = 1; row < ROWS; row++) {
            walk[row] = walk[row - 1] + random.nextGaussian();
        }
        LocalDate[] days = IntStream.range(0, ROWS)
                .mapToObj(LocalDate.of(2024, 1, 1)::plusDays)
                .toArray(LocalDate[]::new);
        Series[] each = new Series[20];
        for (int k = 0; k < each.length; k++) {
            each[k] = Series.of(
                    "s" + k,
                    days,
                    Arrays.stream(walk)
                            .map(value -> value + random.nextGaussian())
                            .toArray());
        }
        assertEquals(1, found(List.of(each)));
    }

    @Test
    void aWeekThatExplainsNextToNothingIsNone() throws LstmException {
        assertEquals(1, found(series(300, 0.2)));
    }

    @Test
    void aFewSeriesAreEachTakenAsTheyAre() throws LstmException {
        assertEquals(1, found(series(9, 0.8)));
    }
}
