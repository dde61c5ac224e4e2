package lstm.network;

import java.util.Arrays;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * The head: Y = W^T H + b for H [H, B], the last step's output, W [H, O], b [O], Y [O, B]. Backwards dW = H dY^T, db =
 * sum over windows of dY, dH = W dY.
 */
final class Dense {
    private final int rows;
    private final int outputs;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor bias;
    private final Matrix hidden;
    private final Matrix dHidden;
    private final Matrix y;
    private final Product product;
    private final Product dWeights;
    private final Product back;
    private final float[] b;
    private final float[] columns;

    Dense(Architecture architecture, int rows, Weights weights, Matrix gradient) {
        this.rows = rows;
        this.outputs = architecture.outputs();
        this.weights = weights;
        this.gradient = gradient;
        Tensor kernel = architecture.layout().tensor("dense.W");
        bias = architecture.layout().tensor("dense.b");
        hidden = Matrix.zeros(architecture.units(), rows);
        dHidden = Matrix.zeros(architecture.units(), rows);
        y = Matrix.zeros(outputs, rows);
        product = Product.of(weights.transpose(kernel), hidden, y);
        dWeights = Product.byTransposed(hidden, y, gradient.at(kernel.offset(), kernel.rows(), kernel.columns()));
        back = Product.of(weights.matrix(kernel), y, dHidden);
        b = new float[outputs];
        columns = new float[outputs * rows];
    }

    /** The head, to the last of the layers: it reads the last of so many steps only. */
    LayerContext.Above after(int steps) {
        return new LayerContext.Above() {
            @Override
            public Matrix output(int t) {
                return t == steps - 1 ? hidden : null;
            }

            @Override
            public Matrix dOutput(int t) {
                return t == steps - 1 ? dHidden : null;
            }
        };
    }

    /** Modifies {@code predictions} [B, O]. */
    void forward(float[] predictions) {
        weights.read(bias, b);
        product.set();
        y.read(0, columns, 0, columns.length);
        for (int o = 0; o < outputs; o++) {
            for (int row = 0; row < rows; row++) {
                predictions[row * outputs + o] = columns[o * rows + row] + b[o];
            }
        }
    }

    /** Writes the gradients of W, b and the hidden values, given d loss / d predictions [B, O]. */
    void backward(float[] dPredictions) {
        Arrays.fill(b, 0f);
        for (int o = 0; o < outputs; o++) {
            for (int row = 0; row < rows; row++) {
                float d = dPredictions[row * outputs + o];
                columns[o * rows + row] = d;
                b[o] += d;
            }
        }
        y.write(0, columns, 0, columns.length);
        dWeights.set();
        gradient.write(bias.offset(), b, 0, outputs);
        back.set();
    }
}
