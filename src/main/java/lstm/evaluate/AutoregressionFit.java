package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lstm.model.Autoregression;
import lstm.statistics.Distances;
import lstm.statistics.LagMoments;
import lstm.statistics.Moments;
import lstm.statistics.Values;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Fits an autoregression by least squares with an intercept, of the order with the lowest Akaike information criterion:
 * n ln(variance of the residuals) + 2 order. All orders are compared on the same n rows; the chosen one is then fitted
 * on every row that has its lags.
 *
 * <p>The normal equations come from {@link LagMoments} and are solved by Cholesky decomposition. A ridge of 1e-10 is
 * added to each variance, so that collinear lags, as of a constant column, share a coefficient instead of being
 * undetermined.
 */
public final class AutoregressionFit {
    private static final double RIDGE = 1e-10;
    private static final double STEEPER = 100;

    /**
     * Minimum number of rows per coefficient, including rows seen as lags only; with fewer, a fit follows the noise.
     */
    private static final int ROWS_PER_LAG = 4;

    /** Seasons that the lags may span: the change since the last one, and how that changed. */
    private static final int SEASONS = 2;

    /** Lags beyond these. */
    private static final int MORE = 8;

    /** Residuals that vary less than this, relative to the column, are rounding errors. */
    private static final double EXACT = 1e-10;

    private AutoregressionFit() {}

    /**
     * The highest order that is considered for this many rows: two seasons and a few more, or 10 log10(rows) if that is
     * more, but at most 1,000, and at most one for every four rows. It does not depend on the model that the
     * autoregression is compared with.
     */
    public static int highestOrder(int rows, int season) {
        int seasons = (int) Math.min(Autoregression.MOST_LAGS, (long) SEASONS * season + MORE);
        return most(rows, Math.max(seasons, (int) (10 * Math.log10(Math.max(1, rows)))));
    }

    private static int most(int rows, int order) {
        return Math.max(0, Math.min(Math.min(order, Autoregression.MOST_LAGS), (rows - 3) / ROWS_PER_LAG));
    }

    /** Of separate runs of rows none can use rows of another as lags, which leaves fewer to fit on. */
    private static int most(List<Values> runs, int wanted) {
        int order = most(runs.stream().mapToInt(Values::count).sum(), wanted);
        while (order > 0 && LagMoments.count(runs, order) < (ROWS_PER_LAG - 1) * order + ROWS_PER_LAG - 1) {
            order--;
        }
        return order;
    }

    /**
     * Fits the first rows of a column, without rows that are masked or have a masked row among their lags.
     *
     * @param target not modified
     * @param rows at least 1; values may be at most 1e300 apart
     * @param season number of steps in a season, 1 if there is none
     */
    public static Autoregression of(double[] target, BitSet masked, int rows, int season) {
        List<Values> runs = runs(target, masked, rows);
        Standard standard = Standard.of(runs);
        List<Values> values = runs.stream().map(standard::values).toList();
        int all = values.stream().mapToInt(Values::count).sum();
        int most = most(values, highestOrder(all, season));
        return fit(values, standard, most == 0 ? 0 : bestOrder(new LagMoments(values, most)));
    }

    /** The same of a given order, or of the highest that the rows allow if that is lower. */
    static Autoregression ofOrder(int order, double[] target, BitSet masked, int rows) {
        List<Values> runs = runs(target, masked, rows);
        Standard standard = Standard.of(runs);
        return fit(runs.stream().map(standard::values).toList(), standard, most(runs, order));
    }

    private static Autoregression fit(List<Values> values, Standard standard, int order) {
        return order == 0 ? standard.autoregression(0, new double[0]) : solve(new LagMoments(values, order), standard);
    }

