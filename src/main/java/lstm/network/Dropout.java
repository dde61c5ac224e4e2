package lstm.network;

import java.util.Arrays;
import java.util.function.IntPredicate;
import lstm.random.SplitMix64;

/**
 * Inverted dropout (Srivastava et al. 2014): in training each value is set to zero with probability p and divided by 1
 * - p otherwise, so that nothing is done when predicting. Each step of a sequence has its own draw, as in Keras.
 */
final class Dropout {
    private final int threshold;
    private final float scale;
    private final float[][] mask;
    private final float[] left;
    private boolean on;

    /** For {@code steps} steps of n values; p in [0, 1), in steps of 2^-16. */
    Dropout(double p, int steps, int n) {
        threshold = (int) Math.min(65535, Math.round(p * 65536));
        scale = (float) (1 / (1 - p));
        mask = threshold == 0 ? new float[0][] : new float[steps][(n + 3) / 4 * 4];
        left = new float[n];
    }

    /** Lets everything through. */
    void off() {
        on = false;
    }

    /** Draws what is dropped in those steps that are put out, 16 bits a value. */
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

    /** What is left of a step's values, or of their gradient; valid until the next call. */
    float[] of(int step, float[] values) {
        if (!on) {
            return values;
        }
        float[] factor = mask[step];
        for (int j = 0; j < left.length; j++) {
            left[j] = values[j] * factor[j];
        }
        return left;
    }

    /** The factors of a step's n values; all 1 when nothing is dropped. */
    float[] factors(int step, int n) {
        float[] factors = new float[n];
        Arrays.fill(factors, 1f);
        return of(step, factors).clone();
    }
}
