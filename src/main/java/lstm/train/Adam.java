package lstm.train;

/**
 * Adam with given constants; {@link Optimizer#ADAM} has the formula.
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the square root of the second moment
 */
record Adam(double beta1, double beta2, double epsilon) {
    /** The constants of Keras, used by the classic recipe. */
    static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-7);

    /** Values that pass through all three loops before the next ones: they stay in the first-level cache. */
    private static final int PIECE = 1024;

    /**
     * Takes a step.
     *
     * @param w weights [P], modified
     * @param g gradient [P]
     * @param m first moments [P], modified
     * @param v second moments [P], modified
     * @param rate the learning rate
     * @param t number of the step, from 1
     */
    void step(float[] w, float[] g, float[] m, float[] v, double rate, long t) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float rest1 = (float) (1 - beta1);
        float rest2 = (float) (1 - beta2);
        float size = (float) (rate / (1 - StrictMath.pow(beta1, t)));
        float correction = (float) (1 / Math.sqrt(1 - StrictMath.pow(beta2, t)));
        float eps = (float) epsilon;
        for (int from = 0; from < w.length; from += PIECE) {
            int to = Math.min(w.length, from + PIECE);
            for (int k = from; k < to; k++) {
                m[k] = b1 * m[k] + rest1 * g[k];
            }
            for (int k = from; k < to; k++) {
                v[k] = b2 * v[k] + rest2 * (g[k] * g[k]);
            }
            for (int k = from; k < to; k++) {
                w[k] -= size * m[k] / ((float) Math.sqrt(v[k]) * correction + eps);
            }
        }
    }
}
