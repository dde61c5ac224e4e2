package lstm.network;

/**
 * Keeps the gradients that a backward pass has at each step and would forget. A cell that is not watched, as in
 * training, has none.
 */
final class GradientRecorder {
    /** d loss / d H[t], [T][H*B]. */
    final float[][] hidden;
    /** d loss / d C[t], [T][H*B]; zero of cells without a memory. */
    final float[][] memory;

    /** For so many steps of n values. */
    GradientRecorder(int steps, int n) {
        hidden = new float[steps][n];
        memory = new float[steps][n];
    }
}
