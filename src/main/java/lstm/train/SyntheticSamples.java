package lstm.train;

import lstm.prepare.Samples;

/**
 * Samples drawn independently of one another.
 *
 * @param samples [count][T * F], step by step; not copied
 * @param targets [count]; not copied
 * @param steps T
 * @param inputs F
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and never compared or written to.
public record SyntheticSamples(float[][] samples, float[] targets, int steps, int inputs) implements Samples {
    /** Checks that the sizes fit. */
    public SyntheticSamples {
        if (samples.length != targets.length) {
            throw new IllegalArgumentException(samples.length + " samples, " + targets.length + " targets");
        }
        for (float[] sample : samples) {
            if (sample.length != steps * inputs) {
                throw new IllegalArgumentException(sample.length + " values for " + steps + " x " + inputs);
            }
        }
    }

    @Override
    public int count() {
        return targets.length;
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            float[] sample = samples[order[from + k]];
            for (int column = 0; column < sample.length; column++) {
                to[column * n + k] = sample[column];
            }
        }
    }

    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = targets[order[from + k]];
        }
    }
}
