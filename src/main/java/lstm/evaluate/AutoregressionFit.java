package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lstm.model.Autoregression;
import lstm.statistics.Distances;
import lstm.statistics.LagMoments;
import lstm.statistics.Moments;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Fits an autoregression by least squares with an intercept.
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

    /** Higher orders cost more than they gain. */
    private static final int HIGHEST_ORDER = 1000;

    private AutoregressionFit() {}

    /**
     * The order of an autoregression fitted on this many rows: the lookback, but at most 1,000, and at most one for
     * every four rows.
     */
    public static int order(int rows, int lookback) {
        return Math.max(0, Math.min(Math.min(lookback, HIGHEST_ORDER), (rows - 3) / ROWS_PER_LAG));
    }

    /** The same for separate runs of rows, none of which can use rows of another as lags. */
    private static int order(List<double[]> runs, int lookback) {
        int order = order(runs.stream().mapToInt(run -> run.length).sum(), lookback);
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
     */
    public static Autoregression of(double[] target, BitSet masked, int rows, int lookback) {
        List<double[]> runs = runs(target, masked, rows);
        Standard standard =
                Standard.of(runs.stream().flatMapToDouble(Arrays::stream).toArray());
        int order = order(runs, lookback);
        if (order == 0) {
            return standard.autoregression(0, new double[0]);
        }
        return solve(new LagMoments(runs.stream().map(standard::values).toList(), order), standard);
    }

    /** The runs between masked rows; all rows if every row is masked. */
    private static List<double[]> runs(double[] target, BitSet masked, int rows) {
        List<double[]> runs = new ArrayList<>();
        int from = masked.nextClearBit(0);
        while (from < rows) {
            int next = masked.nextSetBit(from);
            int to = next < 0 ? rows : Math.min(rows, next);
            runs.add(Arrays.copyOfRange(target, from, to));
            from = masked.nextClearBit(to);
        }
        return runs.isEmpty() ? List.of(Arrays.copyOf(target, rows)) : runs;
    }

    private static Autoregression solve(LagMoments products, Standard standard) {
        int order = products.order();
        double[][] variances = new double[order][order];
        double[] target = new double[order];
        for (int i = 1; i <= order; i++) {
            target[i - 1] = products.covariance(i, 0);
            for (int j = 1; j <= order; j++) {
                variances[i - 1][j - 1] = products.covariance(i, j);
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(variances);
        for (double ridge = RIDGE; true; ridge *= STEEPER) {
            for (int i = 0; i < order; i++) {
                matrix.setEntry(i, i, variances[i][i] + ridge);
            }
            try {
                double[] coefficients = new CholeskyDecomposition(matrix, 1e-6, 0)
                        .getSolver()
                        .solve(new ArrayRealVector(target, false))
                        .toArray();
                return standard.autoregression(products.intercept(coefficients), coefficients);
            } catch (MathIllegalArgumentException e) {
                // Rounding errors made the matrix indefinite: a larger ridge outweighs them.
                if (ridge > 1) {
                    throw new IllegalStateException("no autoregression of order " + order, e);
                }
            }
        }
    }

    /** Mean and deviation of a column; the deviation of a constant column counts as 1. */
    private record Standard(double mean, double deviation) {
        static Standard of(double[] target) {
            Distances distances = Distances.of(target);
            if (distances.longest() == 0) {
                return new Standard(distances.first(), 1);
            }
            Moments moments = Moments.twoPass(distances.units());
            double deviation = distances.longest() * moments.deviation();
            return new Standard(
                    distances.first() + distances.longest() * moments.mean(), Math.max(deviation, Double.MIN_VALUE));
        }

        double[] values(double[] target) {
            double[] values = new double[target.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = (target[row] - mean) / deviation;
            }
            return values;
        }

        Autoregression autoregression(double intercept, double[] coefficients) {
            return new Autoregression(mean, deviation, intercept, coefficients);
        }
    }
}
