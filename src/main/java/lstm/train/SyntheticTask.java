package lstm.train;

import java.util.Locale;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * Synthetic tasks that need a long memory. Samples are independent of one another; each has {@link #inputs} columns and
 * one target. A network that remembers nothing predicts the mean of the targets.
 */
public enum SyntheticTask {
    /**
     * The adding problem (Hochreiter and Schmidhuber 1997): the first column has values uniform in [0, 1), the second
     * marks one step of the first half and one of the second by 1 and is 0 elsewhere; the target is the sum of the two
     * marked values.
     */
    ADDING(2) {
        @Override
        float fill(float[] sample, int steps, SplitMix64 random) {
            int half = steps / 2;
            int first = random.nextInt(half);
            int second = half + random.nextInt(steps - half);
            for (int t = 0; t < steps; t++) {
                sample[2 * t] = (float) random.nextDouble();
            }
            sample[2 * first + 1] = 1f;
            sample[2 * second + 1] = 1f;
            return sample[2 * first] + sample[2 * second];
        }
    },
    /** One column of values uniform in [0, 1); the target is the first of them, the others only distract. */
    COPY_FIRST(1) {
        @Override
        float fill(float[] sample, int steps, SplitMix64 random) {
            for (int t = 0; t < steps; t++) {
                sample[t] = (float) random.nextDouble();
            }
            return sample[0];
        }
    };

    /** The minimum number of steps. */
    public static final int LEAST_STEPS = 2;

    private final int inputs;

    SyntheticTask(int inputs) {
        this.inputs = inputs;
    }

    /** F, the columns of a sample. */
    public int inputs() {
        return inputs;
    }

    /**
     * Draws samples.
     *
     * @param steps T
     * @param part of the randomness: samples of different parts of a seed have nothing in common
     * @throws IllegalArgumentException if there are fewer steps than {@link #LEAST_STEPS}
     */
    public SyntheticSamples draw(int count, int steps, long seed, long part) {
        if (steps < LEAST_STEPS) {
            throw new IllegalArgumentException(steps + " steps");
        }
        float[][] samples = new float[count][steps * inputs];
        float[] targets = new float[count];
        for (int k = 0; k < count; k++) {
            targets[k] = fill(samples[k], steps, SplitMix64.of(seed, RandomStream.TASK, ordinal(), part, k));
        }
        return new SyntheticSamples(samples, targets, steps, inputs);
    }

    /** Fills one sample, [T, F] of zeros, and returns its target. Modifies {@code sample}. */
    abstract float fill(float[] sample, int steps, SplitMix64 random);

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
