package lstm.train;

import java.util.Locale;

/**
 * How weights follow gradients. Each keeps {@link #slots} arrays of the size of the weights, zero at the start, which
 * belong to the state of the training.
 */
public enum Optimizer {
    /**
     * Adam (Kingma and Ba 2015), epsilon outside the square root of the corrected second moment: m = b1 m + (1 - b1) g;
     * v = b2 v + (1 - b2) g^2; w -= rate * (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon).
     */
    ADAM(2) {
        @Override
        void step(float[] w, float[] g, float[][] slot, double rate, long t) {
            Adam.DEFAULT.step(w, g, slot[0], slot[1], rate, t);
        }
    },
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019): before the step, w -= rate * 0.01 * w. */
    ADAMW(2) {
        @Override
        void step(float[] w, float[] g, float[][] slot, double rate, long t) {
            float keep = (float) (1 - rate * WEIGHT_DECAY);
            for (int k = 0; k < w.length; k++) {
                w[k] *= keep;
            }
            Adam.DEFAULT.step(w, g, slot[0], slot[1], rate, t);
        }
    },
    /** RMSprop (Tieleman and Hinton 2012): v = 0.9 v + 0.1 g^2; w -= rate * g / (sqrt(v) + 1e-7). */
    RMSPROP(1) {
        @Override
        void step(float[] w, float[] g, float[][] slot, double rate, long t) {
            float[] v = slot[0];
            float size = (float) rate;
            for (int k = 0; k < w.length; k++) {
                v[k] = 0.9f * v[k] + 0.1f * g[k] * g[k];
            }
            for (int k = 0; k < w.length; k++) {
                w[k] -= size * g[k] / ((float) Math.sqrt(v[k]) + 1e-7f);
            }
        }
    },
    /** Plain stochastic gradient descent: w -= rate * g. */
    SGD(0) {
        @Override
        void step(float[] w, float[] g, float[][] slot, double rate, long t) {
            float size = (float) rate;
            for (int k = 0; k < w.length; k++) {
                w[k] -= size * g[k];
            }
        }
    };

    private static final double WEIGHT_DECAY = 0.01;

    private final int slots;

    Optimizer(int slots) {
        this.slots = slots;
    }

    /** Arrays of the size of the weights that it keeps. */
    public int slots() {
        return slots;
    }

    /**
     * One step, the {@code t}-th from 1 on. Modifies the weights and the slots.
     *
     * @param rate the learning rate
     */
    abstract void step(float[] weights, float[] gradient, float[][] slot, double rate, long t);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
