package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks into a network: the same passes as in prediction and training, of which everything is kept. Nothing is dropped.
 * One caller at a time.
 */
public final class Tracer {
    private final Architecture architecture;
    private final int steps;
    private final int rows;
    private final SlicePass pass;

    /**
     * A tracer for so many windows at once.
     *
     * @param steps T
     * @param rows B
     * @param weights in the order of {@link Architecture#layout()}; copied
     */
    public Tracer(Architecture architecture, int steps, int rows, float[] weights) {
        this.architecture = architecture;
        this.steps = steps;
        this.rows = rows;
        Weights shared = new Weights(architecture.layout());
        shared.load(weights);
        pass = new SlicePass(architecture, steps, rows, shared);
        pass.cells().forEach(Cell::watch);
    }

    /**
     * Predicts, and keeps what the units did.
     *
     * @param windows [T, F, B]
     */
    public Trace forward(float[] windows) {
        float[] predictions = new float[rows * architecture.outputs()];
        pass.forward(windows, predictions, null);
        return new Trace(rows, pass.cells().stream().map(this::seen).toList(), predictions);
    }

    private Map<CellSignal, float[][]> seen(Cell cell) {
        Map<CellSignal, float[][]> seen = new EnumMap<>(CellSignal.class);
        List<CellSignal> kept = architecture.cell().kept();
        for (int block = 0; block < kept.size(); block++) {
            float[][] values = new float[steps][];
            for (int t = 0; t < steps; t++) {
                values[t] = cell.kept(t)[block].clone();
            }
            seen.put(kept.get(block), values);
        }
        if (!kept.contains(CellSignal.INPUT_GATE) && kept.contains(CellSignal.FORGET_GATE)) {
            seen.put(CellSignal.INPUT_GATE, complement(seen.get(CellSignal.FORGET_GATE)));
        }
        return seen;
    }

    /** A coupled cell writes what it does not keep. */
    private static float[][] complement(float[][] gate) {
        float[][] rest = new float[gate.length][gate[0].length];
        for (int t = 0; t < rest.length; t++) {
            float[] open = gate[t];
            float[] shut = rest[t];
            for (int j = 0; j < shut.length; j++) {
                shut[j] = 1f - open[j];
            }
        }
        return rest;
    }

    /**
     * The gradient of a loss by all that happened in the last {@link #forward}, once: what the units did is
     * overwritten.
     *
     * @param dPredictions d loss / d predictions [B, O]; 1 for the gradient of the prediction itself
     */
    public Trace.Gradients backward(float[] dPredictions) {
        pass.backward(dPredictions);
        List<float[][]> hidden = new ArrayList<>();
        List<float[][]> memory = new ArrayList<>();
        for (Cell cell : pass.cells()) {
            hidden.add(copy(cell.watched().hidden));
            if (architecture.cell().kept().contains(CellSignal.MEMORY)) {
                memory.add(copy(cell.watched().memory));
            }
        }
        return new Trace.Gradients(rows, pass.inputGradient(), hidden, memory);
    }

    private static float[][] copy(float[][] steps) {
        return Arrays.stream(steps).map(float[]::clone).toArray(float[][]::new);
    }
}
