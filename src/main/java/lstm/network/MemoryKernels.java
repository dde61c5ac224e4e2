package lstm.network;

/**
 * Kernels of the memory cell that the LSTMs share. Each is a pass over blocks of n = B*H values; arrays do not overlap;
 * nothing is checked. dX means d loss / d X. The backward kernels overwrite the value of a gate with the gradient of
 * its pre-activation.
 */
final class MemoryKernels {
    private MemoryKernels() {}

    /** c' = f * c + i * g, written twice. Modifies {@code next} and {@code copy}. */
    static void update(float[] f, float[] c, float[] i, float[] g, float[] next, float[] copy, int n) {
        for (int j = 0; j < n; j++) {
            float sum = f[j] * c[j] + i[j] * g[j];
            next[j] = sum;
            copy[j] = sum;
        }
    }

    /** h' = o * tanh c'. Modifies {@code h}. */
    static void output(float[] o, float[] tanhC, float[] h, int n) {
        for (int j = 0; j < n; j++) {
            h[j] = o[j] * tanhC[j];
        }
    }

    /**
     * Backward through h' = o * tanh c': dc += dh * o * (1 - tanh^2 c'), and o becomes dh * tanh c' * o * (1 - o).
     * Modifies {@code dC} and {@code o}.
     */
    static void outputBackward(float[] dH, float[] o, float[] tanhC, float[] dC, int n) {
        for (int j = 0; j < n; j++) {
            dC[j] += dH[j] * o[j] * (1f - tanhC[j] * tanhC[j]);
            o[j] = dH[j] * tanhC[j] * (o[j] * (1f - o[j]));
        }
    }

    /**
     * Backward through c' = f * c + i * g: i becomes dc * g * i * (1 - i), g becomes dc * i * (1 - g^2), f becomes dc *
     * c * f * (1 - f), and then dc *= f is the gradient of the memory one step earlier. Modifies {@code i}, {@code f},
     * {@code g} and {@code dC}.
     *
     * @param c the memory before the step
     */
    static void updateBackward(float[] dC, float[] i, float[] f, float[] g, float[] c, int n) {
        for (int j = 0; j < n; j++) {
            float dI = dC[j] * g[j] * (i[j] * (1f - i[j]));
            g[j] = dC[j] * i[j] * (1f - g[j] * g[j]);
            i[j] = dI;
        }
        for (int j = 0; j < n; j++) {
            float dF = dC[j] * c[j] * (f[j] * (1f - f[j]));
            dC[j] *= f[j];
            f[j] = dF;
        }
    }
}
