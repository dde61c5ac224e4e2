package lstm.prepare;

import java.util.Arrays;
import java.util.List;
import lstm.series.StampColumn;

/**
 * Rows of a series on the scale of the network, row after row, 4 bytes per value, and what is known of it beside its
 * rows. Columns known ahead are shifted by the network's output steps: the last row of a window holds what is known of
 * the last step to forecast.
 */
final class ScaledSeries implements WindowRows {
    private final Preparation preparation;
    private final int begin;
    private final float[] values;
    private final float[] statics;
    private final int width;

    /**
     * Rows begin .. begin+rows-1 of a series, all 0.
     *
     * @param statics the inputs that stand for what is known beside the rows; not copied
     */
    ScaledSeries(Preparation preparation, int begin, int rows, float[] statics) {
        this.preparation = preparation;
        this.begin = begin;
        this.statics = statics;
        width = preparation.inputs();
        values = new float[Math.multiplyExact(rows, width)];
    }

    /** Scales all rows. */
    static ScaledSeries of(Preparation preparation, double[][] columns, StampColumn stamps) {
        ScaledSeries series = new ScaledSeries(preparation, 0, stamps.size(), new float[0]);
        series.fill(0, stamps.size(), columns, stamps);
        return series;
    }

    /**
     * Scales the rows from .. to-1 of a series whose rows are all here.
     *
     * @param columns [C][rows]
     * @param stamps of the rows
     */
    void fill(int from, int to, double[][] columns, StampColumn stamps) {
        for (int c = 0; c < columns.length; c++) {
            fill(c, from, to, columns[c], 0);
        }
        fillCalendar(from, to, stamps, CalendarInputs.of(preparation.plan().calendar()));
    }

    /**
     * Scales the rows from .. to-1 of a column. Values known ahead stay 0 beyond the last row; no window with a target
     * contains them.
     *
     * @param column its values, the first of which is that of row {@code first}
     */
    void fill(int c, int from, int to, double[] column, int first) {
        ColumnPreparation scaling = preparation.columns().get(c);
        int shift = preparation.shift(c);
        for (int row = from; row < Math.min(to, first + column.length - shift); row++) {
            values[at(row, c)] = scaling.base(column, row + shift - first);
        }
    }

    /** Writes the calendar of the rows from .. to-1. */
    void fillCalendar(int from, int to, StampColumn stamps, CalendarInputs calendar) {
        int outputSteps = preparation.plan().outputSteps();
        int first = preparation.columns().size();
        for (int row = from; first < width && row < Math.min(to, stamps.size() - outputSteps); row++) {
            calendar.write(stamps.at(row + outputSteps), values, at(row, first));
        }
    }

    private int at(int row, int input) {
        return (row - begin) * width + input;
    }

    @Override
    public ScaledSeries inputs(Window window) {
        return this;
    }

    @Override
    public ScaledSeries targets(Window window) {
        return this;
    }

    @Override
    public Preparation preparation() {
        return preparation;
    }

    @Override
    public float[] statics() {
        return statics;
    }

    /** The scaler of a column in a window: padding has no part in it. */
    WindowScaler anchor(Window window, int column) {
        ColumnPreparation of = preparation.columns().get(column);
        return of.isAnchored()
                ? WindowScaler.of(
                        of, values, at(window.shown(), column), width, preparation.lookback() - window.padded())
                : WindowScaler.NONE;
    }

    /** Writes a window as number {@code k} of n into a batch [T*F + S, n]. Modifies {@code to}. */
    void read(Window window, int k, int n, float[] to) {
        read(window, statics, k, n, to);
    }

    /** The same with other facts. */
    void read(Window window, float[] facts, int k, int n, float[] to) {
        int lookback = preparation.lookback();
        int columns = preparation.columns().size();
        for (int f = 0; f < width; f++) {
            boolean anchored = f < columns && preparation.columns().get(f).isAnchored();
            WindowScaler anchor = anchored ? anchor(window, f) : WindowScaler.NONE;
            for (int t = window.padded(); t < lookback; t++) {
                float b = values[at(window.first() + t, f)];
                to[(t * width + f) * n + k] = anchored ? anchor.apply(b) : b;
            }
            float padding = window.padded() == 0 ? 0 : anchor.apply(mean(window, f));
            for (int t = 0; t < window.padded(); t++) {
                to[(t * width + f) * n + k] = padding;
            }
        }
        int at = lookback * width;
        if (preparation.plan().cold() == ColdStart.PAD) {
            to[at++ * n + k] = (float) window.padded() / lookback;
        }
        for (float fact : facts) {
            to[at++ * n + k] = fact;
        }
    }

    /** The mean of an input over the rows of a window that are no padding. */
    private float mean(Window window, int f) {
        int rows = preparation.lookback() - window.padded();
        double sum = 0;
        for (int t = 0; t < rows; t++) {
            sum += values[at(window.shown() + t, f)];
        }
        return (float) (sum / rows);
    }

    /** Writes the target values of a window: the steps of each target in turn. Modifies {@code to}. */
    void truth(Window window, float[] to, int at) {
        int place = at;
        int lookback = preparation.lookback();
        boolean isResidual = !preparation.plan().residual().isEmpty();
        for (int target = 0; target < preparation.plan().targets(); target++) {
            boolean anchored = preparation.columns().get(target).isAnchored();
            WindowScaler anchor = anchor(window, target);
            for (int step = 0; step < preparation.plan().outputSteps(); step++) {
                float b = values[at(window.first() + lookback + step, target)];
                float v = anchored ? anchor.apply(b) : b;
                to[place++] = isResidual ? (float) (v - before(window, target, anchor, step)) : v;
            }
        }
    }

    /**
     * Writes the units of the targets of a window: its deviation, in logarithms where these are taken, otherwise as a
     * share of the range of the series, so that none counts more for its large values. Modifies {@code to}.
     */
    void units(Window window, float[] to, int at) {
        int outputSteps = preparation.plan().outputSteps();
        for (int target = 0; target < preparation.plan().targets(); target++) {
            ColumnPreparation column = preparation.columns().get(target);
            double whole = column.transform().isLogarithmic() ? column.base().scale() : 1;
            double unit = whole / Math.abs(anchor(window, target).factor());
            Arrays.fill(to, at + target * outputSteps, at + (target + 1) * outputSteps, (float) unit);
        }
    }

    /**
     * The value that the output for a step of a target is added to: the mean of the values at the
     * {@linkplain PreparationPlan#residual residual lags}, or the smallest multiple of each within the window; 0 if
     * there are none.
     *
     * @param anchor scaler of the target in that window
     */
    double before(Window window, int target, WindowScaler anchor, int step) {
        List<Integer> lags = preparation.plan().residual();
        double mean = 0;
        for (int lag : lags) {
            int row = window.first() + preparation.lookback() + step - (step / lag + 1) * lag;
            float b = row < window.shown() ? mean(window, target) : values[at(row, target)];
            mean += anchor.apply(b) / (double) lags.size();
        }
        return mean;
    }
}
