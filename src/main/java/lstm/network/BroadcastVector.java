package lstm.network;

import java.util.Arrays;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;

/**
 * A vector parameter (bias, peephole) in the form that pointwise loops need: per gate a block [H, B], each of the H
 * values repeated for the B windows. The gradient is accumulated in blocks of the same shape and summed over the
 * windows at the end.
 */
final class BroadcastVector {
    /** [block][H*B], the parameter repeated. */
    final float[][] value;
    /** [block][H*B], the gradient before the sum over windows. */
    final float[][] dValue;

    private final Weights weights;
    private final Matrix gradient;
    private final Tensor tensor;
    private final int rows;
    private final int units;
    private final float[] row;

    BroadcastVector(LayerContext layer, Tensor tensor) {
        weights = layer.pass().weights();
        gradient = layer.pass().gradient();
        this.tensor = tensor;
        rows = layer.rows();
        units = layer.units();
        row = new float[tensor.size()];
        value = new float[tensor.size() / units][rows * units];
        dValue = new float[tensor.size() / units][rows * units];
    }

    /** Takes over the current values of the parameter and clears the gradient. */
    void load() {
        weights.read(tensor, row);
        for (int block = 0; block < value.length; block++) {
            for (int u = 0; u < units; u++) {
                Arrays.fill(value[block], u * rows, (u + 1) * rows, row[block * units + u]);
            }
            Arrays.fill(dValue[block], 0f);
        }
    }

    /** Writes the gradient, each value summed over the windows in their order. Modifies the flat gradient. */
    void storeGradient() {
        Arrays.fill(row, 0f);
        for (int block = 0; block < value.length; block++) {
            float[] d = dValue[block];
            for (int u = 0; u < units; u++) {
                for (int b = 0; b < rows; b++) {
                    row[block * units + u] += d[u * rows + b];
                }
            }
        }
        gradient.write(tensor.offset(), row, 0, row.length);
    }
}
