package lstm.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lstm.statistics.Quantiles;

/** Finds runs of equal values and jumps. */
final class Outliers {
    /** Shorter runs of equal values are not reported. */
    private static final int LONG_RUN = 10;

    /** A change this many typical changes away from the median change is a jump. */
    private static final double FAR = 10;

    /** Median absolute deviation of normal noise, as a share of its standard deviation. */
    private static final double NORMAL = 0.6745;

    private static final double WIDE = 4;

    private Outliers() {}

    /** Runs of ten or more equal values, the longest first. */
    static List<Profile.Run> runs(double[] values) {
        List<Profile.Run> runs = new ArrayList<>();
        int start = 0;
        for (int row = 1; row <= values.length; row++) {
            if (row == values.length || values[row] != values[start]) {
                if (row - start >= LONG_RUN) {
                    runs.add(new Profile.Run(start, row - start));
                }
                start = row;
            }
        }
        runs.sort(Comparator.comparing(Profile.Run::length).reversed());
        return runs;
    }

    /**
     * Changes from row to row that lie ten or more typical changes from the median change, the greatest first. The
     * typical change is the median absolute deviation, scaled to the standard deviation of normal noise; it is 0 if
     * half of the changes are equal, and then nothing is reported. For positive values of very different size, such as
     * prices over decades, changes of the logarithm are compared.
     */
    static List<Profile.Jump> jumps(double[] values) {
        List<Profile.Jump> jumps = new ArrayList<>();
        if (values.length < LONG_RUN) {
            return jumps;
        }
        IntToDoubleFunction change = inProportion(values)
                ? k -> Math.log(values[k + 1]) - Math.log(values[k])
                : k -> values[k + 1] - values[k];
        // One array is filled twice: of millions of rows, copies would be felt.
        double[] room = new double[values.length - 1];
        Arrays.setAll(room, change);
        double middle = Quantiles.medianOfOwn(room);
        Arrays.setAll(room, k -> Math.abs(change.applyAsDouble(k) - middle));
        double usual = Quantiles.medianOfOwn(room) / NORMAL;
        for (int k = 0; k < room.length && usual > 0; k++) {
            double times = Math.abs(change.applyAsDouble(k) - middle) / usual;
            if (times >= FAR) {
                jumps.add(new Profile.Jump(k + 1, values[k + 1] - values[k], times));
            }
        }
        jumps.sort(Comparator.comparing(Profile.Jump::times).reversed());
        return jumps;
    }

    private static boolean inProportion(double[] values) {
        DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
        return range.getMin() > 0 && range.getMax() > WIDE * range.getMin();
    }
}
