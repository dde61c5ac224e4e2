package lstm.network;

import static java.lang.Math.max;
import static java.lang.Math.min;

/**
 * The memory that training takes at least, whatever the data: parameters with what the optimizer and the best epoch
 * keep of them, and what the slices of a batch keep for the way back through time.
 *
 * @param heap bytes of Java's heap
 * @param beyond bytes beside it
 */
public record MemoryEstimate(long heap, long beyond) {
    /**
     * Of a training.
     *
     * @param steps T, of a window
     * @param batch windows in a batch
     * @param slots arrays of the size of the weights that the optimizer keeps
     */
    public static MemoryEstimate ofTraining(Architecture network, int steps, int batch, int slots) {
        long parameters = network.layout().size();
        long parts = (batch + Network.SLICE - 1L) / Network.SLICE;
        long slices = min(parts, Network.ROUND);
        long rows = max(1, batch / parts);
        // Weights, best weights, gradient and its scratch; then the slots; and in each slice a gradient of its own.
        long heap = parameters * (4 + slots + slices);
        long beyond = parameters * (2 + slices);
        for (int layer = 1; layer <= network.layers(); layer++) {
            long stacked = (layer == 1 ? network.inputs() : network.units()) + (long) network.units();
            long block = rows * network.units();
            long kept = network.cell().gates().size() + (network.dropout() > 0 ? 1 : 0);
            heap += slices * steps * kept * block;
            beyond += slices * steps * 2 * stacked * rows;
        }
        return new MemoryEstimate(heap * Float.BYTES, beyond * Float.BYTES);
    }

    /** Of both kinds. */
    public long all() {
        return heap + beyond;
    }
}
