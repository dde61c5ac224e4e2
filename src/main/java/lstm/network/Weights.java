package lstm.network;

import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Workspace;

/**
 * The parameters of a network off the heap, shared by all passes, and a transposed copy of every kernel: the forward
 * pass multiplies by [W; U]^T, the backward pass by [W; U], and a {@link lstm.tensor.Product} takes its left factor as
 * it is stored.
 */
final class Weights {
    private final ParameterLayout layout;
    private final float[] scratch;
    private final Matrix plain;
    private final Matrix transposed;

    /** Allocates zeros. */
    Weights(ParameterLayout layout, Workspace workspace) {
        this.layout = layout;
        plain = Matrix.zeros(workspace, 1, layout.size());
        transposed = Matrix.zeros(workspace, 1, layout.size());
        scratch = new float[layout.size()];
    }

    /** Takes over values in the order of the layout. */
    void load(float[] values) {
        plain.write(0, values, 0, layout.size());
        for (Tensor tensor : layout.tensors()) {
            if (tensor.name().endsWith(".W")) {
                transpose(values, stacked(tensor));
            }
        }
    }

    private void transpose(float[] values, Tensor tensor) {
        int rows = tensor.rows();
        int columns = tensor.columns();
        for (int row = 0; row < rows; row++) {
            int from = tensor.offset() + row * columns;
            for (int column = 0; column < columns; column++) {
                scratch[column * rows + row] = values[from + column];
            }
        }
        transposed.write(tensor.offset(), scratch, 0, rows * columns);
    }

    /** [W; U], [F + H, G*H]: U follows W in the layout. W alone if there is no U. */
    Tensor stacked(Tensor w) {
        Tensor u = layout.tensors().get(layout.tensors().indexOf(w) + 1);
        if (!u.name().endsWith(".U")) {
            return w;
        }
        return new Tensor(w.name() + u.name(), w.rows() + u.rows(), w.columns(), w.offset());
    }

    /** The tensor as a matrix. */
    Matrix matrix(Tensor tensor) {
        return plain.at(tensor.offset(), tensor.rows(), tensor.columns());
    }

    /** The transpose of a W, or of [W; U] of a layer. */
    Matrix transpose(Tensor tensor) {
        return transposed.at(tensor.offset(), tensor.columns(), tensor.rows());
    }

    /** Copies the values of a vector parameter. Modifies {@code to}. */
    void read(Tensor tensor, float[] to) {
        plain.read(tensor.offset(), to, 0, tensor.size());
    }
}
