package lstm.network;

import java.util.ArrayDeque;
import java.util.List;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;

/**
 * Takes one slice of B windows through the network, forwards and, when training, backwards. It owns all the memory it
 * needs, laid out once, and serves one thread at a time.
 */
final class SlicePass {
    private final Matrix gradient;
    private final Dense dense;
    private final ArrayDeque<Cell> cells = new ArrayDeque<>();

    /**
     * A pass over slices of {@code rows} windows of {@code steps} steps.
     *
     * @param weights shared with other passes and only read here
     */
    SlicePass(Architecture architecture, int steps, int rows, Weights weights) {
        gradient = Matrix.zeros(1, architecture.layout().size());
        dense = new Dense(architecture, rows, weights, gradient);
        LayerContext.Above above = dense.after(steps);
        for (int number = architecture.layers(); number >= 1; number--) {
            Cell cell = architecture
                    .cell()
                    .make(new LayerContext(architecture, number, steps, rows, weights, gradient, above));
            cells.addFirst(cell);
            above = cell.asAbove();
        }
    }

    /**
     * The predictions for a slice.
     *
     * @param windows [T, F, B]
     * @param predictions [B, O], modified
     * @param random draws the dropout of a training pass; null when predicting
     */
    void forward(float[] windows, float[] predictions, SplitMix64 random) {
        cells.getFirst().feed(windows);
        for (Cell cell : cells) {
            cell.forward(random);
        }
        dense.forward(predictions);
    }

    /**
     * The gradient of every parameter, after {@link #forward}.
     *
     * @param dPredictions d loss / d predictions [B, O]
     * @return the flat gradient [1, P], valid until the next call
     */
    Matrix backward(float[] dPredictions) {
        dense.backward(dPredictions);
        cells.descendingIterator().forEachRemaining(Cell::backward);
        return gradient;
    }

    /** d loss / d windows [T, F, B], after {@link #backward}. */
    float[] inputGradient() {
        return cells.getFirst().inputGradient();
    }

    /** The cells, from the input on. */
    List<Cell> cells() {
        return List.copyOf(cells);
    }
}
