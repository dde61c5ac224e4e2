package lstm.evaluate;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.model.ErrorScale;
import lstm.prepare.Windows;

/**
 * How well one-step forecasts fit the series when they are moved back in time. A forecast that says what the last
 * values were looks good in a chart, but fits an earlier value better than the one that it is for.
 *
 * @param rmse of the forecasts against the value this many rows before the one that they are for; not copied
 * @param changes number of rows whose value differs from the one before
 * @param right how many of these changes the forecasts had in the right direction
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record LagFit(double[] rmse, int changes, int right) {
    /** Rows that forecasts are moved back at most. */
    public static final int MOST = 10;

    /** Minimum number of forecasts: with fewer, a minimum may be chance. */
    private static final int LEAST = 20;

    private static final ErrorScale NONE = new ErrorScale(0, 0);

    /**
     * The fit of forecasts.
     *
     * @param values of the target
     * @param masked rows without an actual value
     * @param rows that were forecast
     * @param forecasts of these rows
     * @return empty if too few forecasts have {@value #MOST} actual values before them
     */
    public static Optional<LagFit> of(double[] values, BitSet masked, int[] rows, double[] forecasts) {
        int[] used = IntStream.range(0, rows.length)
                .filter(k -> rows[k] >= MOST && Windows.isFree(masked, rows[k] - MOST, rows[k] + 1))
                .toArray();
        if (used.length < LEAST) {
            return Optional.empty();
        }
        double[] predicted = IntStream.of(used).mapToDouble(k -> forecasts[k]).toArray();
        double[] rmse = new double[MOST + 1];
        for (int lag = 0; lag <= MOST; lag++) {
            int back = lag;
            double[] moved =
                    IntStream.of(used).mapToDouble(k -> values[rows[k] - back]).toArray();
            rmse[lag] = ErrorMeasures.accuracy(moved, predicted, NONE).rmse();
        }
        int changes = 0;
        int right = 0;
        for (int k : used) {
            double before = values[rows[k] - 1];
            double actual = Math.signum(values[rows[k]] - before);
            changes += actual == 0 ? 0 : 1;
            right += actual != 0 && actual == Math.signum(forecasts[k] - before) ? 1 : 0;
        }
        return Optional.of(new LagFit(rmse, changes, right));
    }

    /** How many rows earlier the values are that the forecasts fit best; 0 if those are their own. */
    public int best() {
        int best = 0;
        for (int lag = 1; lag < rmse.length; lag++) {
            best = rmse[lag] < rmse[best] ? lag : best;
        }
        return best;
    }

    /** Share of the changes that were forecast in the right direction; empty if nothing changes. */
    public OptionalDouble direction() {
        return changes == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / changes);
    }
}
