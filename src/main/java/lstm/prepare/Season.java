package lstm.prepare;

import java.util.BitSet;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;

/**
 * How many steps a period of a series has. The calendar says what may be: a year for months, quarters and weeks, a week
 * for days and weekdays, an hour, a day or a week for shorter steps. The autocorrelation of the series around its
 * moving average over such a period, which takes trend and slower cycles away, says whether it is so. If several are,
 * the one whose repetition errs least is taken. Without such a calendar any length may be; then the correlation has to
 * last to the second period too, so that a cycle of changing length is no season.
 *
 * @param length steps in a period; 1 if there is no season
 * @param correlation of values one season apart around their moving average, 0 if there is none
 */
public record Season(int length, double correlation) {
    /** No season. */
    public static final Season NONE = new Season(1, 0);

    /** In fewer whole ones a season shows itself by chance. */
    static final int LEAST_SEASONS = 3;

    /** As above, where every length may be one. */
    private static final int LEAST_UNNAMED_SEASONS = 4;

    /** What noise and random walks come to stays well below, what seasons come to is most often above 0.9. */
    private static final double LEAST_CORRELATION = 0.3;

    /** A season reaches at least this share of the largest correlation near it. */
    private static final double PEAK = 0.8;

    /** A longer season must err so much less than a shorter one, so that seven equal days are no week. */
    private static final double BETTER = 0.95;

    /** The longest season without a calendar. */
    private static final int LONGEST_UNNAMED = 400;

    /** Checks that there is at least one step. */
    public Season {
        if (length < 1 || !Double.isFinite(correlation)) {
            throw new IllegalArgumentException("a season of " + length + " steps, correlation " + correlation);
        }
    }

    /**
     * The season of a series.
     *
     * @param target the column that is forecast
     * @param trainRows of its rows, the first ones: later ones are not looked at
     */
    public static Season find(Calendar calendar, double[] target, int trainRows) {
        return find(calendar, target, new BitSet(), trainRows);
    }

    /**
     * The same without some rows.
     *
     * @param masked rows that are left out
     */
    public static Season find(Calendar calendar, double[] target, BitSet masked, int trainRows) {
        int[] named = SeasonLengths.of(calendar);
        boolean unnamed = named.length == 0;
        int most = trainRows / (unnamed ? LEAST_UNNAMED_SEASONS : LEAST_SEASONS);
        int[] lengths = unnamed
                ? IntStream.rangeClosed(2, Math.min(LONGEST_UNNAMED, most)).toArray()
                : IntStream.of(named).filter(length -> length <= most).toArray();
        Season best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int length : lengths) {
            Autocorrelation around = Autocorrelation.aroundMovingAverage(target, masked, trainRows, length);
            if (isSeason(around, length, unnamed)) {
                double error = repetitionError(target, masked, trainRows, length, lengths[lengths.length - 1]);
                if (error < BETTER * least) {
                    best = new Season(length, around.at(length));
                    least = error;
                }
            }
        }
        return best;
    }

    /**
     * Whether so many steps are a season of values around their moving average over them.
     *
     * @param unnamed whether no calendar suggests it
     */
    static boolean isSeason(Autocorrelation around, int length, boolean unnamed) {
        double correlation = around.at(length);
        double chance = 2 / Math.sqrt(around.count());
        if (correlation < Math.max(LEAST_CORRELATION, chance) || correlation <= around.at(length / 2)) {
            return false;
        }
        if (unnamed
                && (correlation < around.at(length - 1)
                        || correlation < around.at(length + 1)
                        || around.at(2 * length) < PEAK * correlation)) {
            return false;
        }
        // A cycle of another length correlates more elsewhere. Lags with few pairs are left out.
        int farthest = Math.min(length + length / 2, around.count() * 2 / 3);
        for (int lag = length / 2 + 1; lag < farthest; lag++) {
            if (PEAK * around.at(lag) > correlation) {
                return false;
            }
        }
        return true;
    }

    /** Mean |y[t] - y[t - length]| over the rows that have the longest season before them. */
    private static double repetitionError(double[] target, BitSet masked, int rows, int length, int longest) {
        int[] pairs = IntStream.range(longest, rows)
                .filter(row -> !masked.get(row) && !masked.get(row - length))
                .toArray();
        double sum = 0;
        for (int row : pairs) {
            sum += Math.abs(target[row] - target[row - length]) / pairs.length;
        }
        return sum;
    }
}
