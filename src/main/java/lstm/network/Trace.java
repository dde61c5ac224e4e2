package lstm.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All that happened in a network while it worked on B windows. Values of units are arrays of H*B: unit u of window b is
 * value u * B + b.
 *
 * @param rows B
 * @param layers what the units of each layer did, by quantity, [T][H*B]; not copied
 * @param predictions [B, O]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Looked at, never compared.
public record Trace(int rows, List<Map<CellSignal, float[][]>> layers, float[] predictions) {
    /** Keeps the list from being changed. */
    public Trace {
        layers = List.copyOf(layers);
    }

    /**
     * How a gradient travelled back through the network; see {@link Tracer#backward}.
     *
     * @param rows B
     * @param inputs d loss / d windows, [T, F, B]; not copied
     * @param hidden d loss / d h of each layer, [T][H*B]; not copied
     * @param memory d loss / d c likewise; empty for a cell without a memory
     */
    @SuppressWarnings("ArrayRecordComponent") // Looked at, never compared.
    public record Gradients(int rows, float[] inputs, List<float[][]> hidden, List<float[][]> memory) {
        /** Keeps the lists from being changed. */
        public Gradients {
            hidden = List.copyOf(hidden);
            memory = List.copyOf(memory);
        }
    }

    /** The Euclidean norm at each step over all units and windows: of one layer's gradients, [T][H*B]. */
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
