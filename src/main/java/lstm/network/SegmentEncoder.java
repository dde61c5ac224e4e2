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
 * elsewhere: dW = the sum of S[t] dZ[t]^T, db that of dZ[t] over windows and segments, dS[t] = W dZ[t]. Static values,
 * [E, B], stand below the rows of every segment.
 */
final class SegmentEncoder {
    private final int segments;
    private final int units;
    private final int rows;
    /** N*F*B, the values of the rows of a segment. */
    private final int n;

    private final int height;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor bias;
    private final LayerContext.Above above;
    /** All S[t], [segments * (N*F + E), B], in the order of the windows. */
    private final Matrix windows;

    private final Matrix dWindows;
    /** Null without static values. */
    private final Matrix dStatic;

    private final Matrix[] dZ;
    private final Product[] forward;
    private final Product[] weightGradient;
    private final Product[] inputGradient;
    private final Product[] staticGradient;
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
        height = kernel.rows();
        int below = pass.architecture().statics().width();
        n = (height - below) * rows;
        dStatic = below == 0 ? null : pass.zeros(below, rows);
        windows = pass.zeros(segments * height, rows);
        dWindows = pass.zeros(segments * height, rows);
        dZ = IntStream.range(0, segments).mapToObj(t -> pass.zeros(units, rows)).toArray(Matrix[]::new);
        Matrix dKernel = gradient.at(kernel.offset(), height, units);
        forward =
                products(t -> Product.of(weights.transpose(kernel), windows.rows(t * height, height), above.output(t)));
        weightGradient = products(t -> Product.byTransposed(windows.rows(t * height, height), dZ[t], dKernel));
        inputGradient = products(t -> Product.of(weights.matrix(kernel), dZ[t], dWindows.rows(t * height, height)));
        staticGradient = below == 0
                ? new Product[0]
                : products(t -> Product.of(weights.matrix(kernel).rows(height - below, below), dZ[t], dStatic));
        b = new float[units];
        x = new float[units * rows];
        d = new float[units * rows];
    }

    private Product[] products(IntFunction<Product> ofSegment) {
        return IntStream.range(0, segments).mapToObj(ofSegment).toArray(Product[]::new);
    }

    /** Computes X[t] of all segments from the windows, [T, F, B], and their static values, [E, B]. */
    void forward(float[] values, float[] encoded) {
        for (int t = 0; t < segments; t++) {
            windows.write(t * height * rows, values, t * n, n);
            windows.write(t * height * rows + n, encoded, 0, encoded.length);
        }
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
        float[] sequence = new float[segments * n];
        for (int t = 0; t < segments; t++) {
            inputGradient[t].set();
            dWindows.read(t * height * rows, sequence, t * n, n);
        }
        return sequence;
    }

    /** Sets {@code d}, not empty, to d loss / d static values, [E, B], as far as they are in segments. */
    void staticGradient(float[] d) {
        for (int t = 0; t < segments; t++) {
            if (t == 0) {
                staticGradient[t].set();
            } else {
                staticGradient[t].add();
            }
        }
        dStatic.read(0, d, 0, d.length);
    }
}
