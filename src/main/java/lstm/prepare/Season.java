package lstm.prepare;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;

/**
 * The season of a series. Candidates come from the calendar: a year for months, quarters and weeks; a week for days and
 * weekdays; an hour, a day or a week for shorter steps. A candidate is a season if the autocorrelation of the series
 * around its moving average over that period, which removes trend and slower cycles, is high enough. Of several seasons
 * the one with the smallest seasonal naive error is chosen. If the calendar suggests none, any length is tried; then
 * the correlation has to persist to the second period, so that a cycle of varying length is not taken for a season.
 *
 * @param length number of steps in the season; 1 if there is none
 * @param correlation of values one season apart around their moving average, 0 if there is none
 */
public record Season(int length, double correlation) {
    /** No season. */
    public static final Season NONE = new Season(1, 0);

    /** With fewer repetitions a season may appear by chance. */
    public static final int LEAST_SEASONS = 3;

    /** The same where any length is tried. */
    private static final int LEAST_UNNAMED_SEASONS = 4;

    /** Noise and random walks stay well below this; seasons are mostly above 0.9. */
    private static final double LEAST_CORRELATION = 0.3;

    /** The correlation of a season is at least this share of the largest one nearby. */
    private static final double PEAK = 0.8;

    /**
     * The error of a longer season must be below this share of that of a shorter one, so that seven equal days do not
     * make a week.
     */
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
     * @param target the target column
     * @param trainRows number of training rows; later ones are not read
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
     * Whether a period is a season.
     *
     * @param around autocorrelation around the moving average over that period
     * @param unnamed whether the calendar does not suggest it
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
        // A cycle of another length has its peak elsewhere. Lags with few pairs are left out.
        int farthest = Math.min(length + length / 2, around.count() * 2 / 3);
        for (int lag = length / 2 + 1; lag < farthest; lag++) {
            if (PEAK * around.at(lag) > correlation) {
                return false;
            }
        }
        return true;
    }

    /** Mean |y[t] - y[t - length]| over the rows after the longest season. */
    private static double repetitionError(double[] target, BitSet masked, int rows, int length, int longest) {
        IntPredicate isPair = row -> !masked.get(row) && !masked.get(row - length);
        long pairs = IntStream.range(longest, rows).filter(isPair).count();
        double sum = 0;
        for (int row = longest; row < rows; row++) {
            if (isPair.test(row)) {
                sum += Math.abs(target[row] - target[row - length]) / pairs;
            }
        }
        return sum;
    }
}
