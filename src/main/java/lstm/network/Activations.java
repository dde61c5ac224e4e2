package lstm.network;

/**
 * The logistic sigmoid and the hyperbolic tangent over flat arrays, with an absolute error of at most 2e-7, which is
 * about 3 units in the last place of 1, their largest value.
 *
 * <p>tanh x = 2 r / (1 + r^2) with r = tanh(x / 2) = M / (2 D), so
 *
 * <pre>
 *   tanh x = M D / (M^2 / 4 + D^2)      M = x (1 + M1 x^2 + M2 x^4)      D = 1 + D1 x^2 + D2 x^4 + D3 x^6
 * </pre>
 *
 * and sigmoid x = (1 + tanh(x / 2)) / 2. An error of r changes tanh x by at most half as much, and next to nothing
 * where tanh x is near 1, so the two polynomials may be short. Only + - * / min and max occur, in short loops over one
 * array: the JIT compiler turns each into vector code on every JDK from 17 on, and since Java's float arithmetic is
 * exact about rounding, the bits are the same cold, warm and on any machine. {@code Math.exp} is neither.
 */
final class Activations {
    /** From here on tanh stays where it is: at 1 to within 2e-7. */
    static final float TANH_END = 8.5f;
    /** From here on the sigmoid stays where it is. */
    static final float SIGMOID_END = 2 * TANH_END;

    private static final float M1 = 0.029795868f;
    private static final float M2 = 1.1474477e-4f;
    private static final float D1 = 0.11312917f;
    private static final float D2 = 0.0012088773f;
    private static final float D3 = 1.2397232e-6f;

    private Activations() {}

    /** x[j] = 1 / (1 + e^-x[j]) for j = from .. to-1; NaN stays NaN. Modifies x. */
    static void sigmoid(float[] x, int from, int to) {
        for (int j = from; j < to; j++) {
            x[j] = 0.5f * Math.max(-SIGMOID_END, Math.min(SIGMOID_END, x[j]));
        }
        for (int j = from; j < to; j++) {
            float y = x[j];
            float square = y * y;
            float m = y * ((M2 * square + M1) * square + 1f);
            float d = ((D3 * square + D2) * square + D1) * square + 1f;
            x[j] = 0.5f + 0.5f * (m * d / (0.25f * m * m + d * d));
        }
    }

    /** x[j] = tanh x[j] for j = from .. to-1; NaN stays NaN. Modifies x. */
    static void tanh(float[] x, int from, int to) {
        for (int j = from; j < to; j++) {
            x[j] = Math.max(-TANH_END, Math.min(TANH_END, x[j]));
        }
        for (int j = from; j < to; j++) {
            float y = x[j];
            float square = y * y;
            float m = y * ((M2 * square + M1) * square + 1f);
            float d = ((D3 * square + D2) * square + D1) * square + 1f;
            x[j] = m * d / (0.25f * m * m + d * d);
        }
    }
}
