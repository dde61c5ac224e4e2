package lstm.train;

/** The step of Adam with given constants; {@link Optimizer#ADAM} has the formula. */
record Adam(double beta1, double beta2, double epsilon) {
    /** The classic recipe's constants, which are those of Keras. */
    static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-7);

    /** Values taken through all three loops before the next: they stay in the first-level cache. */
    private static final int PIECE = 1024;

    /** One step, the {@code t}-th from 1 on. Modifies {@code w}, {@code m} and {@code v}. */
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
