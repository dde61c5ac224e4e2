package lstm.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sums of products of the errors of several methods.
 *
 * @param sums [method][method]; not copied
 * @param taken methods that may have a weight, at least one; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ErrorProducts(double[][] sums, boolean[] taken) {
    private static final int ROUNDS = 300;

    /** Usual correlation of the errors of two methods. */
    private static final double ALIKE = 0.9;

    /** Number of forecasts that is worth as much as knowing what is usual. */
    private static final int USUAL = 30;

    /** The smallest sum of squares. */
    static double smallest(double[][] sums) {
        return IntStream.range(0, sums.length)
                .mapToDouble(k -> sums[k][k])
                .min()
                .orElse(0);
    }

    /**
     * The same as if all errors were as alike as those of good methods usually are: what a few forecasts say about
     * errors that cancel is chance, so it counts only as much as there are independent forecasts beside
     * {@value #USUAL}.
     */
    private double[][] shrunk(double independent) {
        double known = independent / (independent + USUAL);
        double[][] shrunk = new double[sums.length][sums.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                double alike = (i == j ? 1 : ALIKE) * Math.sqrt(sums[i][i]) * Math.sqrt(sums[j][j]);
                shrunk[i][j] = known * sums[i][j] + (1 - known) * alike;
            }
        }
        return shrunk;
    }

    /**
     * The weights, not negative and with a sum of one, that minimize the error plus the penalty: in turn, each two of
     * them share what they have as is best.
     *
     * @param independent number of forecasts
     */
    double[] weights(double independent) {
        int count = sums.length;
        double[][] shrunk = shrunk(independent);
        long methods = IntStream.range(0, count).filter(k -> taken[k]).count();
        double penalty = methods / independent * smallest(sums);
        double[] weights = new double[count];
        Arrays.setAll(weights, k -> taken[k] ? 1.0 / methods : 0);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < i; j++) {
                    if (taken[i] && taken[j]) {
                        share(shrunk, weights, i, j, penalty);
                    }
                }
            }
        }
        return weights;
    }

    private static void share(double[][] sums, double[] weights, int i, int j, double penalty) {
        double curve = sums[i][i] + sums[j][j] - 2 * sums[i][j] + 2 * penalty;
        if (!(curve > 0)) {
            return;
        }
        double slope = penalty * (weights[i] - weights[j]);
        for (int k = 0; k < weights.length; k++) {
            slope += (sums[i][k] - sums[j][k]) * weights[k];
        }
        double both = weights[i] + weights[j];
        weights[i] = Math.max(0, Math.min(both, weights[i] - slope / curve));
        weights[j] = both - weights[i];
    }
}
