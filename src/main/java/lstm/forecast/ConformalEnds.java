package lstm.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import lstm.model.Calibration;

/**
 * The ends of intervals around one prediction of one step: the recent residuals, the latest last, and the share of them
 * outside each end.
 *
 * <p>An end with a nominal share a outside leaves out the share a[t] of the residuals, rounded away from the middle as
 * in split conformal prediction. a[t] follows what happens (adaptive conformal inference, Gibbs and Candes 2021, with
 * each end on its own): a[t+1] = a[t] + g (a - 1) if the t-th residual lies outside, else a[t] + g a, with a[0] = a and
 * g = a / 2, and kept from -2 a to 1/2. So an end has its nominal coverage in the long run however the errors change,
 * and moves outward after each miss.
 */
final class ConformalEnds {
    private static final double RATE = 0.5;
    private static final double FURTHEST_OUT = -2;
    private static final double MOST_ALIKE = 0.99;
    private static final double FAILED = 0.4;

    /** (1 - 0.8) / 2 is a little less than a tenth. */
    private static final double ROUNDING = 1e-9;

    private final Map<Double, Double> adapted = new HashMap<>();
    private OptionalDouble independent = OptionalDouble.empty();
    private float[] ring = new float[0];
    private float[] sorted = new float[0];
    private int count;
    /** Below and above zero; null after a new residual. */
    private final Side[] sides = new Side[2];

    /** Number of residuals that are kept. */
    int size() {
        return sorted.length;
    }

    /** Adds a residual; beyond {@link Calibration#MOST} the oldest is dropped. */
    void push(float residual) {
        if (size() >= Residuals.LEAST) {
            adapted.replaceAll((share, outside) -> adapt(share, outside, residual));
        }
        int at = count % Calibration.MOST;
        if (count >= Calibration.MOST) {
            sorted = without(sorted, Arrays.binarySearch(sorted, ring[at]));
        }
        count++;
        if (at >= ring.length) {
            ring = Arrays.copyOf(ring, Math.min(Calibration.MOST, Math.max(16, 2 * at)));
        }
        ring[at] = residual;
        sorted = with(sorted, residual);
        independent = OptionalDouble.empty();
        Arrays.fill(sides, null);
    }

    private static float[] without(float[] sorted, int at) {
        float[] fewer = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }

    private static float[] with(float[] sorted, float value) {
        int found = Arrays.binarySearch(sorted, value);
        int at = found < 0 ? -found - 1 : found;
        float[] more = Arrays.copyOf(sorted, sorted.length + 1);
        System.arraycopy(sorted, at, more, at + 1, sorted.length - at);
        more[at] = value;
        return more;
    }

    /** @param share nominal share of actual values below the end; from 1/2 it is an upper end */
    private double adapt(double share, double outside, float residual) {
        double wanted = tail(share);
        float end = sorted[rank(share, outside)];
        boolean missed = share < 0.5 ? residual < end : residual > end;
        double next = outside + RATE * wanted * (wanted - (missed ? 1 : 0));
        return Math.max(FURTHEST_OUT * wanted, Math.min(0.5, next));
    }

    private static double tail(double share) {
        return Math.min(share, 1 - share);
    }

    private int rank(double share, double outside) {
        int out = (int) Math.floor((size() + 1) * Math.max(0, outside) + ROUNDING);
        int fromOutside = Math.max(0, Math.min(size() - 1, out - 1));
        return share < 0.5 ? fromOutside : size() - 1 - fromOutside;
    }

    /** The sum of the squares of the residuals on one side of zero. */
    double squares(boolean above) {
        return side(above).squares;
    }

    /** Number of residuals on one side of zero; half of those that are zero count for each side. */
    double count(boolean above) {
        return side(above).count;
    }

    private Side side(boolean above) {
        int side = above ? 1 : 0;
        if (sides[side] == null) {
            sides[side] = Side.of(sorted, above);
        }
        return sides[side];
    }

    /** The residuals on one side of zero. */
    private record Side(double squares, double count) {
        static Side of(float[] residuals, boolean above) {
            double squares = 0;
            double count = 0;
            for (float residual : residuals) {
                squares += above == residual > 0 ? (double) residual * residual : 0;
                count += residual == 0 ? 0.5 : above == residual > 0 ? 1 : 0;
            }
            return new Side(squares, count);
        }
    }

    /**
     * Number of independent residuals that carry the same information, since those of overlapping forecasts are alike:
     * n (1 - r) / (1 + r), where r is the correlation of neighbors about zero, or n if r is negative.
     */
    double independent() {
        if (independent.isEmpty()) {
            independent = OptionalDouble.of(size() * (1 - resemblance()) / (1 + resemblance()));
        }
        return independent.getAsDouble();
    }

    private double resemblance() {
        float[] ordered = latest();
        double products = 0;
        for (int k = 1; k < ordered.length; k++) {
            products += (double) ordered[k] * ordered[k - 1];
        }
        double squares = squares(true) + squares(false);
        return squares > 0 ? Math.max(0, Math.min(MOST_ALIKE, products / squares)) : 0;
    }

    /** Whether an end nominally leaves out less than one residual, and so lies beyond all of them. */
    boolean isBeyond(double share) {
        return (size() + 1) * tail(share) + ROUNDING < 1;
    }

    /** Whether an end has been exceeded so often of late that it has moved well outward. */
    boolean hasFailed(double share) {
        return adapted(share) < FAILED * tail(share);
    }

    /** The residuals, the latest last. */
    float[] latest() {
        float[] ordered = new float[size()];
        for (int k = 0; k < ordered.length; k++) {
            ordered[k] = ring[(count - ordered.length + k) % Calibration.MOST];
        }
        return ordered;
    }

    /**
     * The end with a nominal share of the residuals below it; there must be at least one residual. It depends on the
     * residuals only, not on when it was first asked for, as long as none has been dropped.
     */
    double end(double share) {
        return sorted[rank(share, adapted(share))];
    }

    private double adapted(double share) {
        return adapted.computeIfAbsent(share, this::replay);
    }

    private double replay(double share) {
        ConformalEnds past = new ConformalEnds();
        past.adapted.put(share, tail(share));
        for (float residual : latest()) {
            past.push(residual);
        }
        return past.adapted.get(share);
    }
}
