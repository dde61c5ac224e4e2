package lstm.tune;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lstm.prepare.Plan;
import lstm.series.Series;

/** Which of the simplest forecasts errs least in the rows to learn from. */
final class Repetition {
    /** Seasons that are averaged at most. */
    static final int MOST_SEASONS = 4;

    /** Steps ahead at which forecasts are compared, at most. */
    private static final int MOST_STEPS = 24;

    private Repetition() {}

    /**
     * Seasons whose mean errs less than that of fewer or more of them, for the first target; 0 if the last value errs
     * less than the season before. All are compared on the same rows, of which there must be as many as they reach
     * back.
     *
     * @param trainRows of the rows, the first ones: nothing else is looked at
     * @param longest rows that more than one season may take
     */
    static int seasons(Series series, Plan plan, int trainRows, int longest) {
        int season = plan.season();
        int most = Math.max(1, Math.min(MOST_SEASONS, longest / season));
        while (most > 1 && farthest(rows(season, most), plan.horizon()) > trainRows / 2) {
            most--;
        }
        long from = farthest(rows(season, most), plan.horizon());
        if (from >= trainRows) {
            return 0;
        }
        double[] errors = new double[most + 1];
        errors[0] = error(series, List.of(1), plan.horizon(), (int) from, trainRows);
        for (int count = 1; count <= most; count++) {
            errors[count] = error(series, rows(season, count), plan.horizon(), (int) from, trainRows);
        }
        int best = IntStream.rangeClosed(1, most)
                .reduce((a, b) -> errors[b] < errors[a] ? b : a)
                .orElse(1);
        return errors[1] < errors[0] ? best : 0;
    }

    /** The same place of so many seasons, in rows before. */
    static List<Integer> rows(int season, int count) {
        return IntStream.rangeClosed(1, count).map(k -> k * season).boxed().toList();
    }

    private static long farthest(List<Integer> rows, int horizon) {
        return rows.stream().mapToLong(lag -> before(lag, horizon)).max().orElseThrow();
    }

    /** Rows from a forecast so many steps ahead back to the nearest of every lag-th that is known. */
    private static long before(int lag, int step) {
        return (step + lag - 1L) / lag * lag;
    }

    /** Mean over steps of the mean error. */
    private static double error(Series series, List<Integer> rows, int horizon, int from, int to) {
        int compared = Math.min(horizon, MOST_STEPS);
        double sum = 0;
        for (int k = 1; k <= compared; k++) {
            int step = (int) ((long) k * horizon / compared);
            int[] lags = rows.stream().mapToInt(lag -> (int) before(lag, step)).toArray();
            sum += error(series, lags, from, to);
        }
        return sum;
    }

    private static double error(Series series, int[] lags, int from, int to) {
        double[] values = series.column(0);
        return IntStream.range(from, to)
                .filter(row -> !series.masked().get(row)
                        && IntStream.of(lags).noneMatch(lag -> series.masked().get(row - lag)))
                .mapToDouble(row -> Math.abs(values[row]
                        - Arrays.stream(lags)
                                .mapToDouble(lag -> values[row - lag] / lags.length)
                                .sum()))
                .average()
                .orElse(0);
    }
}
