package lstm.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lstm.prepare.PreparationPlan;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.statistics.Quantiles;

/** Finds the forecast by a mean of earlier seasons that has the smallest error on the training rows. */
public final class SeasonalMeans {
    /** Maximum number of seasons that are averaged. */
    public static final int MOST_SEASONS = 4;

    private static final int DAYS_OF_WEEK = 7;

    /** Seasons in a longer season, at most, that is found where the rows have no dates. */
    private static final int MOST_IN_LONGER = 12;

    /** Maximum number of steps at which forecasts are compared. */
    private static final int MOST_STEPS = 24;

    private SeasonalMeans() {}

    /**
     * The lags whose mean forecasts the first target best: one season, up to {@value #MOST_SEASONS} seasons, or a day
     * and a week; for a model of several columns or series, the days of a week; where the rows have no dates, a season
     * and any longer one that is a multiple of it; empty if the naive forecast is better than one season. For several
     * series the medians of errors relative to the naive forecast are compared.
     *
     * @param trainRows number of training rows of each series; later rows are not read
     * @param isDay whether the season is a day
     * @param longest maximum lag, unless it is one season
     */
    static List<Integer> rows(List<Series> files, PreparationPlan plan, int[] trainRows, boolean isDay, int longest) {
        int fewest = Arrays.stream(trainRows).min().orElseThrow();
        boolean unnamed = files.get(0).kind() == StampKind.NONE;
        // Common to several, a mean of many days hides no trend of one, and they teach a network of so long a window.
        int most = isDay && (files.size() > 1 || plan.targets() > 1) ? DAYS_OF_WEEK : MOST_SEASONS;
        List<List<Integer>> choices = choices(
                plan,
                fewest,
                most,
                seasons -> unnamed && seasons > MOST_SEASONS || isDay && seasons == DAYS_OF_WEEK,
                longest);
        long from = choices.stream()
                .mapToLong(rows -> farthest(rows, plan.horizon()))
                .max()
                .orElseThrow();
        List<List<Double>> errors =
                choices.stream().<List<Double>>map(choice -> new ArrayList<>()).toList();
        for (int file = 0; file < trainRows.length && from < fewest; file++) {
            Series series = files.get(file);
            double last = error(series, List.of(1), plan.horizon(), (int) from, trainRows[file]);
            for (int k = 0; k < choices.size() && last > 0; k++) {
                double error = error(series, choices.get(k), plan.horizon(), (int) from, trainRows[file]);
                errors.get(k).add(error / last);
            }
        }
        if (errors.get(0).isEmpty() || median(errors.get(0)) >= 1) {
            return List.of();
        }
        return IntStream.range(0, choices.size())
                .boxed()
                .min(Comparator.comparingDouble(k -> median(errors.get(k))))
                .map(choices::get)
                .orElseThrow();
    }

    private static double median(List<Double> values) {
        return Quantiles.interpolated(
                values.stream().mapToDouble(value -> value).sorted().toArray(), 0.5);
    }

    /** The lags of one to {@code count} seasons, in rows. */
    public static List<Integer> seasons(int season, int count) {
        return IntStream.rangeClosed(1, count).map(k -> k * season).boxed().toList();
    }

    /**
     * One season, and the other choices that leave half of the rows for the comparison.
     *
     * @param most maximum number of seasons, of which {@link #MOST_SEASONS} or this number are averaged
     * @param isLonger whether a longer season may have this many seasons
     */
    private static List<List<Integer>> choices(
            PreparationPlan plan, int rows, int most, IntPredicate isLonger, int longest) {
        int season = plan.season();
        List<List<Integer>> choices = new ArrayList<>();
        for (int count = 2; count <= MOST_SEASONS; count++) {
            choices.add(seasons(season, count));
        }
        if (most > MOST_SEASONS) {
            choices.add(seasons(season, most));
        }
        IntStream.rangeClosed(2, MOST_IN_LONGER)
                .filter(isLonger)
                .mapToObj(seasons -> List.of(season, seasons * season))
                .forEach(choices::add);
        choices.removeIf(
                choice -> choice.get(choice.size() - 1) > longest || farthest(choice, plan.horizon()) > rows / 2);
        choices.add(0, List.of(season));
        return choices;
    }

    private static long farthest(List<Integer> rows, int horizon) {
        return rows.stream().mapToLong(lag -> before(lag, horizon)).max().orElseThrow();
    }

    /** The smallest multiple of a lag that is known at the origin of a forecast this many steps ahead. */
    private static long before(int lag, int step) {
        return (step + lag - 1L) / lag * lag;
    }

    /** Mean absolute error, summed over steps. */
    private static double error(Series series, List<Integer> rows, int horizon, int from, int to) {
        int compared = Math.min(horizon, MOST_STEPS);
        double sum = 0;
        for (int k = 1; k <= compared; k++) {
            int step = (int) ((long) k * horizon / compared);
            sum += error(
                    series,
                    rows.stream().mapToInt(lag -> (int) before(lag, step)).toArray(),
                    from,
                    to);
        }
        return sum;
    }

    private static double error(Series series, int[] lags, int from, int to) {
        double[] values = series.column(0);
        DoubleSummaryStatistics errors = new DoubleSummaryStatistics();
        for (int row = from; row < to; row++) {
            if (isFree(series.masked(), row, lags)) {
                errors.accept(Math.abs(values[row] - mean(values, row, lags)));
            }
        }
        return errors.getAverage();
    }

    private static boolean isFree(BitSet masked, int row, int[] lags) {
        boolean free = !masked.get(row);
        for (int lag : lags) {
            free &= !masked.get(row - lag);
        }
        return free;
    }

    private static double mean(double[] values, int row, int[] lags) {
        double mean = 0;
        for (int lag : lags) {
            mean += values[row - lag] / lags.length;
        }
        return mean;
    }
}
