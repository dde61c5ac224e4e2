package lstm.prepare;

import java.util.Arrays;
import java.util.List;

/**
 * A series made ready for training.
 *
 * @param split which rows are held out
 * @param scalers fitted on the training rows only, one a column
 * @param learn windows whose truths are training rows
 * @param held windows whose truths are held-out rows; they may reach back into training rows
 */
public record TrainingSet(Split split, List<MinMax> scalers, Windows learn, Windows held) {
    /**
     * Splits, fits and scales.
     *
     * @param columns [F][rows], the target first; at least {@link Split#leastRows} rows
     * @param share of the rows held out, in [0, 1)
     * @throws IllegalArgumentException if no window is left to learn from
     */
    public static TrainingSet of(double[][] columns, int lookback, double share) {
        int rows = columns[0].length;
        Split split = Split.holdingOut(share, rows);
        List<MinMax> scalers = Arrays.stream(columns)
                .map(column -> MinMax.fit(column, split.trainRows()))
                .toList();
        ScaledSeries series = ScaledSeries.of(columns, scalers);
        Windows learn = Windows.before(series, lookback, lookback, split.trainRows());
        Windows held = Windows.before(series, lookback, split.trainRows(), rows);
        if (learn.count() == 0) {
            throw new IllegalArgumentException(split.trainRows() + " rows to train on with a lookback of " + lookback);
        }
        return new TrainingSet(split, scalers, learn, held);
    }
}
