package lstm.network;

/**
 * Kernels of the update h' = z * h + (1 - z) * n that both forms of the GRU share. Each is one pass over blocks of B*H
 * values; arrays do not overlap; nothing is checked.
 */
final class GruKernels {
    private GruKernels() {}

    /** h' = z * h + (1 - z) * n. Modifies {@code next}. */
    static void forward(float[] z, float[] h, float[] candidate, float[] next, int n) {
        for (int j = 0; j < n; j++) {
            next[j] = z[j] * h[j] + (1f - z[j]) * candidate[j];
        }
    }

    /**
     * z and the candidate become the gradients of their pre-activations; dPrevious that of h on the direct path, dH *
     * z. Modifies {@code z}, {@code candidate} and {@code dPrevious}.
     */
    static void backward(float[] dH, float[] z, float[] h, float[] candidate, float[] dPrevious, int n) {
        for (int j = 0; j < n; j++) {
            dPrevious[j] = dH[j] * z[j];
            float dZ = dH[j] * (h[j] - candidate[j]) * (z[j] * (1f - z[j]));
            candidate[j] = dH[j] * (1f - z[j]) * (1f - candidate[j] * candidate[j]);
            z[j] = dZ;
        }
    }
}
