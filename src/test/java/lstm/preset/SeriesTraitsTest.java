package lstm.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.model.Settings;
import lstm.network.Loss;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Strategy;
import lstm.random.SplitMix64;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;

class SeriesTraitsTest {
    private static final int ROWS = 1_000;

    /** Changes, each the given share of the previous one plus noise. */
    private static double[] walk(double memory) {
        SplitMix64 random = SplitMix64.of(1);
        double[] values = new double[ROWS];
        double change = 0;
        values[0] = 1_000;
        for (int row = 1; row < ROWS; row++) {
            change = memory * change + random.nextGaussian();
            values[row] = values[row - 1] + change;
        }
        return values;
    }

    private static SeriesTraits traits(int trainRows, double[]... columns) {
        List<String> names = columns.length == 1 ? List.of("a") : List.of("a", "b");
        long[] stamps = new long[ROWS];
        Arrays.setAll(stamps, row -> row);
        Series series = new Series(
                "s.csv",
                names,
                columns,
                StampColumn.of(stamps),
                StampKind.NONE,
                Optional.empty(),
                TargetReason.ONLY_NUMERIC,
                List.of(),
                new BitSet());
        return SeriesTraits.of(List.of(series), PreparationPlan.CLASSIC, new int[] {trainRows});
    }

    @Test
    void changesThatSayNothingOfLaterOnesAreNoise() {
        assertTrue(traits(ROWS, walk(0)).noisy());
        assertFalse(traits(ROWS, walk(0.5)).noisy());
        assertFalse(traits(ROWS, walk(-0.5)).noisy());
        assertEquals(0, ChangePredictability.of(constant(), 0, false, ROWS));
    }

    @Test
    void chanceOfFewRowsIsNotTakenForNoise() {
        assertFalse(traits(60, walk(0)).noisy());
    }

    @Test
    void hugeAndTinyValuesHaveTheirMemoryToo() {
        for (double size : new double[] {1e-300, 1e300}) {
            double[] values =
                    Arrays.stream(walk(0.5)).map(value -> value * size / 2_000).toArray();
            assertFalse(traits(ROWS, values).noisy());
        }
    }

    @Test
    void valuesAreProportionalWhereAllAreAboveZeroAndNoneDoubles() {
        double[] prices = walk(0);
        assertTrue(traits(ROWS, prices).proportional());
        double[] wild = prices.clone();
        Arrays.setAll(wild, row -> row % 2 == 0 ? 1 : 9);
        assertFalse(traits(ROWS, wild).proportional());
        prices[ROWS - 1] = -1;
        assertFalse(traits(ROWS, prices).proportional());
        assertFalse(traits(500, prices).proportional());
    }

    @Test
    void otherColumnsAreKnownForThePastOnly() {
        assertEquals(1, traits(ROWS, walk(0), walk(0.5)).past());
        assertTrue(traits(ROWS, walk(0), walk(0.5)).noisy());
    }

    /** Several series with a week, of which every other row or none is zero. */
    private static Settings ofWeeks(IntToDoubleFunction share) throws LstmException {
        LocalDate[] days = IntStream.range(0, ROWS)
                .mapToObj(LocalDate.of(2020, 1, 1)::plusDays)
                .toArray(LocalDate[]::new);
        double[] values = IntStream.range(0, ROWS)
                .mapToDouble(row -> share.applyAsDouble(row) * (3 + row % 7))
                .toArray();
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .horizon(14)
                .strategy(Strategy.DIRECT)
                .season(7)
                .build();
        List<Series> each = List.of(Series.of("a", days, values), Series.of("b", days, values));
        SeriesTraits traits = SeriesTraits.of(each, plan, new int[] {800, 800});
        return new AccuratePreset(traits).applyTo(Settings.CLASSIC.withPlan(plan), EnumSet.allOf(Hyperparameter.class));
    }

    @Test
    void demandThatIsMostlyZeroIsLearnedFromSquares() throws LstmException {
        Settings steady = ofWeeks(row -> 1);
        Settings intermittent = ofWeeks(row -> row % 2);
        assertEquals(7, steady.segment());
        assertEquals(7, intermittent.segment());
        assertEquals(Loss.Point.SERIES_MAE, steady.recipe().loss());
        assertEquals(Loss.Point.MSE, intermittent.recipe().loss());
    }

    private static Series constant() {
        long[] stamps = new long[ROWS];
        Arrays.setAll(stamps, row -> row);
        return new Series(
                "s.csv",
                List.of("a"),
                new double[1][ROWS],
                StampColumn.of(stamps),
                StampKind.NONE,
                Optional.empty(),
                TargetReason.ONLY_NUMERIC,
                List.of(),
                new BitSet());
    }

    private static SeriesTraits ofDays(int horizon, IntToDoubleFunction value) throws LstmException {
        int rows = 1_300;
        LocalDate[] days = IntStream.range(0, rows)
                .mapToObj(LocalDate.of(2020, 1, 1)::plusDays)
                .toArray(LocalDate[]::new);
        PreparationPlan plan =
                PreparationPlan.CLASSIC.toBuilder().horizon(horizon).build();
        double[] values = IntStream.range(0, rows).mapToDouble(value).toArray();
        return SeriesTraits.of(List.of(Series.of("a", days, values)), plan, new int[] {1_200});
    }

    /** Warm and cold days that do not depend on the days before, about a yearly wave. */
    private static double temperature(int row) {
        return 10 * Math.sin(2 * Math.PI * row / 365.25)
                + 3 * SplitMix64.of(row).nextGaussian();
    }

    @Test
    void theDayOfTheYearIsAnInputWhereASeasonOfAYearIsBetterForecastWithIt() throws LstmException {
        SeriesTraits warm = ofDays(30, SeriesTraitsTest::temperature);
        assertTrue(warm.yearly());
        AccuratePreset preset = new AccuratePreset(warm);
        Settings chosen = preset.applyTo(Settings.CLASSIC, EnumSet.allOf(Hyperparameter.class));
        assertEquals(List.of(CalendarFeature.YEARDAY), chosen.plan().calendar());
        Set<Hyperparameter> others = EnumSet.complementOf(EnumSet.of(Hyperparameter.CALENDAR));
        assertEquals(List.of(), preset.applyTo(Settings.CLASSIC, others).plan().calendar(), "somebody asked for none");
    }

    @Test
    void withoutASeasonOfAYearTheDayOfTheYearIsNoInput() throws LstmException {
        assertFalse(ofDays(30, row -> SplitMix64.of(row).nextGaussian()).yearly());
    }

    @Test
    void rowsThatAreHeldOutDoNotChooseTheDayOfTheYear() throws LstmException {
        assertTrue(
                ofDays(30, row -> row < 1_200 ? temperature(row) : 1_000 + row).yearly());
        assertFalse(ofDays(30, row -> row < 1_200 ? SplitMix64.of(row).nextGaussian() : temperature(row))
                .yearly());
    }
}
