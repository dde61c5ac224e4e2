package lstm.network;

import lstm.network.Layout.Tensor;
import lstm.tensor.Matrix;

/**
 * What a cell is given to work on: one layer of one pass.
 *
 * @param architecture of the network
 * @param number 1, 2, ... from the input on
 * @param steps T
 * @param rows B, of the slice
 * @param weights of the network; only read
 * @param gradient the flat gradient [1, P] of this pass; written by the backward pass
 * @param input X [T*B, F]: the windows, or what the layer below puts out
 */
record Layer(
        Architecture architecture, int number, int steps, int rows, Weights weights, Matrix gradient, Matrix input) {

    int units() {
        return architecture.units();
    }

    int gates() {
        return architecture.cell().gates().size();
    }

    boolean isLast() {
        return number == architecture.layers();
    }

    Tensor tensor(String name) {
        return architecture.layout().tensor(number, name);
    }

    /** The weights of that name as a matrix. */
    Matrix weight(String name) {
        return weights.matrix(tensor(name));
    }

    /** The transpose of the weights of that name. */
    Matrix transpose(String name) {
        return weights.transpose(tensor(name));
    }

    /** The gradient of the weights of that name as a matrix. */
    Matrix dWeight(String name) {
        Tensor tensor = tensor(name);
        return gradient.at(tensor.offset(), tensor.rows(), tensor.columns());
    }

    /** A vector parameter of H or G*H values, repeated for each row of the slice, with its gradient. */
    RowVector vector(String name) {
        return new RowVector(this, tensor(name));
    }
}
