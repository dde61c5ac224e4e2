package lstm.network;

/**
 * The logistic sigmoid and the hyperbolic tangent over flat arrays, within 2 units in the last place of the true value.
 *
 * <p>Both are computed from e^a = 2^k (1 + q) with k = round(a / ln 2), q = e^r - 1 and r = a - k ln 2, as in Cody and
 * Waite, "Software Manual for the Elementary Functions" (1980). Only + - * / min, max and abs occur, in short loops
 * over arrays that share one index: the JIT compiler turns each into vector code on every JDK from 17 on, and since
 * Java's float arithmetic is exact about rounding, the bits are the same cold, warm and on any machine.
 * {@code Math.exp} is neither.
 *
 * <p>One instance serves one thread: it owns the scratch space.
 */
final class Activations {
    /** Values processed at once: the scratch space stays in the first-level cache. */
    private static final int CHUNK = 1024;

    private static final float LOG2_E = 1.442695f;
    /** Adding and subtracting 1.5 * 2^23 rounds a float to the nearest integer. */
    private static final float ROUND = 12582912f;
    /** ln 2 in two parts: the first has few bits, so that its product with k is exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** (A k + B)^2 + C is the 256th root of 2^k, to within a factor of 0.83 to 1.35 of 2^k for |k| up to 104. */
    private static final float ROOT_A = 0.0019082033f;

    private static final float ROOT_B = 0.716686f;
    private static final float ROOT_C = 0.48680934f;
    /** e^r = 1 + r + r^2/2 + R3 r^3 + ... + R6 r^6 to 2^-28 for |r| up to ln 2 / 2. */
    private static final float R3 = 0.16666521f;

    private static final float R4 = 0.04166639f;
    private static final float R5 = 0.00836875f;
    private static final float R6 = 0.0013942005f;
    /** Veltkamp's splitter: keeps the leading bit of a float, here the power of two nearest to it. */
    private static final float LEADING_BIT = 8388609f;
    /** From here on the sigmoid stays at 5e-32 or at 1: its next values would end in denormals, which are slow. */
    static final float SIGMOID_END = 72f;
    /** From here on tanh is 1 in float32. */
    static final float TANH_END = 9.2f;

    private final float[] q;
    private final float[] power;

    /** For arrays of at most {@code most} values. */
    Activations(int most) {
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

    /**
     * Sigmoid of the first values, tanh of those after them, in one go, which is cheaper for short arrays. Modifies x.
     */
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
            float s = 1f / sum;
            a[j] = s - s * (s * low);
        }
    }

    /** a = (e - 1) / (e + 1), corrected likewise; 1 / (e + 1) is (1 - a) / 2. */
    private void finishTanh(float[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            float tail = power[j] * q[j];
            float whole = power[j] - 1f;
            float above = whole + tail;
            float lowAbove = (tail - (above - whole)) + power[j] * a[j];
            float below = above + 2f;
            float back = below - 2f;
            float lowBelow = ((2f - (below - back)) + (above - back)) + lowAbove;
            float t = above / below;
            a[j] = t + (lowAbove - t * lowBelow) * (0.5f - 0.5f * t);
        }
    }

    /** Splits e^a into power (1 + q + a), where a becomes the rounding error of q. Modifies a. */
    private void exponential(float[] a, int from, int to) {
        // 2^k without touching bits, which the compiler would not vectorize: a root that is close enough, raised to its
        // power, then cut to the leading bit. Part of that is done here, where additions leave room for it.
        for (int j = from; j < to; j++) {
            float k = (a[j] * LOG2_E + ROUND) - ROUND;
            float root = k * ROOT_A + ROOT_B;
            float p = root * root + ROOT_C;
            p *= p;
            p *= p;
            p *= p;
            power[j] = p;
            float high = a[j] - k * LN2_HIGH;
            float low = k * LN2_LOW;
            float r = high - low;
            a[j] = (high - r) - low;
            q[j] = r;
        }
        for (int j = from; j < to; j++) {
            float r = q[j];
            float tail = ((r * R6 + R5) * r + R4) * r + R3;
            float beyond = r * r * (0.5f + r * tail);
            q[j] = r + beyond;
            a[j] = a[j] + (beyond - (q[j] - r));
        }
        for (int j = from; j < to; j++) {
            float p = power[j];
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            float shifted = LEADING_BIT * p;
            power[j] = shifted - (shifted - p);
        }
    }
}
