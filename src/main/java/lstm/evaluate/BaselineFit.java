package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lstm.model.FittedBaselines;
import lstm.prepare.Preparation;
import lstm.prepare.TrainingSet;
import lstm.series.Series;

/** Fits the simple methods to the training part of a series. */
public final class BaselineFit {
    private BaselineFit() {}

    /**
     * What they learn of each target from the first {@code trainRows} rows alone, but those that are masked. The last
     * rows of the whole series are kept beside, since a forecast that follows the series starts from them.
     *
     * @param columns the targets first, not modified
     * @param masked rows that nothing is learned from
     * @param trainRows at least 1
     * @param preparation of the model: its season, its lookback, which the autoregression does not exceed, and how far
     *     its context reaches
     */
    public static List<FittedBaselines> of(double[][] columns, BitSet masked, int trainRows, Preparation preparation) {
        int season = preparation.plan().season();
        List<FittedBaselines> each = new ArrayList<>();
        for (int target = 0; target < preparation.plan().targets(); target++) {
            each.add(of(columns[target], masked, trainRows, season, preparation.lookback(), preparation.historyRows()));
        }
        return each;
    }

    /** The same of a series that is made ready for training. */
    public static List<FittedBaselines> of(Series series, TrainingSet set) {
        return of(series.values(), series.masked(), set.split().trainRows(), set.preparation());
    }

    /** @param historyRows rows of the context */
    static FittedBaselines of(
            double[] target, BitSet masked, int trainRows, int season, int lookback, int historyRows) {
        int context = Math.max(0, target.length - historyRows);
        int recent = Math.min(context, FittedBaselines.recentRows(season, historyRows));
        return new FittedBaselines(
                season,
                ErrorMeasures.scale(target, masked, trainRows, season),
                drift(target, masked, trainRows),
                AutoregressionFit.of(target, masked, trainRows, lookback),
                Arrays.copyOfRange(target, context - recent, context));
    }

    /** Divided before it is taken off, for the span of the values may be as far as numbers go. */
    private static double drift(double[] target, BitSet masked, int rows) {
        int first = masked.nextClearBit(0);
        int last = masked.previousClearBit(rows - 1);
        return last <= first ? 0 : target[last] / (last - first) - target[first] / (last - first);
    }
}
