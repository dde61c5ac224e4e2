package lstm.network;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * Makes each segment of the windows into an input of the first recurrent layer: X[t] = relu(W^T S[t] + b) with S[t]
 * [N*F, B] the rows of segment t, W [N*F, H], b [H] and X[t] [H, B]. Backward, with dZ = dX where X > 0 and 0
 * elsewhere: dW = the sum of S[t] dZ[t]^T, db that of dZ[t] over windows and segments, dS[t] = W dZ[t].
 */
final class SegmentEncoder {
    private final int segments;
    private final int units;
    private final int rows;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor bias;
    private final LayerContext.Above above;
    /** All S[t], [T*F, B], in the order of the windows. */
    private final Matrix windows;

    private final Matrix dWindows;
    private final Matrix[] dZ;
    private final Product[] forward;
    private final Product[] weightGradient;
    private final Product[] inputGradient;
    private final float[] b;
    private final float[] x;
    private final float[] d;

    /** The encoder below a first layer. */
    SegmentEncoder(PassContext pass, LayerContext.Above above) {
        this.above = above;
        segments = pass.order().encoding();
        units = pass.architecture().units();
        rows = pass.rows();
        weights = pass.weights();
        gradient = pass.gradient();
        Tensor kernel = pass.architecture().layout().tensor("encoder.W");
        bias = pass.architecture().layout().tensor("encoder.b");
        int height = kernel.rows();
        windows = pass.zeros(segments * height, rows);
        dWindows = pass.zeros(segments * height, rows);
        dZ = IntStream.range(0, segments).mapToObj(t -> pass.zeros(units, rows)).toArray(Matrix[]::new);
        Matrix dKernel = gradient.at(kernel.offset(), height, units);
        forward =
                products(t -> Product.of(weights.transpose(kernel), windows.rows(t * height, height), above.output(t)));
        weightGradient = products(t -> Product.byTransposed(windows.rows(t * height, height), dZ[t], dKernel));
        inputGradient = products(t -> Product.of(weights.matrix(kernel), dZ[t], dWindows.rows(t * height, height)));
        b = new float[units];
        x = new float[units * rows];
        d = new float[units * rows];
    }

    private Product[] products(IntFunction<Product> ofSegment) {
        return IntStream.range(0, segments).mapToObj(ofSegment).toArray(Product[]::new);
    }

    /** Computes X[t] of all segments from the windows, [T, F, B]. */
    void forward(float[] values) {
        windows.write(0, values, 0, values.length);
        weights.read(bias, b);
        for (int t = 0; t < segments; t++) {
            forward[t].set();
            above.output(t).read(0, x, 0, x.length);
            for (int u = 0; u < units; u++) {
                for (int j = u * rows; j < (u + 1) * rows; j++) {
                    x[j] = Math.max(0f, x[j] + b[u]);
                }
            }
            above.output(t).write(0, x, 0, x.length);
        }
    }

    /** Writes the gradients of W and b. */
    void backward() {
        Arrays.fill(b, 0f);
        for (int t = segments - 1; t >= 0; t--) {
            above.output(t).read(0, x, 0, x.length);
            above.dOutput(t).read(0, d, 0, d.length);
            for (int u = 0; u < units; u++) {
                for (int j = u * rows; j < (u + 1) * rows; j++) {
                    d[j] = x[j] > 0f ? d[j] : 0f;
                    b[u] += d[j];
                }
            }
            dZ[t].write(0, d, 0, d.length);
            if (t == segments - 1) {
                weightGradient[t].set();
            } else {
                weightGradient[t].add();
            }
        }
        gradient.write(bias.offset(), b, 0, b.length);
    }

    /** d loss / d windows [T, F, B], after {@link #backward}. */
    float[] inputGradient() {
        float[] sequence = new float[dWindows.rows() * rows];
        for (Product product : inputGradient) {
            product.set();
        }
        dWindows.read(0, sequence, 0, sequence.length);
        return sequence;
    }
}
