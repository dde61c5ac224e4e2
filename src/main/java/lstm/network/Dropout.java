package lstm.network;

import java.util.function.IntPredicate;
import lstm.random.SplitMix64;

/**
 * Inverted dropout (Srivastava et al. 2014): in training each value becomes zero with probability p and is divided by 1
 * - p otherwise, so prediction needs no correction. Each step of a sequence has its own mask, as in Keras.
 */
final class Dropout {
    private final int threshold;
    /** What a value is multiplied by if it stays, and if it is dropped. */
    private final float[] factors;

    private final float[][] mask;
    private final float[] left;
    private boolean on;

    /**
     * Creates dropout that is off.
     *
     * @param p in [0, 1), rounded to a multiple of 2^-16
     * @param n H*B, the values of a step
     */
    Dropout(double p, int steps, int n) {
        threshold = (int) Math.min(65535, Math.round(p * 65536));
        factors = new float[] {(float) (1 / (1 - p)), 0f};
        mask = threshold == 0 ? new float[0][] : new float[steps][(n + 3) / 4 * 4];
        left = new float[n];
    }

    /** Drops nothing from now on. */
    void off() {
        on = false;
    }

    /** Draws the mask of each step for which {@code isOut} is true, 16 bits a value. */
    void draw(SplitMix64 random, IntPredicate isOut) {
        on = mask.length > 0;
        for (int t = 0; t < mask.length; t++) {
            float[] step = mask[t];
            if (!isOut.test(t)) {
                continue;
            }
            for (int j = 0; j < step.length; j += 4) {
                long bits = random.nextLong();
                int low = (int) bits;
                int high = (int) (bits >>> 32);
                step[j] = factor(low & 0xFFFF);
                step[j + 1] = factor(low >>> 16);
                step[j + 2] = factor(high & 0xFFFF);
                step[j + 3] = factor(high >>> 16);
            }
        }
    }

    /** The factor of a value that drew {@code bits}, without a branch, which a processor would often guess wrong. */
    private float factor(int bits) {
        return factors[(bits - threshold) >>> 31];
    }

    /** Returns the values of a step, or their gradient, times the mask; valid until the next call. */
    float[] apply(int step, float[] values) {
        if (!on) {
            return values;
        }
        float[] factor = mask[step];
        for (int j = 0; j < left.length; j++) {
            left[j] = values[j] * factor[j];
        }
        return left;
    }
}
