package lstm.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * Makes the inputs of the steps that decode: X[p] = V^T A[p] + e[p], repeated for the B windows, with e[p] [H] the
 * learned vector of position p and, where inputs are known ahead, A[p] [N*A, B] those of the rows of that segment and V
 * [N*A, H]. Static values, [E, B], stand below the rows of every A[p]. The window's last rows hold the inputs of the
 * horizon; rows beyond it count as 0. Backward: de[p] = the sum of dX[p] over the windows, dV = the sum of A[p] dX[p]^T
 * over the positions, dA[p] = V dX[p].
 */
final class SegmentDecoder {
    private final Architecture architecture;
    private final int window;
    private final int units;
    private final int first;
    private final int positions;
    private final int rows;
    private final Weights weights;
    private final Matrix gradient;
    private final Tensor vectors;
    private final LayerContext.Above above;
    private final float[] vector;
    private final float[] x;
    /** Empty, or A[p] and its gradient, with their products. */
    private final Matrix[] known;

    private final Matrix[] dKnown;
    private final Product[] forward;
    private final Product[] weightGradient;
    private final Product[] inputGradient;

    /** The decoder's inputs below a first layer. */
    SegmentDecoder(PassContext pass, LayerContext.Above above) {
        this.above = above;
        architecture = pass.architecture();
        window = pass.window();
        units = architecture.units();
        first = pass.order().encoding();
        positions = pass.order().steps() - first;
        rows = pass.rows();
        weights = pass.weights();
        gradient = pass.gradient();
        vectors = architecture.layout().tensor("decoder.position");
        vector = new float[vectors.size()];
        x = new float[units * rows];
        int below = architecture.statics().width();
        int height = segments().length() * segments().ahead() + below;
        int count = height == 0 ? 0 : positions;
        known = matrices(pass, count, height);
        dKnown = matrices(pass, count, height);
        forward = new Product[count];
        weightGradient = new Product[count];
        inputGradient = new Product[count];
        for (int p = 0; p < count; p++) {
            Tensor kernel = architecture.layout().tensor("decoder.W");
            Matrix dX = above.dOutput(first + p);
            forward[p] = Product.of(weights.transpose(kernel), known[p], above.output(first + p));
            weightGradient[p] =
                    Product.byTransposed(known[p], dX, gradient.at(kernel.offset(), height, kernel.columns()));
            inputGradient[p] = Product.of(weights.matrix(kernel), dX, dKnown[p]);
        }
    }

    private Segments segments() {
        return architecture.segments().orElseThrow();
    }

    private static Matrix[] matrices(PassContext pass, int count, int height) {
        return IntStream.range(0, count)
                .mapToObj(p -> pass.zeros(height, pass.rows()))
                .toArray(Matrix[]::new);
    }

    /** Computes X[p] of all positions, given the windows, [T, F, B], and their static values, [E, B]. */
    void forward(float[] values, float[] encoded) {
        weights.read(vectors, vector);
        for (int p = 0; p < positions; p++) {
            Matrix to = above.output(first + p);
            Arrays.fill(x, 0f);
            if (known.length > 0) {
                copyKnown(p, values);
                known[p].write(known[p].rows() * rows - encoded.length, encoded, 0, encoded.length);
                forward[p].set();
                to.read(0, x, 0, x.length);
            }
            for (int u = 0; u < units; u++) {
                for (int j = u * rows; j < (u + 1) * rows; j++) {
                    x[j] += vector[p * units + u];
                }
            }
            to.write(0, x, 0, x.length);
        }
    }

    /** Where the values known ahead of step {@code j} of position p begin in the windows; -1 if there are none. */
    private int start(int p, int j) {
        int horizon = segments().horizon(architecture.outputs());
        int step = p * segments().length() + j;
        int row = window - horizon + step;
        int inputs = architecture.inputs();
        return step < horizon && row >= 0 ? (row * inputs + inputs - segments().ahead()) * rows : -1;
    }

    private void copyKnown(int p, float[] values) {
        int width = segments().ahead() * rows;
        for (int j = 0; j < segments().length(); j++) {
            int from = start(p, j);
            if (from >= 0) {
                known[p].write(j * width, values, from, width);
            }
        }
    }

    /** Writes the gradients of the position vectors and of V. */
    void backward() {
        Arrays.fill(vector, 0f);
        for (int p = 0; p < positions; p++) {
            above.dOutput(first + p).read(0, x, 0, x.length);
            for (int u = 0; u < units; u++) {
                for (int j = u * rows; j < (u + 1) * rows; j++) {
                    vector[p * units + u] += x[j];
                }
            }
            if (known.length > 0 && p == 0) {
                weightGradient[p].set();
            } else if (known.length > 0) {
                weightGradient[p].add();
            }
        }
        gradient.write(vectors.offset(), vector, 0, vector.length);
    }

    /** Adds d loss / d static values as far as they are in positions. Modifies {@code d}, [E, B]. */
    void addStaticGradient(float[] d) {
        float[] of = new float[d.length];
        for (int p = 0; p < known.length; p++) {
            inputGradient[p].set();
            dKnown[p].read(dKnown[p].rows() * rows - d.length, of, 0, d.length);
            for (int k = 0; k < d.length; k++) {
                d[k] += of[k];
            }
        }
    }

    /** Adds what depends on the values known ahead. Modifies {@code dWindows}, [T, F, B]. */
    void addInputGradient(float[] dWindows) {
        int width = segments().ahead() * rows;
        float[] d = new float[segments().length() * width];
        for (int p = 0; p < known.length; p++) {
            inputGradient[p].set();
            dKnown[p].read(0, d, 0, d.length);
            for (int j = 0; j < segments().length(); j++) {
                int to = start(p, j);
                for (int k = 0; k < width && to >= 0; k++) {
                    dWindows[to + k] += d[j * width + k];
                }
            }
        }
    }
}
