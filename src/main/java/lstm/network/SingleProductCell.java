package lstm.network;

import lstm.tensor.Product;
import lstm.tensor.StepSum;

/** A cell whose gates all see X[t] and H[t-1] alike, so each step has one product each way: all but the GRUs. */
abstract class SingleProductCell extends Cell {
    private final Product[] forward;
    private final Product[] backward;
    private final StepSum weights;

    SingleProductCell(LayerContext layer) {
        super(layer);
        forward = products(t -> Product.of(layer.transposed(), input(t), z));
        backward = products(t -> Product.of(layer.stacked(), z, dInput(t)));
        weights = layer.stepSum(this::input, z, layer.dStacked());
    }

    /** Z[t] = [W; U]^T [X[t]; H[t-1]]. Modifies {@link #z}. */
    final void multiply(int t) {
        forward[t].set();
    }

    @Override
    final void multiplyBackward(int t) {
        backward[t].set();
        weights.add(t);
    }
}
