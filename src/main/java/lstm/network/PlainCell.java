package lstm.network;

import lstm.tensor.Product;

/** A cell whose gates all see x and h alike, so that each step has one product each way: all but the GRUs. */
abstract class PlainCell extends Cell {
    private final Product[] forward;
    private final Product[] back;
    private final Product[] weights;

    PlainCell(Layer layer, int keptBlocks) {
        super(layer, keptBlocks);
        forward = products(t -> Product.of(layer.transposed(), input(t), z));
        back = products(t -> Product.of(layer.stacked(), z, dInput(t)));
        weights = products(t -> Product.byTransposed(input(t), z, layer.dStacked()));
    }

    /** Z[t] = [W; U]^T [X[t]; H[t-1]]. */
    final void multiply(int t) {
        forward[t].set();
    }

    @Override
    final void multiplyBack(int t) {
        back[t].set();
        accumulate(weights, t);
    }
}
