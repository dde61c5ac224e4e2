package lstm.forecast;

import java.util.Arrays;

/**
 * The ends of intervals around one prediction of all steps. Where a step has enough independent errors, its ends are
 * its own ({@link ConformalEnds}). Errors that are few, or overlap so much that they are worth few, are pooled over the
 * steps ({@link ErrorSpread}), each side of the forecast separately, and widened by the t distribution. In between, an
 * end lies between the two.
 */
final class PooledEnds {
    /** Independent errors that a 95 % interval takes: one beyond each end. */
    private static final double ENOUGH = 39;

    private final ConformalEnds[] steps;
    /** Below and above the forecast; null after a new residual. */
    private final ErrorSpread[] sides = new ErrorSpread[2];

    PooledEnds(int steps) {
        this.steps = new ConformalEnds[steps];
        Arrays.setAll(this.steps, step -> new ConformalEnds());
    }

    /** Adds a residual. */
    void push(int step, float residual) {
        steps[step].push(residual);
        Arrays.fill(sides, null);
    }

    /** The residuals of a step alone. */
    ConformalEnds at(int step) {
        return steps[step];
    }

    private ErrorSpread side(boolean above) {
        int side = above ? 1 : 0;
        if (sides[side] == null) {
            sides[side] = ErrorSpread.of(steps, above);
        }
        return sides[side];
    }

    /** The end with a nominal share of the residuals below it; NaN without any residual. */
    double end(int step, double share) {
        ConformalEnds own = steps[step];
        boolean above = share >= 0.5;
        double trust = Math.min(1, independent(step) / ENOUGH);
        double pooled = pooled(step, share, trust);
        if (own.size() < Residuals.LEAST) {
            return pooled;
        }
        double counted = own.end(share);
        double farther = above ? Math.max(counted, pooled) : Math.min(counted, pooled);
        if (own.isBeyond(share)) {
            counted = farther;
        }
        double end = trust * counted + (1 - trust) * pooled;
        boolean isNearer = above ? end < counted : end > counted;
        return isNearer && own.hasFailed(share) ? counted : end;
    }

    /** Forecasts k steps ahead overlap over k rows, so a kth of them is independent however alike their errors are. */
    private double independent(int step) {
        return Math.max(steps[step].independent(), steps[step].size() / (step + 1.0));
    }

    /**
     * The same from the spread of errors on its side. Their share counts as if one more independent error lay on each
     * side, so that errors on one side only do not rule out the other.
     */
    private double pooled(int step, double share, double trust) {
        ConformalEnds own = steps[step];
        boolean above = share >= 0.5;
        ErrorSpread side = side(above);
        double spread = (side.scale() == 0 ? side(!above) : side).at(step);
        double square = spread * spread;
        double part = side.share();
        double count = own.count(above);
        if (count > 0) {
            square = trust * own.squares(above) / count + (1 - trust) * square;
        }
        if (own.size() > 0) {
            part = trust * count / own.size() + (1 - trust) * part;
        }
        double known = independent(step);
        double likely = (known * part + 1) / (known + 2);
        double outside = Math.min(1, (above ? 1 - share : share) / likely);
        double end = StudentQuantiles.of(1 - outside / 2, known) * Math.sqrt(square);
        return above ? end : -end;
    }
}
