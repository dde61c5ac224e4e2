package lstm.network;

import java.util.stream.IntStream;
import lstm.network.ParameterLayout.Tensor;

/** What surrounds the recurrent layers of a network that reads segments, in float64 and for one window. */
final class ReferenceSegments {
    /** All steps of the recurrent layers, and those that read the window. */
    final int steps;

    final int encoding;
    private final Architecture network;
    private final Segments segments;
    private final int horizon;
    private final double[] weights;

    ReferenceSegments(Architecture network, int window, double[] weights) {
        this.network = network;
        this.weights = weights;
        segments = network.segments().orElseThrow();
        horizon = network.outputs() / segments.series() / segments.width();
        encoding = window / segments.length();
        steps = encoding + (int) Math.ceil(horizon / (double) segments.length());
    }

    /** The inputs of the first layer, [steps][H], for a window [T][F] and what is known beside it, [E]. */
    double[][] inputs(double[][] window, double[] known) {
        double[][] inputs = new double[steps][network.units()];
        for (int t = 0; t < steps; t++) {
            for (int u = 0; u < network.units(); u++) {
                double rows = t < encoding ? encoded(window, t, u) : position(window, t - encoding, u);
                double sum = rows + beside(known, t < encoding ? "encoder.W" : "decoder.W", u);
                inputs[t][u] = t < encoding ? Math.max(0, sum) : sum;
            }
        }
        return inputs;
    }

    private double encoded(double[][] window, int segment, int unit) {
        double sum = weight("encoder.b", 0, unit);
        for (int j = 0; j < segments.length(); j++) {
            for (int f = 0; f < network.inputs(); f++) {
                sum += window[segment * segments.length() + j][f] * weight("encoder.W", j * network.inputs() + f, unit);
            }
        }
        return sum;
    }

    private double beside(double[] known, String name, int unit) {
        double sum = 0;
        for (int e = 0; e < known.length; e++) {
            sum += known[e] * weight(name, network.layout().tensor(name).rows() - known.length + e, unit);
        }
        return sum;
    }

    private double position(double[][] window, int position, int unit) {
        double sum = weight("decoder.position", position, unit);
        for (int j = 0; j < segments.length(); j++) {
            int step = position * segments.length() + j;
            int row = window.length - horizon + step;
            for (int a = 0; a < segments.ahead() && step < horizon && row >= 0; a++) {
                sum += window[row][network.inputs() - segments.ahead() + a]
                        * weight("decoder.W", j * segments.ahead() + a, unit);
            }
        }
        return sum;
    }

    /** The outputs [series][step][width] from what the head made of each position. */
    double[] join(double[][] heads) {
        int piece = Math.min(segments.length(), horizon) * segments.width();
        int ofSeries = horizon * segments.width();
        return IntStream.range(0, network.outputs())
                .mapToDouble(k -> {
                    int place = k % ofSeries;
                    return heads[place / piece][k / ofSeries * piece + place % piece];
                })
                .toArray();
    }

    private double weight(String name, int row, int column) {
        Tensor tensor = network.layout().tensor(name);
        return weights[tensor.offset() + row * tensor.columns() + column];
    }
}