    /**
     * The order with the lowest criterion. With L the Cholesky factor of the covariances of the lags and L z = the
     * covariances with the column, order p leaves the variance of the column - z[1]^2 - ... - z[p]^2.
     */
    private static int bestOrder(LagMoments moments) {
        Equations equations = Equations.of(moments);
        RealMatrix lower = equations.factored().getL();
        double variance = moments.covariance(0, 0);
        double left = variance;
        double lowest = criterion(left, variance, moments.count(), 0);
        int best = 0;
        double[] z = new double[moments.order()];
        for (int p = 0; p < z.length; p++) {
            double sum = equations.target()[p];
            for (int k = 0; k < p; k++) {
                sum -= lower.getEntry(p, k) * z[k];
            }
            z[p] = sum / lower.getEntry(p, p);
            left -= z[p] * z[p];
            double value = criterion(left, variance, moments.count(), p + 1);
            if (value < lowest) {
                lowest = value;
                best = p + 1;
            }
        }
        return best;
    }

    private static double criterion(double left, double variance, int rows, int order) {
        return rows * Math.log(Math.max(left, Math.max(EXACT * variance, Double.MIN_NORMAL))) + 2.0 * order;
    }

    /** The runs between masked rows; all rows if every row is masked. */
    private static List<Values> runs(double[] target, BitSet masked, int rows) {
        List<Values> runs = new ArrayList<>();
        int from = masked.nextClearBit(0);
        while (from < rows) {
            int first = from;
            int next = masked.nextSetBit(from);
            int to = next < 0 ? rows : Math.min(rows, next);
            runs.add(new Values(to - first, row -> target[first + row]));
            from = masked.nextClearBit(to);
        }
        return runs.isEmpty() ? List.of(new Values(rows, row -> target[row])) : runs;
    }

    private static Autoregression solve(LagMoments products, Standard standard) {
        Equations equations = Equations.of(products);
        double[] coefficients = equations
                .factored()
                .getSolver()
                .solve(new ArrayRealVector(equations.target(), false))
                .toArray();
        return standard.autoregression(products.intercept(coefficients), coefficients);
    }

    /**
     * The normal equations.
     *
     * @param target covariances of the lags with the column
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Equations(CholeskyDecomposition factored, double[] target) {
        static Equations of(LagMoments products) {
            int order = products.order();
            double[][] variances = new double[order][order];
            double[] target = new double[order];
            for (int i = 1; i <= order; i++) {
                target[i - 1] = products.covariance(i, 0);
                for (int j = 1; j <= order; j++) {
                    variances[i - 1][j - 1] = products.covariance(i, j);
                }
            }
            return new Equations(factored(variances), target);
        }

        private static CholeskyDecomposition factored(double[][] variances) {
            RealMatrix matrix = MatrixUtils.createRealMatrix(variances);
            for (double ridge = RIDGE; true; ridge *= STEEPER) {
                for (int i = 0; i < variances.length; i++) {
                    matrix.setEntry(i, i, variances[i][i] + ridge);
                }
                try {
                    return new CholeskyDecomposition(matrix, 1e-6, 0);
                } catch (MathIllegalArgumentException e) {
                    // Rounding errors made the matrix indefinite: a larger ridge outweighs them.
                    if (ridge > 1) {
                        throw new IllegalStateException("no autoregression of order " + variances.length, e);
                    }
                }
            }
        }
    }

    /** Mean and deviation of a column; the deviation of a constant column counts as 1. */
    private record Standard(double mean, double deviation) {
        static Standard of(List<Values> runs) {
            Values all = runs.size() == 1 ? runs.get(0) : joined(runs);
            Distances distances = Distances.of(all);
            if (distances.longest() == 0) {
                return new Standard(distances.first(), 1);
            }
            Moments moments = Moments.twoPass(all.count(), row -> distances.unit(all.at(row)));
            double deviation = distances.longest() * moments.deviation();
            return new Standard(
                    distances.first() + distances.longest() * moments.mean(), Math.max(deviation, Double.MIN_VALUE));
        }

        private static Values joined(List<Values> runs) {
            return Values.of(runs.stream()
                    .flatMapToDouble(run -> Arrays.stream(run.toArray()))
                    .toArray());
        }

        Values values(Values target) {
            return new Values(target.count(), row -> (target.at(row) - mean) / deviation);
        }

        Autoregression autoregression(double intercept, double[] coefficients) {
            return new Autoregression(mean, deviation, intercept, coefficients);
        }
    }
}
