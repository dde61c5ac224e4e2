package lstm.prepare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lstm.series.StampColumn;

/**
 * Rolls a forecast out from an origin: starts from the rows before the origin and appends the forecasts, as many at a
 * time as the network outputs, which then become part of the windows for the next ones. Of the rows at and after the
 * origin only stamps and columns known ahead are read. Columns known for the past only stay at their last values.
 */
public final class ForecastRollout {
    private final Preparation preparation;
    private final double[][] columns;
    private final StampColumn stamps;
    private final ScaledSeries series;
    /** Predictions per value: one, or an odd number of quantiles, of which the middle one is the forecast. */
    private final int width;
    /** [targets][width][steps]. */
    private final double[][][] quantiles;

    /** Row of these columns to forecast next. */
    private int next;

    /** The first row to forecast: all rows before it that the network reads, if there are as many. */
    private final int origin;

    /** A rollout of a series of which nothing is known beside its rows, by a network of one prediction per value. */
    ForecastRollout(Preparation preparation, double[][] columns, StampColumn stamps, int origin, int steps) {
        this(preparation, new Timeline(columns, stamps, List.of()), origin, steps, 1);
    }

    /**
     * A rollout at its origin.
     *
     * @param origin first row to forecast, at least {@link Preparation#leastRows}
     * @param steps number of steps to forecast; rounded up to a multiple of the network's output steps
     * @param width predictions per value; odd, the middle one is the forecast
     */
    public ForecastRollout(Preparation preparation, Timeline rows, int origin, int steps, int width) {
        double[][] columns = rows.columns();
        this.width = width;
        quantiles = new double[preparation.plan().targets()][width][rounded(preparation.plan(), steps)];
        int from = Math.max(0, origin - preparation.historyRows());
        this.origin = origin - from;
        this.preparation = preparation.forSeries(columns, new BitSet(), from, origin);
        int to = origin + rounded(preparation.plan(), steps);
        this.columns = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            if (preparation.isAhead(c)) {
                this.columns[c] = Arrays.copyOfRange(columns[c], from, to);
            } else {
                this.columns[c] = Arrays.copyOf(Arrays.copyOfRange(columns[c], from, origin), to - from);
                Arrays.fill(this.columns[c], origin - from, to - from, columns[c][origin - 1]);
            }
        }
        stamps = rows.stamps().range(from, to);
        next = this.origin;
        series = new ScaledSeries(this.preparation, 0, to - from, this.preparation.encoded(rows.statics()));
        series.fill(0, next, this.columns, this.stamps);
    }

    /** The number of steps rounded up to a multiple of {@link PreparationPlan#outputSteps}. */
    public static int rounded(PreparationPlan plan, int steps) {
        int outputSteps = plan.outputSteps();
        return (steps + outputSteps - 1) / outputSteps * outputSteps;
    }

    /** Writes the current window as number {@code k} of n into a batch [T*F + S, n]. Modifies {@code to}. */
    public void read(int k, int n, float[] to) {
        series.read(window(), k, n, to);
    }

    /** The rows before the next to forecast; those that there are too few of are padding. */
    private Window window() {
        int first = next - preparation.lookback();
        return new Window(first, Math.max(0, preparation.plan().transformLag() - first));
    }

    /**
     * Takes the outputs for the current window, starting at {@code outputs[at]}, and advances to the next window.
     * Crossing quantiles are sorted.
     */
    public void take(float[] outputs, int at) {
        int outputSteps = preparation.plan().outputSteps();
        Window window = window();
        boolean isResidual = !preparation.plan().residual().isEmpty();
        for (int target = 0; target < preparation.plan().targets(); target++) {
            WindowScaler anchor = series.anchor(window, target);
            ColumnPreparation column = preparation.columns().get(target);
            for (int step = 0; step < outputSteps; step++) {
                double before = series.before(window, target, anchor, step);
                int from = at + (target * outputSteps + step) * width;
                float[] rising = Arrays.copyOfRange(outputs, from, from + width);
                Arrays.sort(rising);
                for (int k = 0; k < width; k++) {
                    double value = column.undo(
                            isResidual ? rising[k] + before : rising[k], anchor, columns[target], next + step);
                    quantiles[target][k][next + step - origin] =
                            preparation.plan().bounds().clamp(value);
                }
                columns[target][next + step] = quantiles[target][width / 2][next + step - origin];
            }
        }
        series.fill(next, next + outputSteps, columns, stamps);
        next += outputSteps;
    }

    /** All predictions for the first steps of a target, [width][steps], ascending; they must have been made already. */
    public double[][] quantiles(int target, int steps) {
        return Arrays.stream(quantiles[target])
                .map(prediction -> Arrays.copyOf(prediction, steps))
                .toArray(double[][]::new);
    }

    /** The forecasts for the first steps of a target; they must have been made already. */
    public double[] forecasts(int target, int steps) {
        return Arrays.copyOfRange(columns[target], origin, origin + steps);
    }
}
