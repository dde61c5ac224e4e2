package lstm.report;

import lstm.chart.Spread;
import lstm.text.NumberText;

/** The lowest and the highest mean of a cell signal over the units, across all steps. */
record SignalRange(double low, double high) {
    /** The range of values of shape [T, H]. */
    static SignalRange of(float[][] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] step : values) {
            double mean = Spread.of(step).mean();
            low = Math.min(low, mean);
            high = Math.max(high, mean);
        }
        return new SignalRange(low, high);
    }

    /** The largest absolute value; never zero. */
    double largest() {
        return Math.max(1e-12, Math.max(Math.abs(low), Math.abs(high)));
    }

    @Override
    public String toString() {
        return NumberText.rounded(low, 2) + " to " + NumberText.rounded(high, 2);
    }
}
