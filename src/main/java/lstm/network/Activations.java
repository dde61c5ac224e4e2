package lstm.network;

/**
 * The logistic sigmoid and the hyperbolic tangent over flat arrays, within 2 units in the last place of the true value.
 *
 * <p>Both are made of e^a = 2^k (1 + q) with k = round(a / ln 2), q = e^r - 1 and r = a - k ln 2, as in Cody and Waite,
 * "Software Manual for the Elementary Functions" (1980). Only + - * / min, max and abs occur, in short loops over
 * arrays that share one index: the JIT compiler turns each into vector code on every JDK from 17 on, and since Java's
 * float arithmetic is exact about rounding, the bits are the same cold, warm and on any machine. {@code Math.exp} is
 * neither.
 *
 * <p>One instance serves one thread: it owns the scratch space.
 */
final class Activations {
    /** Values handled at once: the scratch space stays in the first-level cache. */
    private static final int CHUNK = 1024;

    private static final float LOG2_E = 1.442695f;
    /** Adding and taking away 1.5 * 2^23 rounds a float to the nearest integer. */
    private static final float ROUND = 12582912f;
    /** ln 2 in two parts: the first has few bits, so that its product with k is exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float LN2_OVER_256 = 0.0027076061f;
    /** Veltkamp's splitter: keeps the leading bit of a float, here the power of two nearest to it. */
    private static final float LEADING_BIT = 8388609f;
    /** From here on the sigmoid stays at 5e-32 or at 1: its next values would end in denormals, which are slow. */
    static final float SIGMOID_END = 72f;
    /** From here on tanh is 1 in float32. */
    static final float TANH_END = 9.2f;

    private final float[] k;
    private final float[] q;
    private final float[] power;

    /** For arrays of at most so many values. */
    Activations(int most) {
        k = new float[most];
        q = new float[most];
        power = new float[most];
    }

    /** x[j] = 1 / (1 + e^-x[j]) for the first n values; NaN stays NaN. Modifies x. */
    void sigmoid(float[] x, int n) {
        apply(x, n, 0);
    }

    /** x[j] = tanh x[j] = (e^2x - 1) / (e^2x + 1) for the first n values; NaN stays NaN. Modifies x. */
    void tanh(float[] x, int n) {
        apply(x, 0, n);
    }

    /** Sigmoid of the first values, tanh of those after them, in one go: short arrays cost less so. Modifies x. */
    void apply(float[] x, int sigmoids, int tanhs) {
        int n = sigmoids + tanhs;
        for (int from = 0; from < n; from += CHUNK) {
            int to = Math.min(n, from + CHUNK);
            int middle = Math.max(from, Math.min(sigmoids, to));
            for (int j = from; j < middle; j++) {
                x[j] = Math.max(-SIGMOID_END, Math.min(SIGMOID_END, -x[j]));
            }
            for (int j = middle; j < to; j++) {
                x[j] = 2f * Math.max(-TANH_END, Math.min(TANH_END, x[j]));
            }
            exponential(x, from, to);
            finishSigmoid(x, from, middle);
            finishTanh(x, middle, to);
        }
    }

    /** a = 1 / (1 + e). e and 1 + e each in two floats; the low parts correct the quotient to first order. */
    private void finishSigmoid(float[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            float tail = power[j] * q[j];
            float e = power[j] + tail;
            float sum = 1f + e;
            float back = sum - 1f;
            float low = ((1f - (sum - back)) + (e - back)) + (tail - (e - power[j])) + power[j] * a[j];
            k[j] = sum;
            a[j] = low;
        }
        for (int j = from; j < to; j++) {
            float s = 1f / k[j];
            a[j] = s - s * (s * a[j]);
        }
    }

    /** a = (e - 1) / (e + 1), both in two floats likewise. */
    private void finishTanh(float[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            float tail = power[j] * q[j];
            float whole = power[j] - 1f;
            float above = whole + tail;
            k[j] = above;
            a[j] = (tail - (above - whole)) + power[j] * a[j];
        }
        for (int j = from; j < to; j++) {
            float below = k[j] + 2f;
            float back = below - 2f;
            float low = ((2f - (below - back)) + (k[j] - back)) + a[j];
            float t = k[j] / below;
            a[j] = t + (a[j] - t * low) / below;
        }
    }

    /** Splits e^a into power (1 + q + a), where a becomes what q had no room for. Modifies a. */
    private void exponential(float[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            k[j] = (a[j] * LOG2_E + ROUND) - ROUND;
        }
        for (int j = from; j < to; j++) {
            float high = a[j] - k[j] * LN2_HIGH;
            float low = k[j] * LN2_LOW;
            float r = high - low;
            a[j] = (high - r) - low;
            q[j] = r;
        }
        for (int j = from; j < to; j++) {
            float r = q[j];
            float tail = (((r * (1f / 5040f) + 1f / 720f) * r + 1f / 120f) * r + 1f / 24f) * r + 1f / 6f;
            float beyond = r * r * (0.5f + r * tail);
            q[j] = r + beyond;
            a[j] = a[j] + (beyond - (q[j] - r));
        }
        // 2^k without touching bits, which the compiler would not vectorise: near enough, then cut to the leading bit.
        for (int j = from; j < to; j++) {
            float y = k[j] * LN2_OVER_256;
            float p = 1f + y * (1f + y * (0.5f + y * (1f / 6f)));
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            power[j] = p;
        }
        for (int j = from; j < to; j++) {
            float p = power[j];
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            float shifted = LEADING_BIT * p;
            power[j] = shifted - (shifted - p);
        }
    }
}
