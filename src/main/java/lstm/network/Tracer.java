package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lstm.tensor.Workspace;

/**
 * Looks inside a network: the same passes as in prediction and training, without dropout, of which every signal and
 * gradient is kept. One caller at a time.
 *
 * <p>It owns its off-heap memory until {@link #close}; after that its methods throw {@link IllegalStateException}.
 */
public final class Tracer implements AutoCloseable {
    private final Architecture architecture;
    private final int window;
    private final int rows;
    private final int span;
    private final Workspace workspace;
    private final SlicePass pass;

    /**
     * Creates a tracer for a fixed number of windows at a time.
     *
     * @param window T
     * @param rows B
     * @param weights in the order of {@link Architecture#layout()}; copied
     */
    public Tracer(Architecture architecture, int window, int rows, float[] weights) {
        this.architecture = architecture;
        this.window = window;
        this.rows = rows;
        span = architecture.segments().map(Segments::length).orElse(1);
        workspace = new Workspace();
        try {
            Weights shared = new Weights(architecture.layout(), workspace);
            shared.load(weights);
            pass = new SlicePass(architecture, window, rows, shared, workspace);
            pass.cells().forEach(Cell::recordGradients);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /**
     * Predicts and records what the units did.
     *
     * @param windows [T, F, B]
     * @throws IllegalStateException if the tracer is closed
     */
    public Trace forward(float[] windows) {
        float[] predictions = new float[rows * architecture.outputs()];
        pass.forward(windows, predictions, null);
        return new Trace(rows, span, pass.cells().stream().map(this::signals).toList(), predictions);
    }

    /** The signals for each row of the window; those of the steps that decode are left out. */
    private Map<CellSignal, float[][]> signals(Cell cell) {
        Map<CellSignal, float[][]> signals = new EnumMap<>(CellSignal.class);
        for (int t = 0; t < window / span; t++) {
            int from = t * span;
            cell.signals(t)
                    .forEach((signal, values) -> Arrays.fill(
                            signals.computeIfAbsent(signal, first -> new float[window][]), from, from + span, values));
        }
        return signals;
    }

    /**
     * Computes the gradient of a loss with respect to everything that happened in the last {@link #forward}. Call it
     * once per forward pass, which it overwrites.
     *
     * @param dPredictions d loss / d predictions [B, O]; 1 for the gradient of the prediction itself
     * @throws IllegalStateException if the tracer is closed
     */
    public Trace.Gradients backward(float[] dPredictions) {
        pass.backward(dPredictions);
        List<float[][]> hidden = new ArrayList<>();
        List<float[][]> memory = new ArrayList<>();
        for (Cell cell : pass.cells()) {
            hidden.add(copy(cell.recorded().hidden));
            if (architecture.cell().hasMemory()) {
                memory.add(copy(cell.recorded().memory));
            }
        }
        return new Trace.Gradients(rows, pass.inputGradient(), hidden, memory);
    }

    private static float[][] copy(float[][] steps) {
        return Arrays.stream(steps).map(float[]::clone).toArray(float[][]::new);
    }

    /** Frees the memory; does nothing the second time. Traces stay valid. */
    @Override
    public void close() {
        workspace.close();
    }
}
