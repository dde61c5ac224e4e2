package lstm.network;

import java.util.Arrays;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * The dense head: Y = W^T H + b for H [H, B] the output of the last step, W [H, O], b [O], Y [O, B]. Backward: dW = H
 * dY^T, db = the sum of dY over the windows, dH = W dY.
 */
final class Dense {
    private final int rows;
    private final int outputs;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor bias;
    private final Matrix hidden;
    private final Matrix dHidden;
    /** Y, in the backward pass dY: [O, B]. */
    private final Matrix y;

    private final Product forward;
    private final Product weightGradient;
    private final Product backward;
    private final float[] b;
    private final float[] columns;

    Dense(PassContext pass) {
        rows = pass.rows();
        outputs = pass.architecture().outputs();
        weights = pass.weights();
        gradient = pass.gradient();
        Tensor kernel = pass.architecture().layout().tensor("dense.W");
        bias = pass.architecture().layout().tensor("dense.b");
        hidden = pass.zeros(pass.architecture().units(), rows);
        dHidden = pass.zeros(pass.architecture().units(), rows);
        y = pass.zeros(outputs, rows);
        forward = Product.of(weights.transpose(kernel), hidden, y);
        weightGradient = Product.byTransposed(hidden, y, gradient.at(kernel.offset(), kernel.rows(), kernel.columns()));
        backward = Product.of(weights.matrix(kernel), y, dHidden);
        b = new float[outputs];
        columns = new float[outputs * rows];
    }

    /** The head as the consumer of the last layer; it reads the last step only. */
    LayerContext.Above asAbove(int steps) {
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

    /** Computes the predictions. Modifies {@code predictions} [B, O]. */
    void forward(float[] predictions) {
        weights.read(bias, b);
        forward.set();
        y.read(0, columns, 0, columns.length);
        for (int o = 0; o < outputs; o++) {
            for (int row = 0; row < rows; row++) {
                predictions[row * outputs + o] = columns[o * rows + row] + b[o];
            }
        }
    }

    /** Writes the gradients of W and b and dH, given d loss / d predictions [B, O]. */
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
        weightGradient.set();
        gradient.write(bias.offset(), b, 0, outputs);
        backward.set();
    }
}
