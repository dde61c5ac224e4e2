package lstm.train;

import lstm.prepare.Samples;

/**
 * Samples that were drawn, each on its own.
 *
 * @param samples [count][T * F], step by step; not copied
 * @param truths [count]; not copied
 * @param steps T
 * @param inputs F
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and nobody compares or writes to it.
public record SyntheticSamples(float[][] samples, float[] truths, int steps, int inputs) implements Samples {
    /** Holds samples to truths and sizes. */
    public SyntheticSamples {
        if (samples.length != truths.length) {
            throw new IllegalArgumentException(samples.length + " samples, " + truths.length + " truths");
        }
        for (float[] sample : samples) {
            if (sample.length != steps * inputs) {
                throw new IllegalArgumentException(sample.length + " values for " + steps + " x " + inputs);
            }
        }
    }

    @Override
    public int count() {
        return truths.length;
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
    public void truths(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = truths[order[from + k]];
        }
    }
}
