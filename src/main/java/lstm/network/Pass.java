package lstm.network;

import java.util.ArrayList;
import java.util.List;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * Takes one slice of B windows through the network, forwards and, when training, backwards. It owns all the memory it
 * needs, laid out once, and serves one thread at a time.
 */
final class Pass {
    private final Architecture architecture;
    private final int steps;
    private final int rows;
    private final Matrix gradient;
    private final Matrix input;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Matrix> dOutputs = new ArrayList<>();
    private final List<Product> inputGradients = new ArrayList<>();
    private final Dense dense;

    /**
     * A pass over slices of {@code rows} windows of {@code steps} steps.
     *
     * @param weights shared with other passes and only read here
     */
    Pass(Architecture architecture, int steps, int rows, Weights weights) {
        this.architecture = architecture;
        this.steps = steps;
        this.rows = rows;
        gradient = Matrix.zeros(1, architecture.layout().size());
        input = Matrix.zeros(steps * rows, architecture.inputs());
        Matrix below = input;
        for (int number = 1; number <= architecture.layers(); number++) {
            Layer layer = new Layer(architecture, number, steps, rows, weights, gradient, below);
            cells.add(architecture.cell().make(layer));
            below = cells.get(number - 1).output();
            dOutputs.add(Matrix.zeros(layer.isLast() ? rows : steps * rows, architecture.units()));
        }
        for (int k = 1; k < cells.size(); k++) {
            inputGradients.add(cells.get(k).inputGradient(dOutputs.get(k - 1)));
        }
        Matrix last = below.rows((steps - 1) * rows, rows);
        dense = new Dense(architecture, weights, gradient, last, dOutputs.get(cells.size() - 1));
    }

    /**
     * The predictions for a slice.
     *
     * @param windows [T, B, F], time-major
     * @param predictions [B, O], modified
     * @param random draws the dropout of a training pass; null when predicting
     */
    void forward(float[] windows, float[] predictions, Generator random) {
        input.write(0, windows, 0, steps * rows * architecture.inputs());
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
        for (int k = cells.size() - 1; k >= 0; k--) {
            cells.get(k).backward(dOutputs.get(k));
            if (k > 0) {
                inputGradients.get(k - 1).set();
            }
        }
        return gradient;
    }

    /** d loss / d windows [T, B, F], after {@link #backward}. */
    float[] inputGradient() {
        Matrix dInput = Matrix.zeros(steps * rows, architecture.inputs());
        cells.get(0).inputGradient(dInput).set();
        return dInput.toArray();
    }

    /** The cells, from the input on. */
    List<Cell> cells() {
        return cells;
    }
}
