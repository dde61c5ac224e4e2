package lstm.network;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * The dense head: Y = W^T H + b for H [H, B] the output of the last step, W [H, O], b [O], Y [O, B]. Backward: dW = H
 * dY^T, db = the sum of dY over the windows, dH = W dY.
 *
 * <p>In a network that reads {@link Segments} the same is done for each position, with W [H, M*N], b [M*N] and Y [M*N,
 * B]: what is beyond the horizon is left out, and the gradients of W and b are sums over the positions.
 */
final class Dense {
    private final int rows;
    private final int outputs;
    private final int series;
    private final int piece;
    private final int firstStep;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor bias;
    /** For each position the output of its step, [H, B]. */
    private final Matrix[] hidden;

    private final Matrix[] dHidden;
    /** Y of each position, in the backward pass dY: [O, B] or [M*N, B]. */
    private final Matrix[] y;

    private final Product[] forward;
    private final Product[] weightGradient;
    private final Product[] backward;
    private final float[] b;
    private final float[] columns;

    Dense(PassContext pass) {
        Architecture architecture = pass.architecture();
        rows = pass.rows();
        outputs = architecture.outputs();
        series = architecture.headSeries();
        piece = architecture.headPiece();
        firstStep = pass.order().firstOut();
        weights = pass.weights();
        gradient = pass.gradient();
        Tensor kernel = architecture.layout().tensor("dense.W");
        bias = architecture.layout().tensor("dense.b");
        int positions = pass.order().steps() - firstStep;
        hidden = zeros(pass, positions, architecture.units());
        dHidden = zeros(pass, positions, architecture.units());
        y = zeros(pass, positions, bias.size());
        Matrix dKernel = gradient.at(kernel.offset(), kernel.rows(), kernel.columns());
        forward = products(k -> Product.of(weights.transpose(kernel), hidden[k], y[k]));
        weightGradient = products(k -> Product.byTransposed(hidden[k], y[k], dKernel));
        backward = products(k -> Product.of(weights.matrix(kernel), y[k], dHidden[k]));
        b = new float[bias.size()];
        columns = new float[bias.size() * rows];
    }

    private static Matrix[] zeros(PassContext pass, int positions, int height) {
        return IntStream.range(0, positions)
                .mapToObj(k -> pass.zeros(height, pass.rows()))
                .toArray(Matrix[]::new);
    }

    private Product[] products(IntFunction<Product> ofPosition) {
        return IntStream.range(0, hidden.length).mapToObj(ofPosition).toArray(Product[]::new);
    }

    /** The head as the consumer of the last layer; it reads the steps of the positions only. */
    LayerContext.Above asAbove() {
        return new LayerContext.Above() {
            @Override
            public Matrix output(int t) {
                return t < firstStep ? null : hidden[t - firstStep];
            }

            @Override
            public Matrix dOutput(int t) {
                return t < firstStep ? null : dHidden[t - firstStep];
            }
        };
    }

    /** Computes the predictions. Modifies {@code predictions} [B, O]. */
    void forward(float[] predictions) {
        weights.read(bias, b);
        for (int position = 0; position < y.length; position++) {
            forward[position].set();
            y[position].read(0, columns, 0, columns.length);
            for (int k = 0; k < b.length; k++) {
                int output = output(position, k);
                for (int row = 0; row < rows && output >= 0; row++) {
                    predictions[row * outputs + output] = columns[k * rows + row] + b[k];
                }
            }
        }
    }

    /** The output that value k of a position is; -1 for none, beyond the horizon. */
    private int output(int position, int k) {
        int ofSeries = outputs / series;
        int place = position * piece + k % piece;
        return place < ofSeries ? k / piece * ofSeries + place : -1;
    }

    /** Writes the gradients of W and b and dH, given d loss / d predictions [B, O]. */
    void backward(float[] dPredictions) {
        Arrays.fill(b, 0f);
        for (int position = 0; position < y.length; position++) {
            gather(position, dPredictions);
            y[position].write(0, columns, 0, columns.length);
            if (position == 0) {
                weightGradient[position].set();
            } else {
                weightGradient[position].add();
            }
            backward[position].set();
        }
        gradient.write(bias.offset(), b, 0, b.length);
    }

    /** Copies dY of a position and adds it to the gradient of b. */
    private void gather(int position, float[] dPredictions) {
        for (int k = 0; k < b.length; k++) {
            int output = output(position, k);
            for (int row = 0; row < rows; row++) {
                float d = output < 0 ? 0f : dPredictions[row * outputs + output];
                columns[k * rows + row] = d;
                b[k] += d;
            }
        }
    }
}
