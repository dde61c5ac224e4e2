package lstm.network;

/** Keeps the gradients of each step of a backward pass, which would otherwise be overwritten. */
final class GradientRecorder {
    /** d loss / d H[t], [T][H*B]. */
    final float[][] hidden;
    /** d loss / d C[t], [T][H*B]; zero for cells without a memory. */
    final float[][] memory;

    /** For {@code steps} steps of n = H*B values. */
    GradientRecorder(int steps, int n) {
        hidden = new float[steps][n];
        memory = new float[steps][n];
    }
}
