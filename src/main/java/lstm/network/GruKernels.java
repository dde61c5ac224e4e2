package lstm.network;

/**
 * Kernels of the update h' = z * h + (1 - z) * n that both GRUs share. Each is a pass over blocks of B*H values; arrays
 * do not overlap; nothing is checked. dX means d loss / d X.
 */
final class GruKernels {
    private GruKernels() {}

    /** h' = z * h + (1 - z) * n. Modifies {@code next}. */
    static void update(float[] z, float[] h, float[] candidate, float[] next, int n) {
        for (int j = 0; j < n; j++) {
            next[j] = z[j] * h[j] + (1f - z[j]) * candidate[j];
        }
    }

    /**
     * Backward through the update: z becomes dh' * (h - n) * z * (1 - z), the candidate becomes dh' * (1 - z) * (1 -
     * n^2), both the gradients of their pre-activations, and dPrevious = dh' * z is the direct part of dh. Modifies
     * {@code z}, {@code candidate} and {@code dPrevious}.
     *
     * @param h the state before the step
     */
    static void updateBackward(float[] dH, float[] z, float[] h, float[] candidate, float[] dPrevious, int n) {
        for (int j = 0; j < n; j++) {
            dPrevious[j] = dH[j] * z[j];
            float dZ = dH[j] * (h[j] - candidate[j]) * (z[j] * (1f - z[j]));
            candidate[j] = dH[j] * (1f - z[j]) * (1f - candidate[j] * candidate[j]);
            z[j] = dZ;
        }
    }
}
