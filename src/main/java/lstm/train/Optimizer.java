package lstm.train;

import java.util.Locale;

/**
 * The rules by which gradients change weights. Each needs {@link #slots} arrays of the size of the weights, initially
 * zero, which are part of the training state.
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

    /** The number of arrays of the size of the weights that it needs. */
    public int slots() {
        return slots;
    }

    /**
     * Takes a step.
     *
     * @param w weights [P], modified
     * @param g gradient [P]
     * @param slot the optimizer's arrays, [slots][P], modified
     * @param rate the learning rate
     * @param t number of the step, from 1
     */
    abstract void step(float[] w, float[] g, float[][] slot, double rate, long t);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
