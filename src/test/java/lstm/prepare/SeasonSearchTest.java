package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.calendar.Session;
import lstm.calendar.Step;
import lstm.prepare.SeasonSearch.Period;
import org.junit.jupiter.api.Test;

class SeasonSearchTest {
    private static final Calendar MONTHLY = new Calendar(Step.MONTHS, 1, 1, true);
    private static final Calendar DAILY = new Calendar(Step.DAYS, 1, 0, true);
    private static final Calendar HALF_HOURLY = new Calendar(Step.SECONDS, 1800, 0, true);

    private static double[] values(int rows, IntToDoubleFunction value) {
        return IntStream.range(0, rows).mapToDouble(value).toArray();
    }

    private static List<Period> found(double[] values, Calendar calendar) {
        return SeasonSearch.of(values, calendar).stream().filter(Period::found).toList();
    }

    @Test
    void aYearIsFoundInMonthsThatGrow() {
        Period year = found(values(60, t -> t * 0.05 + (t % 12 == 11 ? 1 : 0)), MONTHLY)
                .get(0);
        assertEquals(12, year.steps());
        assertEquals("year", year.name());
        assertTrue(year.strength() > 0.9, year.toString());
    }

    @Test
    void aYearOfDaysIsFoundUnderNoise() {
        Random random = new Random(1);
        double[] days = values(4 * 365, t -> Math.sin(2 * Math.PI * t / 365) + random.nextGaussian() / 3);
        assertEquals(
                List.of(365), found(days, DAILY).stream().map(Period::steps).toList());
    }

    @Test
    void dayAndWeekOfHalfHoursAreBothFound() {
        double[] load = values(48 * 28, t -> Math.sin(2 * Math.PI * t / 48) * (t / 48 % 7 < 5 ? 1 : 0.5));
        assertEquals(
                List.of(48, 336),
                found(load, HALF_HOURLY).stream().map(Period::steps).sorted().toList());
    }

    @Test
    void withoutDatesThePeriodItselfIsFoundNotItsMultiple() {
        Period period =
                found(values(300, t -> t % 9 == 0 ? 1 : 0), Calendar.ROWS).get(0);
        assertEquals(9, period.steps());
    }

    @Test
    void aTradingDayHasTheStepsOfItsSession() {
        Calendar trading =
                new Calendar(Step.WEEKDAY_SECONDS, 1800, 0, true, List.of(new Session(34_200, 57_600)), List.of());
        List<Period> day = found(values(14 * 40, t -> t % 14 * (t % 14)), trading);
        assertEquals(14, day.get(0).steps());
        assertEquals("day", day.get(0).name());
    }

    @Test
    void whatTrainTakesStandsFirst() {
        double[] load = values(48 * 28, t -> Math.sin(2 * Math.PI * t / 48) * (t / 48 % 7 < 5 ? 1 : 0.5));
        assertEquals(
                Season.find(HALF_HOURLY, load, load.length).length(),
                SeasonSearch.of(load, HALF_HOURLY).get(0).steps());
    }

    @Test
    void aRandomWalkSeldomSeemsToHaveOne() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("SeasonSearchTest seed " + seed);
        Random random = new Random(seed);
        int wrong = 0;
        for (int k = 0; k < 400; k++) {
            Calendar calendar =
                    List.of(MONTHLY, DAILY, Calendar.ROWS, HALF_HOURLY).get(k % 4);
            double[] walk = values(150 + random.nextInt(400), t -> random.nextGaussian());
            for (int t = 1; t < walk.length; t++) {
                walk[t] += walk[t - 1];
            }
            wrong += found(walk, calendar).isEmpty() ? 0 : 1;
        }
        assertTrue(wrong < 40, wrong + " of 400, seed " + seed);
    }

    @Test
    void fewerThanThreePeriodsAndAConstantShowNone() {
        assertTrue(SeasonSearch.of(values(35, t -> t % 12), MONTHLY).isEmpty());
        assertFalse(found(values(36, t -> t % 12), MONTHLY).isEmpty());
        assertTrue(found(values(100, t -> 1), MONTHLY).isEmpty());
        assertTrue(found(values(100, t -> 0), Calendar.ROWS).isEmpty());
    }
}
