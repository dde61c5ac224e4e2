package lstm.network;

import java.util.function.IntPredicate;
import lstm.random.SplitMix64;

/**
 * Inverted dropout (Srivastava et al. 2014): in training each value becomes zero with probability p and is divided by 1
 * - p otherwise, so prediction needs no correction. Each step of a sequence has its own mask, as in Keras.
 */
final class Dropout {
    private final int threshold;
    private final float scale;
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
        scale = (float) (1 / (1 - p));
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
                for (int lane = 0; lane < 4; lane++) {
                    step[j + lane] = ((bits >>> (16 * lane)) & 0xFFFF) < threshold ? 0f : scale;
                }
            }
        }
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
