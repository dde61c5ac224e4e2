package lstm.evaluate;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Exponential smoothing of a level alone, l' = l + alpha (y - l). With a given alpha each error is linear in the first
 * level, e[t] = a[t] - (1 - alpha)^t l[0], so the first level with the least sum of squares is known.
 *
 * @param values at least 1, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
record FlatSmoothing(double[] values) {
    private static final double LEAST = 1e-4;
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_EVALUATIONS = 200;

    /** The level after the last value, and the sum of the squared errors on the way. */
    private record Pass(double level, double squares) {}

    /** The alpha with the least sum of squared errors. */
    double alpha() {
        return new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(alpha -> pass(alpha).squares()),
                        GoalType.MINIMIZE,
                        new SearchInterval(LEAST, 1 - LEAST))
                .getPoint();
    }

    /** The level after the last value. */
    double level(double alpha) {
        return pass(alpha).level();
    }

    private Pass pass(double alpha) {
        double start = 0;
        double weight = 0;
        double power = 1;
        double level = 0;
        for (double value : values) {
            start += power * (value - level);
            weight += power * power;
            level += alpha * (value - level);
            power *= 1 - alpha;
        }
        start /= weight;
        double squares = 0;
        level = start;
        for (double value : values) {
            double error = value - level;
            squares += error * error;
            level += alpha * error;
        }
        return new Pass(level, squares);
    }
}
