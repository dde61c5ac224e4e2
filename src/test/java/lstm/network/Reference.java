package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.network.ParameterLayout.Tensor;
import lstm.random.SplitMix64;

/**
 * The network in float64, forwards only and one window at a time, written to be read. It shares nothing with the engine
 * but the layout of the parameters and the draws of dropout, which it makes in the same order.
 */
public final class Reference {
    /** The flat parameters and the windows [T*F + S, B]; free to be changed between calls. */
    public final double[] weights;

    public final double[] windows;
    private final Architecture network;
    /** The steps of the recurrent layers, and the first that the head reads. */
    private final int steps;

    private final int firstOut;
    /** T. */
    private final int window;

    private final int rows;
    final List<ReferenceCell> cells = new ArrayList<>();
    private final Optional<ReferenceSegments> segments;
    /** [layer][step][H*B]; of the last layer step T-1 is the only one that goes on. */
    private final float[][][] dropped;

    public Reference(Example example, SplitMix64 dropout) {
        weights = toDoubles(example.weights());
        windows = toDoubles(example.windows());
        network = example.architecture();
        segments = network.segments().map(with -> new ReferenceSegments(network, example.steps(), weights));
        steps = segments.map(with -> with.steps).orElse(example.steps());
        firstOut = segments.map(with -> with.encoding).orElse(steps - 1);
        rows = example.rows();
        window = example.steps();
        dropped = new float[network.layers()][steps][];
        for (int layer = 1; layer <= network.layers(); layer++) {
            cells.add(new ReferenceCell(network, layer, steps, weights));
            draw(dropout, layer == network.layers() ? firstOut : 0, dropped[layer - 1]);
        }
    }

    private void draw(SplitMix64 random, int first, float[][] factors) {
        int n = rows * network.units();
        Dropout drawn = new Dropout(network.dropout(), steps - first, n);
        drawn.draw(random, t -> true);
        for (int t = first; t < steps; t++) {
            factors[t] = factors(drawn, t - first, n);
        }
    }

    /** The factors that dropout multiplies the n values of a step by; all 1 when nothing is dropped. */
    static float[] factors(Dropout dropout, int step, int n) {
        float[] factors = new float[n];
        Arrays.fill(factors, 1f);
        return dropout.apply(step, factors).clone();
    }

    /** The mean loss over the predictions of all windows. */
    public double loss(Loss loss, float[] truth) {
        double[] predictions = predict();
        double sum = 0;
        for (int k = 0; k < predictions.length; k++) {
            double error = predictions[k] - truth[k / loss.width()];
            sum += loss instanceof Loss.Quantiles quantiles
                    ? Loss.Quantiles.of(quantiles.levels().get(k % loss.width()), error)
                    : ((Loss.Point) loss).of(error);
        }
        return sum / predictions.length;
    }

    /** The predictions [B, O]. */
    public double[] predict() {
        int outputs = network.outputs();
        double[] predictions = new double[rows * outputs];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(predictAll(row), 0, predictions, row * outputs, outputs);
        }
        return predictions;
    }

    /** The prediction for one window; the cells tell what they did for it. */
    double predict(int row) {
        return predictAll(row)[0];
    }

    private double[] predictAll(int row) {
        double[][] hidden = hidden(row);
        double[] last = dense(hidden[steps - 1]);
        return segments.isEmpty()
                ? last
                : segments.get()
                        .join(Arrays.stream(hidden, firstOut, steps)
                                .map(this::dense)
                                .toArray(double[][]::new));
    }

    /** What the steps of the last layer pass on. */
    private double[][] hidden(int row) {
        double[][] read = new double[window][];
        for (int t = 0; t < window; t++) {
            int from = t * network.inputs() * rows + row;
            read[t] = new double[network.inputs()];
            Arrays.setAll(read[t], f -> windows[from + f * rows]);
        }
        double[] known = known(row);
        double[][] sequence = segments.isEmpty()
                ? Arrays.stream(read).map(step -> followedBy(step, known)).toArray(double[][]::new)
                : segments.get().inputs(read, known);
        for (int layer = 0; layer < cells.size(); layer++) {
            sequence = cells.get(layer).run(sequence);
            for (int t = 0; t < steps; t++) {
                sequence[t] = afterDropout(sequence[t], dropped[layer][t], row);
            }
        }
        return sequence;
    }

    /** The numbers beside a window, and the vectors of its categories. */
    private double[] known(int row) {
        StaticInputs statics = network.statics();
        double[] known = new double[0];
        for (int s = 0; s < statics.values(); s++) {
            double value = windows[(window * network.inputs() + s) * rows + row];
            int embedding = s - statics.numbers() + 1;
            known = followedBy(known, embedding < 1 ? new double[] {value} : vector(embedding, Math.round(value)));
        }
        return known;
    }

    private double[] vector(int embedding, long code) {
        Tensor vectors = network.layout().tensor("embedding" + embedding + ".E");
        int from = vectors.offset() + (int) code * vectors.columns();
        return Arrays.copyOfRange(weights, from, from + vectors.columns());
    }

    private static double[] followedBy(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private double[] afterDropout(double[] h, float[] factors, int row) {
        double[] result = new double[h.length];
        for (int j = 0; j < h.length && factors != null; j++) {
            result[j] = h[j] * factors[j * rows + row];
        }
        return result;
    }

    private double[] dense(double[] h) {
        Tensor w = network.layout().tensor("dense.W");
        double[] y = new double[w.columns()];
        for (int o = 0; o < y.length; o++) {
            y[o] = weights[network.layout().tensor("dense.b").offset() + o];
            for (int j = 0; j < h.length; j++) {
                y[o] += h[j] * weights[w.offset() + j * w.columns() + o];
            }
        }
        return y;
    }

    private static double[] toDoubles(float[] values) {
        double[] result = new double[values.length];
        Arrays.setAll(result, k -> values[k]);
        return result;
    }
}
