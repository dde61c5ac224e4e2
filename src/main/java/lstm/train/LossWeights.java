package lstm.train;

import lstm.prepare.Samples;

/**
 * What the loss of each window counts: as much as its series, but 1 in the mean over the windows that are drawn, so
 * that the learning rate means the same with and without weights.
 */
final class LossWeights {
    private final int[] starts;
    /** Of each series; empty if they count alike. */
    private final double[] factors;

    /** The weights of samples that are drawn in this way; none where the draws follow them already. */
    LossWeights(Samples samples, Sampling sampling) {
        starts = samples.starts();
        double[] weights = samples.weights();
        double mean = mean(weights, sampling);
        // Validation windows may all be of series that count for nothing. They choose the epoch better than none.
        factors = sampling == Sampling.WEIGHT || mean == 0 ? new double[0] : weights;
        for (int k = 0; k < factors.length; k++) {
            factors[k] /= mean;
        }
    }

    /** Over the windows that are drawn. */
    private double mean(double[] weights, Sampling sampling) {
        double mean = 0;
        double drawn = 0;
        for (int k = 0; k < weights.length; k++) {
            double share = sampling == Sampling.WINDOWS ? starts[k + 1] - starts[k] : 1;
            drawn += share;
            mean += drawn == 0 ? 0 : (weights[k] - mean) * share / drawn;
        }
        return mean;
    }

    /** Those of the windows order[from] .. order[from + n - 1]; empty if all count alike. */
    float[] of(int[] order, int from, int n) {
        float[] some = new float[factors.length == 0 ? 0 : n];
        for (int k = 0; k < some.length; k++) {
            some[k] = (float) factors[Samples.seriesOf(order[from + k], starts)];
        }
        return some;
    }
}
