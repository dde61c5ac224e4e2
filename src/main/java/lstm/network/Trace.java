package lstm.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Everything the units of a network did while it processed B windows. The values of a layer at one step are an array
 * [H, B]: unit u of window b is value u * B + b.
 *
 * @param rows B
 * @param span rows of a window that one step of a layer reads: 1, or a segment, of which each row has the same signals
 * @param layers the signals of each layer, [T][H*B]; not copied
 * @param predictions [B, O]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record Trace(int rows, int span, List<Map<CellSignal, float[][]>> layers, float[] predictions) {
    /** Makes the list unmodifiable. */
    public Trace {
        layers = List.copyOf(layers);
    }

    /**
     * The gradients of a backward pass; see {@link Tracer#backward}.
     *
     * @param rows B
     * @param inputs d loss / d windows, [T, F, B]; not copied
     * @param hidden d loss / d h of each layer for each of its steps, [T][H*B]; not copied
     * @param memory d loss / d c of each layer, [T][H*B]; empty for a cell without a memory
     */
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    public record Gradients(int rows, float[] inputs, List<float[][]> hidden, List<float[][]> memory) {
        /** Makes the lists unmodifiable. */
        public Gradients {
            hidden = List.copyOf(hidden);
            memory = List.copyOf(memory);
        }
    }

    /** Returns the Euclidean norm over all units and windows at each step, for values [T][H*B] of one layer. */
    public static double[] norms(float[][] steps) {
        return Arrays.stream(steps).mapToDouble(Trace::norm).toArray();
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
