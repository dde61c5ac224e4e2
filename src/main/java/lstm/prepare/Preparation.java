package lstm.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.series.Series;

/**
 * A plan with its columns fitted: all that turns rows into what the network takes, and what it gives into forecasts.
 *
 * @param lookback T, rows in a window
 * @param columns one for each column of the series
 * @param shared whether it is of several series, and so knows the size of none where windows are scaled each by itself
 */
public record Preparation(PreparationPlan plan, int lookback, List<ColumnPreparation> columns, boolean shared) {
    /** Checks that the columns are those of the plan. */
    public Preparation {
        columns = List.copyOf(columns);
        if (lookback < 1 || lookback > 1 << 30 || columns.size() - plan.targets() < plan.ahead()) {
            throw new IllegalArgumentException("a lookback of " + lookback + ", " + columns.size() + " columns");
        }
        for (int rows : plan.residual()) {
            if (rows > lookback) {
                throw new IllegalArgumentException("a value " + rows + " rows before lies before the window");
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).follows(ColumnPreparation.Plan.of(plan, c, columns.size()))) {
                throw new IllegalArgumentException("column " + c + " is not prepared as planned");
            }
        }
    }

    /** That of one series. */
    public Preparation(PreparationPlan plan, int lookback, List<ColumnPreparation> columns) {
        this(plan, lookback, columns, false);
    }

    /**
     * Fits on the first rows only.
     *
     * @param columns [C][rows], values above 0 where the transform needs them
     * @param masked rows that nothing is learned from
     * @param rows to fit on
     * @throws IllegalArgumentException if there are too few rows, or what a transform gives is not finite
     */
    public static Preparation fit(PreparationPlan plan, int lookback, double[][] columns, BitSet masked, int rows) {
        List<ColumnPreparation> fitted = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            ColumnPreparation.Plan column = ColumnPreparation.Plan.of(plan, c, columns.length);
            fitted.add(ColumnPreparation.fit(column, columns[c], masked, lookback, rows));
        }
        return new Preparation(plan, lookback, fitted);
    }

    /**
     * Fits on the first rows of several series with the same columns.
     *
     * @param rows of each to fit on
     * @throws IllegalArgumentException if what a transform gives is not finite
     */
    static Preparation fit(PreparationPlan plan, int lookback, List<Series> each, int[] rows) {
        int width = each.get(0).columns().size();
        List<BitSet> masked = each.stream().map(Series::masked).toList();
        List<ColumnPreparation> fitted = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            int number = c;
            fitted.add(ColumnPreparation.fit(
                    ColumnPreparation.Plan.of(plan, c, width),
                    each.stream().map(series -> series.column(number)).toList(),
                    masked,
                    lookback,
                    rows));
        }
        return new Preparation(plan, lookback, fitted, true);
    }

    /**
     * The same for one of several series; that of one series stays as it is.
     *
     * @param values [C][rows]
     * @param masked rows that are left out
     * @param from first of the rows whose size is taken, more than {@link PreparationPlan#transformLag}
     * @param to row after the last of them
     */
    Preparation forSeries(double[][] values, BitSet masked, int from, int to) {
        if (!shared) {
            return this;
        }
        List<ColumnPreparation> own = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            own.add(columns.get(c).forSeries(values[c], masked, from, to));
        }
        return new Preparation(plan, lookback, own, true);
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
     * or with a seasonal difference the one a season before, or goes on as the seasons before did; residuals are 0.
     * Where windows are scaled each by itself, it is the mean change within the window instead that goes on.
     *
     * @return as many values as {@link PreparationPlan#outputs}; empty if the transform is of levels, for which no such
     *     values exist
     */
    public Optional<float[]> naiveOutputs() {
        float[] outputs = new float[plan.outputs()];
        if (!plan.residual().isEmpty()) {
            return Optional.of(outputs);
        }
        for (int k = 0; k < outputs.length; k++) {
            OptionalDouble naive = columns.get(k / plan.outputSteps()).naiveOutput();
            if (naive.isEmpty()) {
                return Optional.empty();
            }
            outputs[k] = (float) naive.getAsDouble();
        }
        return Optional.of(outputs);
    }

    /** Rows before a forecast that it is made from: the window, and what its first row reaches back to. */
    public int historyRows() {
        return lookback + plan.transformLag();
    }
}
