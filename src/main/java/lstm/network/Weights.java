package lstm.network;

import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;

/**
 * The parameters of a network off the heap, shared by all passes, and every tensor transposed as well: the backward
 * pass multiplies by the transpose, and a product with a plain right side is the faster one.
 */
final class Weights {
    private final ParameterLayout layout;
    private final Matrix plain;
    private final Matrix transposed;
    private final float[] scratch;

    Weights(ParameterLayout layout) {
        this.layout = layout;
        plain = Matrix.zeros(1, layout.size());
        transposed = Matrix.zeros(1, layout.size());
        scratch = new float[layout.size()];
    }

    /** Takes over values in the order of the layout. */
    void load(float[] values) {
        plain.write(0, values, 0, layout.size());
        for (Tensor tensor : layout.tensors()) {
            if (tensor.name().endsWith(".W") && tensor.name().startsWith("layer")) {
                transpose(values, stacked(tensor));
            } else if (tensor.name().startsWith("dense.W")) {
                transpose(values, tensor);
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

    /** W with the U below it, [F + H, G*H]. */
    Tensor stacked(Tensor w) {
        Tensor u = layout.tensors().get(layout.tensors().indexOf(w) + 1);
        return new Tensor(w.name() + u.name(), w.rows() + u.rows(), w.columns(), w.offset());
    }

    /** The tensor as a matrix. */
    Matrix matrix(Tensor tensor) {
        return plain.at(tensor.offset(), tensor.rows(), tensor.columns());
    }

    /** Its transpose; of a layer only that of W and U stacked. */
    Matrix transpose(Tensor tensor) {
        return transposed.at(tensor.offset(), tensor.columns(), tensor.rows());
    }

    /** Copies a vector's values. Modifies {@code to}. */
    void read(Tensor tensor, float[] to) {
        plain.read(tensor.offset(), to, 0, tensor.size());
    }
}
