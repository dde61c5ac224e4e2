package lstm.network;

import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;

/**
 * What a cell is given to work on: one layer of one pass.
 *
 * @param architecture of the network
 * @param number 1, 2, ... from the input on
 * @param steps T
 * @param rows B, windows in the slice
 * @param weights of the network; only read
 * @param gradient the flat gradient [1, P] of this pass; written by the backward pass
 * @param above where the output goes
 */
record LayerContext(
        Architecture architecture, int number, int steps, int rows, Weights weights, Matrix gradient, Above above) {

    /** What stands on a layer. */
    interface Above {
        /** Where the output of step t is to be put, [H, B]; null if nobody reads it. */
        Matrix output(int t);

        /** Where d loss / d output of step t stands in the backward pass, [H, B]; null if there is none. */
        Matrix dOutput(int t);
    }

    int units() {
        return architecture.units();
    }

    /** F of this layer. */
    int inputs() {
        return number == 1 ? architecture.inputs() : architecture.units();
    }

    int gates() {
        return architecture.cell().gates().size();
    }

    /** W and U in one, [F + H, G*H]. */
    Matrix stacked() {
        return weights.matrix(weights.stacked(tensor("W")));
    }

    /** W and U in one, transposed: [G*H, F + H]. */
    Matrix transposed() {
        return weights.transpose(weights.stacked(tensor("W")));
    }

    /** The gradient of W and U in one, [F + H, G*H]. */
    Matrix dStacked() {
        Tensor stacked = weights.stacked(tensor("W"));
        return gradient.at(stacked.offset(), stacked.rows(), stacked.columns());
    }

    /** A vector parameter of H or G*H values, repeated for each window of the slice, with its gradient. */
    BroadcastVector vector(String name) {
        return new BroadcastVector(this, tensor(name));
    }

    private Tensor tensor(String name) {
        return architecture.layout().tensor(number, name);
    }
}
