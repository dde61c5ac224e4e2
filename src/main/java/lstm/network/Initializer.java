package lstm.network;

import java.util.Arrays;
import lstm.network.ParameterLayout.Tensor;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * First weights, as Keras draws them: kernels W Glorot-uniform (Glorot and Bengio 2010), recurrent kernels U with
 * orthonormal rows (Saxe, McClelland and Ganguli 2014), biases zero but 1 for forget gates (Jozefowicz, Zaremba and
 * Sutskever 2015). Peepholes start at zero: the cell begins as a plain LSTM.
 */
final class Initializer {
    private Initializer() {}

    /**
     * Sets the first biases of the gates that keep (forget, or update of a GRU) to {@code bias}, and those of the input
     * gates, where a cell has them apart, to its negative: what is kept is not written over (Tallec and Ollivier 2018).
     * Modifies weights.
     */
    static void keep(float[] weights, Architecture architecture, float bias) {
        fillBias(weights, architecture, "f", bias);
        fillBias(weights, architecture, "z", bias);
        fillBias(weights, architecture, "i", -bias);
    }

    /** Sets the head's b to these outputs, each as often as the head is wider. Modifies weights. */
    static void headBias(float[] weights, Architecture architecture, float[] outputs) {
        int bias = architecture.layout().tensor("dense.b").offset();
        int width = architecture.outputs() / outputs.length;
        for (int k = 0; k < architecture.outputs(); k++) {
            weights[bias + k] = outputs[k / width];
        }
    }

    private static void fillBias(float[] weights, Architecture architecture, String name, float bias) {
        int gate = architecture.cell().gates().indexOf(name);
        for (Tensor tensor : architecture.layout().tensors()) {
            if (gate >= 0 && tensor.name().endsWith(".b") && tensor.name().startsWith("layer")) {
                int from = tensor.offset() + gate * architecture.units();
                Arrays.fill(weights, from, from + architecture.units(), bias);
            }
        }
    }

    /** The flat array of first weights; each tensor has its own stream of the seed. */
    static float[] weights(Architecture architecture, long seed) {
        ParameterLayout layout = architecture.layout();
        float[] weights = new float[layout.size()];
        for (int k = 0; k < layout.tensors().size(); k++) {
            Tensor tensor = layout.tensors().get(k);
            SplitMix64 random = SplitMix64.of(seed, RandomStream.WEIGHTS, k);
            if (tensor.name().endsWith(".W")) {
                glorot(weights, tensor, random);
            } else if (tensor.name().endsWith(".U")) {
                orthogonal(weights, tensor, random);
            } else if (tensor.name().endsWith(".b") && !tensor.name().startsWith("dense")) {
                forgetBias(weights, tensor, architecture);
            }
        }
        return weights;
    }

    /** Uniform within sqrt(6 / (rows + columns)). */
    private static void glorot(float[] weights, Tensor tensor, SplitMix64 random) {
        double limit = Math.sqrt(6.0 / (tensor.rows() + tensor.columns()));
        for (int k = 0; k < tensor.size(); k++) {
            weights[tensor.offset() + k] = (float) (limit * (2 * random.nextDouble() - 1));
        }
    }

    /**
     * Orthonormal rows by Gram-Schmidt on normal ones, twice for accuracy. The triangular factor has a positive
     * diagonal by construction, so the draw is uniform over such matrices.
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

    private static void forgetBias(float[] weights, Tensor bias, Architecture architecture) {
        int gate = architecture.cell().gates().indexOf("f");
        if (gate >= 0) {
            int from = bias.offset() + gate * architecture.units();
            Arrays.fill(weights, from, from + architecture.units(), 1f);
        }
    }
}
