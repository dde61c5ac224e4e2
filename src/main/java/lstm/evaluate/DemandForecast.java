package lstm.evaluate;

import lstm.model.IntermittentDemand;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Forecasts demand that is mostly zero: p' = p + c (1 - p) and z' = z + s (y - z) where there is a demand y, p' = p - c
 * p where there is none; the forecast is p z for every step.
 */
final class DemandForecast {
    private static final int MOST_ITERATIONS = 150;
    private static final double TOLERANCE = 1e-7;

    private final IntermittentDemand shares;
    private double chance;
    private double size;

    /** Starts with the share of demands among the rows and their mean. */
    DemandForecast(IntermittentDemand shares, double[] values, int from, int to) {
        this.shares = shares;
        int demands = 0;
        double sum = 0;
        for (int row = from; row < to; row++) {
            demands += values[row] == 0 ? 0 : 1;
            sum += values[row];
        }
        chance = (double) demands / (to - from);
        size = demands == 0 ? 0 : sum / demands;
    }

    double forecast() {
        return chance * size;
    }

    /** Takes a row in; returns its error. */
    double take(double value) {
        double error = value - forecast();
        if (value == 0) {
            chance -= shares.chance() * chance;
        } else {
            chance += shares.chance() * (1 - chance);
            size += shares.size() * (value - size);
        }
        return error;
    }

    /** The shares with the least sum of squared one-step errors over the first rows. */
    static IntermittentDemand fit(double[] values, int rows) {
        int from = Math.max(0, rows - SmoothingFit.MOST_ROWS);
        return at(new SimplexOptimizer(new SimpleValueChecker(TOLERANCE, 0, MOST_ITERATIONS))
                .optimize(
                        MaxEval.unlimited(),
                        new ObjectiveFunction(point -> {
                            DemandForecast forecast = new DemandForecast(at(point), values, from, rows);
                            double sum = 0;
                            for (int row = from; row < rows; row++) {
                                double error = forecast.take(values[row]);
                                sum += error * error;
                            }
                            return sum;
                        }),
                        GoalType.MINIMIZE,
                        new InitialGuess(new double[] {-2, -2}),
                        new NelderMeadSimplex(2))
                .getPoint());
    }

    private static IntermittentDemand at(double[] point) {
        return new IntermittentDemand(1 / (1 + Math.exp(-point[0])), 1 / (1 + Math.exp(-point[1])));
    }
}
