package lstm.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Strategy;
import lstm.random.SplitMix64;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;

class SeasonalMeansTest {
    private static final int ROWS = 900;
    private static final int DAY = 24;
    private static final int LONGEST = 168;

    private static double hour(int row) {
        return Math.abs(12 - row % DAY);
    }

    private static double noise(int row) {
        return 20 * SplitMix64.of(row).nextDouble();
    }

    @Test
    void noiseIsAveragedAwayAndATrendIsNot() {
        assertEquals(List.of(24, 48, 72, 96), rows(row -> hour(row) + noise(row)));
        assertEquals(List.of(24), rows(row -> hour(row) + row / 10.0));
    }

    @Test
    void aDayIsAveragedWithAWeekOnlyIfASeasonIsADay() {
        IntToDoubleFunction week = row -> hour(row) * (row / DAY % 7 < 5 ? 3 : 1);
        assertEquals(List.of(24, 168), rows(week));
        assertEquals(List.of(24), rows(List.of(series(week)), DAY, false, new int[] {ROWS}));
    }

    @Test
    void severalSeriesMayBeAveragedOverTheDaysOfAWeek() {
        Series noisy = series(row -> hour(row) + noise(row));
        int[] rows = {ROWS, ROWS};
        assertEquals(SeasonalMeans.seasons(DAY, 7), rows(List.of(noisy, noisy), DAY, true, rows));
        assertEquals(SeasonalMeans.seasons(DAY, 4), rows(List.of(noisy, noisy), DAY, false, rows));
    }

    @Test
    void whereTheRowsHaveNoDatesALongerSeasonIsFoundInTheValues() {
        IntToDoubleFunction week = row -> hour(row) * (row / DAY % 7 < 5 ? 3 : 1);
        IntToDoubleFunction five = row -> hour(row) * (row / DAY % 5 < 3 ? 3 : 1);
        for (boolean isWeek : new boolean[] {true, false}) {
            List<Series> undated = List.of(series(StampKind.NONE, isWeek ? week : five));
            assertEquals(List.of(DAY, (isWeek ? 7 : 5) * DAY), rows(undated, DAY, false, new int[] {ROWS}));
        }
    }

    @Test
    void nothingIsRepeatedWhereTheLastValueErrsLess() {
        double[] walk = new double[ROWS];
        SplitMix64 random = SplitMix64.of(1);
        Arrays.setAll(walk, row -> row == 0 ? 0 : walk[row - 1] + random.nextDouble() - 0.5);
        assertEquals(List.of(), rows(row -> walk[row]));
        assertEquals(List.of(), rows(row -> 5));
    }

    @Test
    void seasonsThatLeaveTooFewRowsAreNotAveraged() {
        IntToDoubleFunction noisy = row -> hour(row) + noise(row);
        assertEquals(List.of(24, 48), rows(List.of(series(noisy)), DAY, false, new int[] {100}));
        assertEquals(List.of(24), rows(List.of(series(noisy)), DAY, false, new int[] {60}));
        assertEquals(List.of(), rows(List.of(series(noisy)), DAY, false, new int[] {20}));
    }

    @Test
    void onlyRowsToLearnFromAndNoMaskedOnesAreLookedAt() {
        IntToDoubleFunction spoilt = row -> row >= 600 || row == 300 ? 1e9 * row : hour(row) + row / 10.0;
        Series series = series(spoilt);
        series.masked().set(300);
        assertEquals(List.of(24), rows(List.of(series), DAY, false, new int[] {600}));
    }

    @Test
    void ofSeveralSeriesMostCountAndNotTheLargest() {
        Series noisy = series(row -> hour(row) + noise(row));
        Series large = series(row -> 1e6 * (hour(row) + row / 10.0));
        int[] rows = {ROWS, ROWS, ROWS};
        assertEquals(List.of(24, 48, 72, 96), rows(List.of(noisy, large, noisy), DAY, false, rows));
        assertEquals(List.of(24), rows(List.of(large, noisy, large), DAY, false, rows));
    }

    private static List<Integer> rows(IntToDoubleFunction value) {
        return rows(List.of(series(value)), DAY, true, new int[] {ROWS});
    }

    private static List<Integer> rows(List<Series> files, int season, boolean isDay, int[] trainRows) {
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .season(season)
                .horizon(season)
                .strategy(Strategy.DIRECT)
                .build();
        return SeasonalMeans.rows(files, plan, trainRows, isDay, LONGEST);
    }

    private static Series series(IntToDoubleFunction value) {
        return series(StampKind.DATE_TIME, value);
    }

    private static Series series(StampKind kind, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, ROWS).mapToDouble(value).toArray();
        long[] stamps = IntStream.range(0, ROWS).asLongStream().toArray();
        return new Series(
                "s.csv",
                List.of("y"),
                new double[][] {values},
                StampColumn.of(stamps),
                kind,
                Optional.empty(),
                TargetReason.ONLY_NUMERIC,
                List.of(),
                new BitSet());
    }
}
