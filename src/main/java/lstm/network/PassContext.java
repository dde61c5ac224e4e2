package lstm.network;

import lstm.tensor.Matrix;
import lstm.tensor.Workspace;

/**
 * What the parts of one pass share.
 *
 * @param architecture of the network
 * @param window T, rows in a window
 * @param rows B, the windows in the slice
 * @param weights of the network; only read
 * @param gradient the flat gradient [1, P] of this pass; written by the backward pass
 * @param workspace the owner of the pass's memory
 */
record PassContext(
        Architecture architecture, int window, int rows, Weights weights, Matrix gradient, Workspace workspace) {

    /** The steps of the recurrent layers. */
    StepOrder order() {
        return architecture.order(window);
    }

    /** Allocates a matrix of zeros for this pass. */
    Matrix zeros(int matrixRows, int columns) {
        return Matrix.zeros(workspace, matrixRows, columns);
    }
}
