package lstm.prepare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What is done to one column: its transform, then its scaling. Where that depends on the window, values are first
 * scaled min-max over the whole column ("base"), and each window maps them on by its {@link WindowScaler}.
 *
 * @param transform before scaling
 * @param season m of the transform, at least 1
 * @param scaling kind of the scaling
 * @param base fitted on the transformed training rows; 4 bytes hold what it gives. Of several series whose values
 *     depend on the window it is the identity, and each series has one of its own: see {@link #forSeries}
 * @param outer for {@link Transform#RELATIVE} the scaler of what the transform gives; else the identity
 */
public record ColumnPreparation(Transform transform, int season, ScalingMethod scaling, Scaler base, Scaler outer) {
    /** Values that a fit looks at, at most; of longer series evenly chosen windows stand for all. */
    private static final int MOST = 1 << 20;

    /** Checks the season. */
    public ColumnPreparation {
        if (season < 1) {
            throw new IllegalArgumentException("a season of " + season);
        }
    }

    /**
     * Fits the first rows of a column.
     *
     * @param masked rows that are left out
     * @param lookback T, for what depends on the window
     * @param season m
     * @param rows to fit on, more than the transform reaches back
     * @throws IllegalArgumentException if what the transform gives is not finite
     */
    static ColumnPreparation fit(
            double[] column,
            BitSet masked,
            Transform transform,
            ScalingMethod scaling,
            int season,
            int lookback,
            int rows) {
        double[] z = transformed(column, masked, transform, season, 0, rows);
        boolean inWindow = transform == Transform.RELATIVE && scaling != ScalingMethod.WINDOW;
        Scaler base = (inWindow ? ScalingMethod.MIN_MAX : scaling).fit(z);
        Scaler outer = inWindow ? scaling.fit(relative(column, masked, lookback, rows)) : Scaler.IDENTITY;
        return new ColumnPreparation(transform, season, scaling, base, outer);
    }

    /**
     * Fits the training rows of several series together. Where values are brought from the size of the column to that
     * of the window, nothing of it is kept, for each series has a size of its own: see {@link #forSeries}.
     *
     * @param columns the same column of each series
     * @param masked rows of each that are left out
     * @param rows of each to fit on
     */
    static ColumnPreparation fit(
            List<double[]> columns,
            List<BitSet> masked,
            Transform transform,
            ScalingMethod scaling,
            int season,
            int lookback,
            int[] rows) {
        boolean inWindow = transform == Transform.RELATIVE && scaling != ScalingMethod.WINDOW;
        if (scaling == ScalingMethod.WINDOW) {
            return new ColumnPreparation(transform, season, scaling, Scaler.IDENTITY, Scaler.IDENTITY);
        }
        double[] all = IntStream.range(0, rows.length)
                .mapToObj(k -> inWindow
                        ? relative(columns.get(k), masked.get(k), lookback, rows[k])
                        : transformed(columns.get(k), masked.get(k), transform, season, 0, rows[k]))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Scaler fitted = scaling.fit(all);
        return inWindow
                ? new ColumnPreparation(transform, season, scaling, Scaler.IDENTITY, fitted)
                : new ColumnPreparation(transform, season, scaling, fitted, Scaler.IDENTITY);
    }

    /**
     * The same for one of several series: values that depend on the window are brought to a size that 4 bytes hold by
     * the rows from .. to-1 of the series itself.
     */
    ColumnPreparation forSeries(double[] column, BitSet masked, int from, int to) {
        return isAnchored()
                ? new ColumnPreparation(
                        transform,
                        season,
                        scaling,
                        ScalingMethod.MIN_MAX.fit(transformed(column, masked, transform, season, from, to)),
                        outer)
                : this;
    }

    private static double[] transformed(
            double[] column, BitSet masked, Transform transform, int season, int from, int to) {
        return IntStream.range(from + transform.lag(season), to)
                .filter(row -> transform.isFree(masked, row, season))
                .mapToDouble(row -> transform.apply(column, row, season))
                .toArray();
    }

    /** What windows of the first rows, each with the row after it, look like relative to their last row. */
    private static double[] relative(double[] column, BitSet masked, int lookback, int rows) {
        int windows = Math.max(1, rows - lookback);
        int length = Math.min(lookback + 1, rows);
        int stride = 1 + (int) ((long) windows * length / MOST);
        double[] values = new double[((windows - 1) / stride + 1) * length];
        int at = 0;
        for (int first = 0; first < windows; first += stride) {
            if (!Windows.isFree(masked, first, first + length)) {
                continue;
            }
            double last = column[first + Math.max(0, length - 2)];
            for (int k = 0; k < length; k++) {
                values[at++] = column[first + k] / last - 1;
            }
        }
        // Only windows that were looked at may all be masked; then those between them cannot tell much more.
        return at == 0 ? relative(column, new BitSet(), lookback, rows) : Arrays.copyOf(values, at);
    }

    /** The base value of a row; 0 in the first rows, which have none. */
    float base(double[] column, int row) {
        return row < transform.lag(season) ? 0f : (float) base.scale(transform.apply(column, row, season));
    }

    /** The scaled value that leaves the column as it is; empty if that differs from window to window. */
    OptionalDouble naiveOutput() {
        return switch (transform) {
            case NONE, LOG -> OptionalDouble.empty();
            case DIFFERENCE, LOG_RETURN, SEASONAL_DIFFERENCE, SEASONAL_CHANGE ->
                OptionalDouble.of(scaling == ScalingMethod.WINDOW ? 0 : base.scale(0));
            case RELATIVE ->
                scaling == ScalingMethod.WINDOW ? OptionalDouble.empty() : OptionalDouble.of(outer.scale(0));
        };
    }

    /** Whether each window has an anchor of its own. */
    boolean isAnchored() {
        return transform == Transform.RELATIVE || scaling == ScalingMethod.WINDOW;
    }

    /**
     * The value of a row in the units of the data.
     *
     * @param scaled what the network gave for it
     * @param anchor of the window it was given for
     * @param column the values of the rows before it
     */
    double undo(double scaled, WindowScaler anchor, double[] column, int row) {
        return transform.undo(base.unscale(anchor.undo(scaled)), column, row, season);
    }
}
