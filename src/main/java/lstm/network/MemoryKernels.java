package lstm.network;

/**
 * Kernels of the memory cell that the standard, peephole and coupled LSTM share. Each is one pass over blocks of n =
 * B*H values; arrays do not overlap; nothing is checked. Gradients come as d loss / d value; dGate means the gradient
 * of a gate's pre-activation, which takes the place of the gate's value.
 */
final class MemoryKernels {
    private MemoryKernels() {}

    /** c' = f * c + i * g, put in two places. Modifies {@code next} and {@code copy}. */
    static void update(float[] f, float[] c, float[] i, float[] g, float[] next, float[] copy, int n) {
        for (int j = 0; j < n; j++) {
            float sum = f[j] * c[j] + i[j] * g[j];
            next[j] = sum;
            copy[j] = sum;
        }
    }

    /** h = o * tanh c'. Modifies {@code h}. */
    static void output(float[] o, float[] tanhC, float[] h, int n) {
        for (int j = 0; j < n; j++) {
            h[j] = o[j] * tanhC[j];
        }
    }

    /**
     * Through h = o * tanh c': dc += dh * o * (1 - tanh^2 c'), and o becomes dO = dh * tanh c' * o (1 - o). Modifies
     * {@code dC} and {@code o}.
     */
    static void throughOutput(float[] dH, float[] o, float[] tanhC, float[] dC, int n) {
        for (int j = 0; j < n; j++) {
            dC[j] += dH[j] * o[j] * (1f - tanhC[j] * tanhC[j]);
            o[j] = dH[j] * tanhC[j] * (o[j] * (1f - o[j]));
        }
    }

    /**
     * Through c' = f * c + i * g: i, f, g become the gradients of their pre-activations, dc that of the step before.
     * Modifies {@code i}, {@code f}, {@code g} and {@code dC}.
     */
    static void throughUpdate(float[] dC, float[] i, float[] f, float[] g, float[] c, int n) {
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
