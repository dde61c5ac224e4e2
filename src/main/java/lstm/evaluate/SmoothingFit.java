package lstm.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lstm.model.Smoothing;
import lstm.model.Smoothing.Seasonality;
import lstm.model.Smoothing.Trend;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Fits exponential smoothing: the parameters of each form by the least sum of squared one-step errors, found with the
 * Nelder-Mead simplex; the form by the corrected Akaike information criterion, n ln(sum / n) + 2 k + 2 k (k + 1) / (n -
 * k - 1) with k parameters and first states.
 */
final class SmoothingFit {
    /** Older rows change neither form nor parameters noticeably, but take time. */
    static final int MOST_ROWS = 2_000;

    private static final int MOST_ITERATIONS = 300;
    private static final double TOLERANCE = 1e-7;

    /** Slopes that fade more slowly are as good as straight over any horizon; faster, as good as none. */
    private static final double LEAST_PHI = 0.8;

    private static final double MOST_PHI = 0.98;
    private static final double LEAST_SHARE = 1e-4;

    private static final Map<Trend, Integer> SLOPE_PARAMETERS =
            new EnumMap<>(Map.of(Trend.NONE, 0, Trend.STRAIGHT, 1, Trend.DAMPED, 2));

    private final double[] values;
    private final BitSet masked;
    private final int firstMasked;
    private final int from;
    private final int to;

    private SmoothingFit(double[] values, BitSet masked, int rows) {
        this.values = values;
        this.masked = masked;
        from = Math.max(0, rows - MOST_ROWS);
        to = rows;
        int first = masked.nextSetBit(from);
        firstMasked = first < 0 ? rows : first;
    }

    private record Candidate(Smoothing smoothing, double criterion) {}

    /**
     * The form and parameters that fit the first rows best.
     *
     * @param masked rows that are left out
     * @param rows at least 1
     * @param season number of steps in a season, 1 if there is none
     */
    static Smoothing of(double[] values, BitSet masked, int rows, int season) {
        SmoothingFit fit = new SmoothingFit(values, masked, rows);
        Candidate best = null;
        for (Trend trend : Trend.values()) {
            for (Seasonality seasonality : fit.possible(season)) {
                Candidate next = fit.fitted(trend, seasonality, seasonality == Seasonality.NONE ? 1 : season);
                best = best == null || next.criterion() < best.criterion() ? next : best;
            }
        }
        return best.smoothing();
    }

    private List<Seasonality> possible(int season) {
        List<Seasonality> possible = new ArrayList<>(List.of(Seasonality.NONE));
        if (season > 1 && to - from >= 2 * season) {
            possible.add(Seasonality.ADDITIVE);
            boolean positive = true;
            for (int row = from; row < to; row++) {
                positive &= values[row] > 0;
            }
            if (positive) {
                possible.add(Seasonality.MULTIPLICATIVE);
            }
        }
        return possible;
    }

    private Candidate fitted(Trend trend, Seasonality seasonality, int season) {
        int parameters = 1 + SLOPE_PARAMETERS.get(trend) + (seasonality == Seasonality.NONE ? 0 : 1);
        double[] first = new double[parameters];
        SmoothingStart start = SmoothingStart.of(at(first, trend, seasonality, season), values, from, to);
        PointValuePair found = new SimplexOptimizer(new SimpleValueChecker(TOLERANCE, 0, MOST_ITERATIONS))
                .optimize(
                        MaxEval.unlimited(),
                        new ObjectiveFunction(point -> squares(at(point, trend, seasonality, season), start)),
                        GoalType.MINIMIZE,
                        new InitialGuess(first),
                        new NelderMeadSimplex(parameters));
        int n = to - from - masked.get(from, to).cardinality();
        int k = parameters + 1 + (trend == Trend.NONE ? 0 : 1) + (seasonality == Seasonality.NONE ? 0 : season - 1);
        double fewer = n - k - 1;
        double criterion = fewer <= 0
                ? Double.POSITIVE_INFINITY
                : n * Math.log(Math.max(Double.MIN_NORMAL, found.getValue() / n)) + 2 * k + 2.0 * k * (k + 1) / fewer;
        return new Candidate(at(found.getPoint(), trend, seasonality, season), criterion);
    }

    /** The parameters at a point of the search, which knows no bounds: each is a share of its range. */
    private static Smoothing at(double[] point, Trend trend, Seasonality seasonality, int season) {
        double alpha = LEAST_SHARE + (1 - 2 * LEAST_SHARE) * share(point[0]);
        double beta = trend == Trend.NONE ? 0 : alpha * share(point[1] - 2);
        double phi = trend == Trend.DAMPED ? LEAST_PHI + (MOST_PHI - LEAST_PHI) * share(point[2] + 2) : 1;
        double last = point[point.length - 1];
        double gamma = seasonality == Seasonality.NONE ? 0 : (1 - alpha) * share(last - 2);
        return new Smoothing(trend, seasonality, season, alpha, beta, gamma, phi);
    }

    private static double share(double place) {
        return 1 / (1 + Math.exp(-place));
    }

    private double squares(Smoothing smoothing, SmoothingStart start) {
        SmoothingState state = new SmoothingState(smoothing, start);
        double sum = 0;
        for (int row = from; row < to; row++) {
            if (row >= firstMasked && masked.get(row)) {
                state.skip();
            } else {
                double error = state.take(values[row]);
                sum += error * error;
            }
        }
        return Double.isFinite(sum) ? sum : Double.MAX_VALUE;
    }
}
