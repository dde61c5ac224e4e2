package lstm.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A plan with its columns fitted: all that turns rows into what the network takes, and what it gives into forecasts.
 *
 * @param lookback T, rows in a window
 * @param columns one for each column of the series
 */
public record Preparation(Plan plan, int lookback, List<Column> columns) {
    /** Checks that the columns are those of the plan. */
    public Preparation {
        columns = List.copyOf(columns);
        if (lookback < 1 || lookback > 1 << 30 || columns.size() - plan.targets() < plan.ahead()) {
            throw new IllegalArgumentException("a lookback of " + lookback + ", " + columns.size() + " columns");
        }
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            Transform transform = plan.transform(c, columns.size());
            if (column.transform() != transform
                    || column.lag() != transform.lag(plan.season())
                    || column.scaling() != plan.scaling(c, columns.size())) {
                throw new IllegalArgumentException("column " + c + " is not prepared as planned");
            }
        }
    }

    /**
     * Fits on the first rows only.
     *
     * @param columns [C][rows], values above 0 where the transform needs them
     * @param masked rows that nothing is learned from
     * @param rows to fit on
     * @throws IllegalArgumentException if there are too few rows, or what a transform gives is not finite
     */
    public static Preparation fit(Plan plan, int lookback, double[][] columns, BitSet masked, int rows) {
        List<Column> fitted = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            Transform transform = plan.transform(c, columns.length);
            Scaling scaling = plan.scaling(c, columns.length);
            fitted.add(Column.fit(columns[c], masked, transform, scaling, plan.season(), lookback, rows));
        }
        return new Preparation(plan, lookback, fitted);
    }

    /** F, values that the network takes a row. */
    public int inputs() {
        return plan.inputs(columns.size());
    }

    /** Whether a column is known ahead of time. */
    public boolean isAhead(int column) {
        return column >= columns.size() - plan.ahead();
    }

    /**
     * What the network has to give for every window so that its forecasts are naive: each value repeats the last one,
     * or with a seasonal difference the one a season before. Where windows are scaled each by itself, it is the mean
     * change within the window instead that goes on.
     *
     * @return as many values as {@link Plan#outputs}; empty if the transform is of levels, for which no such values
     *     exist
     */
    public Optional<float[]> standstill() {
        float[] outputs = new float[plan.outputs()];
        for (int k = 0; k < outputs.length; k++) {
            OptionalDouble still = columns.get(k / plan.head()).standstill();
            if (still.isEmpty()) {
                return Optional.empty();
            }
            outputs[k] = (float) still.getAsDouble();
        }
        return Optional.of(outputs);
    }

    /** Rows before a forecast that it is made from: the window, and what its first row reaches back to. */
    public int reach() {
        return lookback + plan.lead();
    }
}
