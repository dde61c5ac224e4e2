package lstm.network;

import java.util.Arrays;
import java.util.List;
import lstm.network.ParameterLayout.Tensor;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * Initial weights, drawn as Keras does: kernels W Glorot-uniform (Glorot and Bengio 2010), recurrent kernels U with
 * orthonormal rows (Saxe, McClelland and Ganguli 2014), biases zero but 1 for forget gates (Jozefowicz, Zaremba and
 * Sutskever 2015). Peepholes start at zero: the cell begins as a plain LSTM. Position vectors are normal with deviation
 * 1, those of categories uniform in +- 0.05; the head of a network that reads segments starts at zero, so that it first
 * forecasts what its outputs are added to.
 */
final class Initializer {
    private static final float FORGET_BIAS = 1f;
    private static final double EMBEDDING_LIMIT = 0.05;

    private Initializer() {}

    /** Draws the flat array of weights; each tensor has a stream of its own. */
    static float[] weights(Architecture architecture, long seed) {
        ParameterLayout layout = architecture.layout();
        float[] weights = new float[layout.size()];
        for (int k = 0; k < layout.tensors().size(); k++) {
            Tensor tensor = layout.tensors().get(k);
            SplitMix64 random = SplitMix64.of(seed, RandomStream.WEIGHTS, k);
            if (tensor.name().equals("dense.W") && architecture.segments().isPresent()) {
                continue;
            }
            if (tensor.name().endsWith(".W")) {
                glorot(weights, tensor, random);
            } else if (tensor.name().endsWith(".U")) {
                orthogonal(weights, tensor, random);
            } else if (tensor.name().equals("decoder.position")) {
                normal(weights, tensor, random);
            } else if (tensor.name().endsWith(".E")) {
                uniform(weights, tensor, EMBEDDING_LIMIT, random);
            }
        }
        fillBias(weights, architecture, CellSignal.FORGET_GATE, FORGET_BIAS);
        return weights;
    }

    /**
     * Sets the bias of the gates that retain (forget gate, or update gate of a GRU) to {@code bias} and that of the
     * input gate, where a cell has one, to its negative, so that what is kept is not overwritten (Tallec and Ollivier
     * 2018). Modifies {@code weights}.
     */
    static void setRetentionBias(float[] weights, Architecture architecture, float bias) {
        fillBias(weights, architecture, CellSignal.FORGET_GATE, bias);
        fillBias(weights, architecture, CellSignal.UPDATE_GATE, bias);
        fillBias(weights, architecture, CellSignal.INPUT_GATE, -bias);
    }

    /** Sets b of the head to these outputs, each repeated O / outputs.length times. Modifies {@code weights}. */
    static void setHeadBias(float[] weights, Architecture architecture, float[] outputs) {
        Tensor bias = architecture.layout().tensor("dense.b");
        int series = architecture.headSeries();
        int piece = architecture.headPiece();
        int width = architecture.outputs() / outputs.length;
        for (int k = 0; k < bias.size(); k++) {
            int output = k / piece * (architecture.outputs() / series) + k % piece;
            weights[bias.offset() + k] = outputs[output / width];
        }
    }

    /** Sets the bias of every gate with this role in every layer. Modifies {@code weights}. */
    private static void fillBias(float[] weights, Architecture architecture, CellSignal role, float bias) {
        List<Gate> gates = architecture.cell().gates();
        for (int layer = 1; layer <= architecture.layers(); layer++) {
            int offset = architecture.layout().tensor(layer, "b").offset();
            for (int gate = 0; gate < gates.size(); gate++) {
                if (gates.get(gate).role() == role) {
                    int from = offset + gate * architecture.units();
                    Arrays.fill(weights, from, from + architecture.units(), bias);
                }
            }
        }
    }

    /** Uniform in +- sqrt(6 / (rows + columns)). Modifies {@code weights}. */
    private static void glorot(float[] weights, Tensor tensor, SplitMix64 random) {
        uniform(weights, tensor, Math.sqrt(6.0 / (tensor.rows() + tensor.columns())), random);
    }

    /** Uniform in +- limit. Modifies {@code weights}. */
    private static void uniform(float[] weights, Tensor tensor, double limit, SplitMix64 random) {
        for (int k = 0; k < tensor.size(); k++) {
            weights[tensor.offset() + k] = (float) (limit * (2 * random.nextDouble() - 1));
        }
    }

    private static void normal(float[] weights, Tensor tensor, SplitMix64 random) {
        for (int k = 0; k < tensor.size(); k++) {
            weights[tensor.offset() + k] = (float) random.nextGaussian();
        }
    }

    /**
     * Orthonormal rows by Gram-Schmidt on normal ones, applied twice for accuracy. The triangular factor has a positive
     * diagonal by construction, so the draw is uniform over such matrices. Modifies {@code weights}.
     */
    private static void orthogonal(float[] weights, Tensor tensor, SplitMix64 random) {
        double[][] rows = new double[tensor.rows()][tensor.columns()];
        for (int row = 0; row < rows.length; row++) {
            double[] vector = rows[row];
            Arrays.setAll(vector, k -> random.nextGaussian());
            for (int again = 0; again < 2; again++) {
                for (int other = 0; other < row; other++) {
                    subtract(vector, rows[other], dot(vector, rows[other]));
                }
                double length = Math.sqrt(dot(vector, vector));
                for (int k = 0; k < vector.length; k++) {
                    vector[k] /= length;
                }
            }
            for (int k = 0; k < vector.length; k++) {
                weights[tensor.offset() + row * tensor.columns() + k] = (float) vector[k];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void subtract(double[] from, double[] vector, double times) {
        for (int k = 0; k < from.length; k++) {
            from[k] -= times * vector[k];
        }
    }
}
