package lstm.network;

import java.util.Arrays;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;

/**
 * A vector parameter (bias, peephole) in the form that pointwise loops want: per gate a block of B*H values, the H
 * values repeated for each of the B rows. Its gradient is gathered in blocks of the same form and summed over the rows
 * at the end.
 */
final class BroadcastVector {
    /** [gate][H*B], the parameter repeated. */
    final float[][] value;
    /** [gate][H*B], the gradient before the sum over windows. */
    final float[][] dValue;

    private final Weights weights;
    private final Matrix gradient;
    private final Tensor tensor;
    private final int rows;
    private final int units;
    private final float[] row;

    BroadcastVector(LayerContext layer, Tensor tensor) {
        weights = layer.weights();
        gradient = layer.gradient();
        this.tensor = tensor;
        rows = layer.rows();
        units = layer.units();
        row = new float[tensor.size()];
        value = new float[tensor.size() / units][rows * units];
        dValue = new float[tensor.size() / units][rows * units];
    }

    /** Takes the parameter's present values and forgets the gradient. */
    void load() {
        weights.read(tensor, row);
        for (int block = 0; block < value.length; block++) {
            for (int u = 0; u < units; u++) {
                Arrays.fill(value[block], u * rows, (u + 1) * rows, row[block * units + u]);
            }
            Arrays.fill(dValue[block], 0f);
        }
    }

    /** Writes the gradient, each value summed over the windows in their order. */
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
