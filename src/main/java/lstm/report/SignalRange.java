package lstm.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import lstm.text.NumberText;

/** The lowest and the highest value of a cell signal in some rows of a heat map. */
record SignalRange(double low, double high) {
    /** With more digits than float32 has, two ends would differ in noise alone. */
    private static final int MOST_DIGITS = 6;

    /** The range of one or more values. */
    static SignalRange of(double[] values) {
        return of(Arrays.stream(values));
    }

    /** The range of one or more values. */
    static SignalRange of(DoubleStream values) {
        var statistics = values.summaryStatistics();
        return new SignalRange(statistics.getMin(), statistics.getMax());
    }

    /** The largest absolute value; never zero. */
    double largest() {
        return Math.max(1e-12, Math.max(Math.abs(low), Math.abs(high)));
    }

    /** Where a value lies between the ends, from 0 to 1; in the middle if there is nothing between them. */
    double share(double value) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    /** Both ends, to two digits or to as many as it takes to tell them apart. */
    @Override
    public String toString() {
        int digits = 2;
        while (digits < MOST_DIGITS
                && low != high
                && NumberText.rounded(low, digits).equals(NumberText.rounded(high, digits))) {
            digits++;
        }
        return NumberText.rounded(low, digits) + " to " + NumberText.rounded(high, digits);
    }
}
