package lstm.prepare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import lstm.statistics.Values;

/**
 * The fitted preparation of one column: its transform, then its scaling. Where the result depends on the window, values
 * are first scaled min-max over the whole column ("base"), and each window maps them on by its {@link WindowScaler}.
 *
 * @param transform applied before scaling
 * @param season m of the transform, at least 1
 * @param scaling the kind of scaling
 * @param base fitted on the transformed training rows; its results are stored in 4 bytes. For a model of several series
 *     whose values depend on the window it is the identity, and each series gets its own: see {@link #forSeries}
 * @param outer for {@link Transform#RELATIVE} the scaler of the relative values; otherwise the identity
 */
public record ColumnPreparation(Transform transform, int season, ScalingMethod scaling, Scaler base, Scaler outer) {
    /** A fit looks at this many values at most; of longer series it takes evenly spaced windows. */
    private static final int MAX_FITTED_VALUES = 1 << 20;

    /** Checks the season. */
    public ColumnPreparation {
        if (season < 1) {
            throw new IllegalArgumentException("a season of " + season);
        }
    }

    /**
     * What is planned for a column, before anything is fitted.
     *
     * @param season m of the transform
     */
    record Plan(Transform transform, ScalingMethod scaling, int season) {
        /** The plan of a column of a series with this many columns. */
        static Plan of(PreparationPlan plan, int column, int columns) {
            return new Plan(plan.transform(column, columns), plan.scaling(column, columns), plan.season());
        }

        /** The column once it is fitted. */
        ColumnPreparation fitted(Scaler base, Scaler outer) {
            return new ColumnPreparation(transform, season, scaling, base, outer);
        }

        private boolean isRelativeToWindow() {
            return transform == Transform.RELATIVE && scaling != ScalingMethod.WINDOW;
        }
    }

    /** Whether this is the fit of a plan. */
    boolean follows(Plan plan) {
        return plan.equals(new Plan(transform, scaling, season));
    }

    /**
     * Fits the first rows of a column.
     *
     * @param masked rows that are left out
     * @param lookback T, for values that depend on the window
     * @param rows number of rows to fit on, more than the transform reaches back
     * @throws IllegalArgumentException if a transformed value is not finite
     */
    static ColumnPreparation fit(Plan plan, double[] column, BitSet masked, int lookback, int rows) {
        Values z = transformed(column, masked, plan.transform, plan.season, 0, rows);
        return plan.isRelativeToWindow()
                ? plan.fitted(
                        ScalingMethod.MIN_MAX.fit(z),
                        plan.scaling.fit(Values.of(relative(column, masked, lookback, rows))))
                : plan.fitted(plan.scaling.fit(z), Scaler.IDENTITY);
    }

    /**
     * Fits the training rows of several series together. Where values are scaled from the size of the column to that of
     * the window, no base is fitted, because each series has its own size: see {@link #forSeries}.
     *
     * @param column of a series, by its number
     * @param masked rows of each that are left out
     * @param rows number of rows of each to fit on
     */
    static ColumnPreparation fit(
            Plan plan, IntFunction<double[]> column, List<BitSet> masked, int lookback, int[] rows) {
        if (plan.scaling == ScalingMethod.WINDOW) {
            return plan.fitted(Scaler.IDENTITY, Scaler.IDENTITY);
        }
        Scaler scaler = plan.scaling.fit(PooledValues.of(
                rows.length,
                k -> plan.isRelativeToWindow()
                        ? Values.of(relative(column.apply(k), masked.get(k), lookback, rows[k]))
                        : transformed(column.apply(k), masked.get(k), plan.transform, plan.season, 0, rows[k])));
        return plan.isRelativeToWindow() ? plan.fitted(Scaler.IDENTITY, scaler) : plan.fitted(scaler, Scaler.IDENTITY);
    }

    /**
     * The same for one of several series: where values depend on the window, the base is fitted on the rows from ..
     * to-1 of that series.
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

    private static Values transformed(
            double[] column, BitSet masked, Transform transform, int season, int from, int to) {
        int first = from + transform.lag(season);
        if (masked.isEmpty()) {
            return new Values(Math.max(0, to - first), k -> transform.apply(column, first + k, season));
        }
        double[] values = new double[Math.max(0, to - first)];
        int count = 0;
        for (int row = first; row < to; row++) {
            if (transform.isFree(masked, row, season)) {
                values[count++] = transform.apply(column, row, season);
            }
        }
        return Values.of(Arrays.copyOf(values, count));
    }

    /** The windows within the first rows, each with the row after it, relative to the last row of the window. */
    private static double[] relative(double[] column, BitSet masked, int lookback, int rows) {
        int windows = Math.max(1, rows - lookback);
        int length = Math.min(lookback + 1, rows);
        int stride = 1 + (int) ((long) windows * length / MAX_FITTED_VALUES);
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
        // If every window that was looked at is masked, those between them are of little help either.
        return at == 0 ? relative(column, new BitSet(), lookback, rows) : Arrays.copyOf(values, at);
    }

    /** The base value of a row; 0 in the first rows, which the transform cannot be applied to. */
    float base(double[] column, int row) {
        return row < transform.lag(season) ? 0f : (float) base.scale(transform.apply(column, row, season));
    }

    /** The scaled value that stands for the naive forecast; empty if it differs from window to window. */
    OptionalDouble naiveOutput() {
        return switch (transform) {
            case NONE, LOG -> OptionalDouble.empty();
            case DIFFERENCE, LOG_RETURN, SEASONAL_DIFFERENCE, SEASONAL_CHANGE ->
                OptionalDouble.of(scaling == ScalingMethod.WINDOW ? 0 : base.scale(0));
            case RELATIVE ->
                scaling == ScalingMethod.WINDOW ? OptionalDouble.empty() : OptionalDouble.of(outer.scale(0));
        };
    }

    /** Whether each window has its own {@link WindowScaler}. */
    boolean isAnchored() {
        return transform == Transform.RELATIVE || scaling == ScalingMethod.WINDOW;
    }

    /**
     * Maps an output of the network back to the units of the data.
     *
     * @param scaled the output for the row
     * @param anchor the scaler of the window that it was computed from
     * @param column values of the rows before it
     */
    double undo(double scaled, WindowScaler anchor, double[] column, int row) {
        return transform.undo(base.unscale(anchor.undo(scaled)), column, row, season);
    }
}
