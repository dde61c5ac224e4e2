package lstm.network;

import static java.lang.Math.max;
import static java.lang.Math.min;

/**
 * A lower bound on the memory that training needs, whatever the data: the parameters, with the optimizer's state and
 * the copy of the best epoch, and what each slice of a batch saves for the backward pass.
 *
 * @param heap bytes on the Java heap
 * @param offHeap bytes of native memory
 */
public record MemoryEstimate(long heap, long offHeap) {
    /**
     * Estimates the memory of a training.
     *
     * @param window T, its rows
     * @param batch windows in a batch
     * @param slots arrays of the size of the weights that the optimizer keeps
     */
    public static MemoryEstimate ofTraining(Architecture network, int window, int batch, int slots) {
        long parameters = network.layout().size();
        long parts = Network.parts(batch);
        long slices = min(parts, Network.ROUND);
        long rows = max(1, batch / parts);
        int steps = network.order(window).steps();
        // Weights, best weights, gradient, scratch; then the slots.
        long heap = parameters * (4 + slots + slices);
        long offHeap = parameters * (2 + slices);
        for (int layer = 1; layer <= network.layers(); layer++) {
            long stacked = (layer == 1 ? network.layerInputs() : network.units()) + (long) network.units();
            long block = rows * network.units();
            long saved = network.cell().savedBlocks() + (network.dropout() > 0 ? 1 : 0);
            heap += slices * steps * saved * block;
            offHeap += slices * steps * 2 * stacked * rows;
        }
        if (network.segments().isPresent()) {
            long values = (long) window * network.inputs()
                    + (long) steps * network.statics().width();
            offHeap += slices * 2 * values * rows;
        }
        return new MemoryEstimate(heap * Float.BYTES, offHeap * Float.BYTES);
    }

    /** That of several networks. */
    public MemoryEstimate times(int networks) {
        return new MemoryEstimate(networks * heap, networks * offHeap);
    }

    /** The bytes of both kinds. */
    public long all() {
        return heap + offHeap;
    }
}
