package lstm.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.network.StaticInputs;
import lstm.series.Series;
import lstm.series.StaticValue;

/**
 * A plan with its columns fitted: turns rows into inputs of the network, and outputs of the network into forecasts.
 *
 * @param lookback T, number of rows in a window
 * @param columns the fitted preparation of each column of the series
 * @param shared whether it was fitted on several series; then it has no base scaler where values depend on the window
 * @param statics how what is known of each series beside its rows becomes inputs
 */
public record Preparation(
        PreparationPlan plan, int lookback, List<ColumnPreparation> columns, boolean shared, StaticFeatures statics) {
    /** Checks that the columns match the plan. */
    public Preparation {
        columns = List.copyOf(columns);
        if (lookback < 1 || lookback > 1 << 30 || columns.size() - plan.targets() < plan.ahead()) {
            throw new IllegalArgumentException("a lookback of " + lookback + ", " + columns.size() + " columns");
        }
        if (!shared && !statics.each().isEmpty()) {
            throw new IllegalArgumentException("facts that tell several series apart, of one series");
        }
        if (!shared && plan.cold() == ColdStart.PAD) {
            throw new IllegalArgumentException("padding for series that have only begun, of one series");
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

    /** A preparation of nothing but rows. */
    public Preparation(PreparationPlan plan, int lookback, List<ColumnPreparation> columns, boolean shared) {
        this(plan, lookback, columns, shared, StaticFeatures.NONE);
    }

    /** The preparation of one series. */
    public Preparation(PreparationPlan plan, int lookback, List<ColumnPreparation> columns) {
        this(plan, lookback, columns, false);
    }

    /**
     * Fits the first rows of a series.
     *
     * @param columns [C][rows]; values are positive where the transform requires it
     * @param masked rows that nothing is learned from
     * @param rows number of rows to fit on
     * @throws IllegalArgumentException if there are too few rows, or a transformed value is not finite
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
     * @param rows number of rows of each to fit on
     * @throws IllegalArgumentException if a transformed value is not finite
     */
    static Preparation fit(PreparationPlan plan, int lookback, List<Series> each, int[] rows) {
        int width = each.get(0).columns().size();
        List<BitSet> masked = each.stream().map(Series::masked).toList();
        List<ColumnPreparation> fitted = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            int number = c;
            fitted.add(ColumnPreparation.fit(
                    ColumnPreparation.Plan.of(plan, c, width),
                    k -> each.get(k).column(number),
                    masked,
                    lookback,
                    rows));
        }
        return new Preparation(plan, lookback, fitted, true, StaticFeatures.fit(each));
    }

    /**
     * The same with base scalers for one of several series; the preparation of a single series is returned as it is.
     *
     * @param values [C][rows]
     * @param masked rows that are left out
     * @param from first of the rows that base scalers are fitted on, at least {@link PreparationPlan#transformLag}
     * @param to the row after the last of them
     */
    Preparation forSeries(double[][] values, BitSet masked, int from, int to) {
        if (!shared) {
            return this;
        }
        List<ColumnPreparation> own = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            own.add(columns.get(c).forSeries(values[c], masked, from, to));
        }
        return new Preparation(plan, lookback, own, true, statics);
    }

    /** The inputs that stand for what is known of a series beside its rows; none if it was fitted on one series. */
    float[] encoded(List<StaticValue> facts) {
        return shared ? statics.encode(facts) : new float[0];
    }

    /** F, number of network inputs per row. */
    public int inputs() {
        return plan.inputs(columns.size());
    }

    /** Whether a column is known ahead of time. */
    public boolean isAhead(int column) {
        return column >= columns.size() - plan.ahead();
    }

    /** Rows that a column is shifted by: one that is known ahead is read as far ahead as the network forecasts. */
    int shift(int column) {
        return isAhead(column) ? plan.outputSteps() : 0;
    }

    /**
     * The network outputs that stand for the naive forecast, the same for every window: each value repeats the last one
     * (or with a seasonal difference the one a season earlier, or with a seasonal change continues as in earlier
     * seasons); residuals are 0. With {@link ScalingMethod#WINDOW} changes continue with their mean within the window
     * instead.
     *
     * @return [O]; empty if the network forecasts levels, for which there are no such outputs
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

    /**
     * Number of rows before a forecast that it depends on: the window, and the rows that the transform of its first row
     * needs.
     */
    public int historyRows() {
        return lookback + plan.transformLag();
    }

    /** The same of a series that has only begun: fewer if windows are padded. */
    public int leastRows() {
        return plan.cold() == ColdStart.PAD ? Window.leastRows(lookback) + plan.transformLag() : historyRows();
    }

    /** What the network is told about a window beside its rows: which share is padding, if any may be, and facts. */
    public StaticInputs beside() {
        return statics.inputs(plan.cold());
    }
}
