package lstm.network;

import java.util.Arrays;
import lstm.network.Layout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * The head: Y = H W + b for H [B, H], the last step's output, W [H, O], b [O]. Backwards dW = H^T dY, db = sum over
 * rows of dY, dH = dY W^T.
 */
final class Dense {
    private final int rows;
    private final int outputs;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor bias;
    private final Matrix y;
    private final Product product;
    private final Product dWeights;
    private final Product back;
    private final float[] b;

    /**
     * A head on {@code hidden} [B, H].
     *
     * @param dHidden d loss / d hidden [B, H], written by the backward pass
     */
    Dense(Architecture architecture, Weights weights, Matrix gradient, Matrix hidden, Matrix dHidden) {
        this.rows = hidden.rows();
        this.outputs = architecture.outputs();
        this.weights = weights;
        this.gradient = gradient;
        Tensor kernel = architecture.layout().tensor("dense.W");
        bias = architecture.layout().tensor("dense.b");
        y = Matrix.zeros(rows, outputs);
        product = Product.of(hidden, weights.matrix(kernel), y);
        dWeights = Product.ofTransposed(hidden, y, gradient.at(kernel.offset(), kernel.rows(), kernel.columns()));
        back = Product.of(y, weights.transpose(kernel), dHidden);
        b = new float[outputs];
    }

    /** Modifies {@code predictions} [B, O]. */
    void forward(float[] predictions) {
        weights.read(bias, b);
        product.set();
        y.read(0, predictions, 0, rows * outputs);
        for (int k = 0; k < rows * outputs; k++) {
            predictions[k] += b[k % outputs];
        }
    }

    /** Writes the gradients of W, b and the hidden values. */
    void backward(float[] dPredictions) {
        y.write(0, dPredictions, 0, rows * outputs);
        dWeights.set();
        Arrays.fill(b, 0f);
        for (int k = 0; k < rows * outputs; k++) {
            b[k % outputs] += dPredictions[k];
        }
        gradient.write(bias.offset(), b, 0, outputs);
        back.set();
    }
}
