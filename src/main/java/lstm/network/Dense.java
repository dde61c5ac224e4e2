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
    private final Matrix weights;
    private final Matrix gradient;
    private final Tensor bias;
    private final Matrix w;
    private final Matrix dW;
    private final Matrix y;
    private final float[] b;

    Dense(Architecture architecture, int rows, Matrix weights, Matrix gradient) {
        this.rows = rows;
        this.outputs = architecture.outputs();
        this.weights = weights;
        this.gradient = gradient;
        Tensor kernel = architecture.layout().tensor("dense.W");
        bias = architecture.layout().tensor("dense.b");
        w = weights.at(kernel.offset(), kernel.rows(), kernel.columns());
        dW = gradient.at(kernel.offset(), kernel.rows(), kernel.columns());
        y = Matrix.zeros(rows, outputs);
        b = new float[outputs];
    }

    /** Modifies {@code predictions} [B, O]. */
    void forward(Matrix hidden, float[] predictions) {
        weights.read(bias.offset(), b, 0, outputs);
        Product.set(hidden, w, y);
        y.read(0, predictions, 0, rows * outputs);
        for (int k = 0; k < rows * outputs; k++) {
            predictions[k] += b[k % outputs];
        }
    }

    /** Writes the gradients of W and b. Modifies {@code dHidden} [B, H]. */
    void backward(Matrix hidden, float[] dPredictions, Matrix dHidden) {
        y.write(0, dPredictions, 0, rows * outputs);
        Product.setTransposed(hidden, y, dW);
        Arrays.fill(b, 0f);
        for (int k = 0; k < rows * outputs; k++) {
            b[k % outputs] += dPredictions[k];
        }
        gradient.write(bias.offset(), b, 0, outputs);
        Product.setByTransposed(y, w, dHidden);
    }
}
