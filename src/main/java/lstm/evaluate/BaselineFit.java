package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lstm.model.FittedBaselines;
import lstm.prepare.Preparation;
import lstm.prepare.TrainingSet;
import lstm.series.Series;

/** Fits the baselines on the training rows of a series. */
public final class BaselineFit {
    private BaselineFit() {}

    /**
     * Fits the baselines of each target on the first {@code trainRows} rows that are not masked. They also keep rows
     * from the end of the whole series, from which forecasts after the series start.
     *
     * @param columns the targets first, not modified
     * @param masked rows that are left out
     * @param trainRows at least 1
     * @param preparation of the model, which gives the season, the maximum order of the autoregression, and the number
     *     of history rows
     */
    public static List<FittedBaselines> of(double[][] columns, BitSet masked, int trainRows, Preparation preparation) {
        int season = preparation.plan().season();
        List<FittedBaselines> each = new ArrayList<>();
        for (int target = 0; target < preparation.plan().targets(); target++) {
            each.add(of(columns[target], masked, trainRows, season, preparation.lookback(), preparation.historyRows()));
        }
        return each;
    }

    /** The same for a series prepared for training. */
    public static List<FittedBaselines> of(Series series, TrainingSet set) {
        return of(series.values(), series.masked(), set.split().trainRows(), set.preparation());
    }

    /** @param historyRows number of rows that the model itself keeps */
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

    /** Divides before it subtracts, because the span of the values may overflow. */
    private static double drift(double[] target, BitSet masked, int rows) {
        int first = masked.nextClearBit(0);
        int last = masked.previousClearBit(rows - 1);
        return last <= first ? 0 : target[last] / (last - first) - target[first] / (last - first);
    }
}
