package lstm.network;

import lstm.tensor.Product;
import lstm.tensor.StepSum;

/** A cell whose gates all see x and h alike, so that each step has one product each way: all but the GRUs. */
abstract class SingleProductCell extends Cell {
    private final Product[] forward;
    private final Product[] back;
    private final StepSum weights;

    SingleProductCell(LayerContext layer, int keptBlocks) {
        super(layer, keptBlocks);
        forward = products(t -> Product.of(layer.transposed(), input(t), z));
        back = products(t -> Product.of(layer.stacked(), z, dInput(t)));
        weights = new StepSum(layer.steps(), this::input, z, layer.dStacked());
    }

    /** Z[t] = [W; U]^T [X[t]; H[t-1]]. */
    final void multiply(int t) {
        forward[t].set();
    }

    @Override
    final void multiplyBack(int t) {
        back[t].set();
        weights.add(t);
    }
}
