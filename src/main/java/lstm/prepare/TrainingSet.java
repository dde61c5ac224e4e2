package lstm.prepare;

import java.util.BitSet;
import java.util.List;
import lstm.series.Series;
import lstm.series.StampColumn;

/**
 * A series prepared for training.
 *
 * @param split which rows are held out
 * @param preparation fitted on the training rows only
 * @param learn training windows: their targets are training rows
 * @param validation validation windows: their targets are the held-out rows that choose the epoch; their inputs may
 *     include training rows
 */
public record TrainingSet(Split split, Preparation preparation, Windows learn, Windows validation) {
    /**
     * Splits, fits and scales a series.
     *
     * @param columns [C][rows], at least {@link Split#leastRows} rows
     * @param stamps of the rows
     * @param masked rows that are neither fitted nor learned
     * @param share share of the rows held out, in [0, 1)
     * @throws IllegalArgumentException if there is no training window
     */
    public static TrainingSet of(
            PreparationPlan plan, int lookback, double[][] columns, StampColumn stamps, BitSet masked, double share) {
        Split split = split(plan, lookback, stamps.size(), masked, share);
        Preparation preparation = Preparation.fit(plan, lookback, columns, masked, split.trainRows());
        Preparation own = preparation.forSeries(columns, masked, 0, split.trainRows());
        return of(split, preparation, ScaledSeries.of(own, columns, stamps), masked, 0);
    }

    private static Split split(PreparationPlan plan, int lookback, int rows, BitSet masked, double share) {
        Split whole = Split.of(share, rows, plan, lookback);
        return Split.divided(List.of(whole), List.of(masked), lookback + plan.transformLag(), plan.horizon())
                .get(0);
    }

    /** The same of a series. */
    public static TrainingSet of(PreparationPlan plan, int lookback, Series series, double share) {
        Split split = split(plan, lookback, series.rows(), series.masked(), share)
                .beforeGaps(series, plan.windowRows(lookback));
        Preparation preparation = Preparation.fit(plan, lookback, series.values(), series.masked(), split.trainRows());
        return of(split, preparation, series);
    }

    /** The same with a preparation that is already fitted. */
    public static TrainingSet of(Split split, Preparation preparation, Series series) {
        return of(
                split,
                preparation,
                series,
                0,
                CalendarInputs.remembering(preparation.plan().calendar()));
    }

    /**
     * The same of one of several series, of which each window is scaled when it is read.
     *
     * @param number of the series among those that are learned together, from 0
     * @param calendar of all of them
     */
    static TrainingSet of(Split split, Preparation preparation, Series series, int number, CalendarInputs calendar) {
        double[][] columns = series.values();
        Preparation own = preparation.forSeries(columns, series.masked(), 0, split.trainRows());
        WindowRows rows = preparation.shared()
                ? new UnscaledSeries(own, series, calendar)
                : ScaledSeries.of(own, columns, series.stamps());
        return of(split, preparation, rows, series.masked(), number);
    }

    private static TrainingSet of(Split split, Preparation preparation, WindowRows rows, BitSet masked, int number) {
        Windows learn = Windows.of(rows, 0, split.trainRows(), masked).toLearn(number);
        Windows validation = Windows.of(rows, split.trainRows(), split.chosenTo(), masked);
        if (learn.count() == 0) {
            throw new IllegalArgumentException(
                    split.trainRows() + " rows to train on with a lookback of " + preparation.lookback());
        }
        return new TrainingSet(split, preparation, learn, validation);
    }
}
