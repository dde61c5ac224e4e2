package lstm.network;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;
import lstm.tensor.Workspace;

/**
 * Takes one slice of B windows through the network, forward and, when training, backward. All memory is laid out once;
 * one thread at a time.
 */
final class SlicePass {
    private final Matrix gradient;
    private final Dense dense;
    private final ArrayDeque<Cell> cells = new ArrayDeque<>();
    private final StaticEncoder statics;
    private final float[] dStatic;
    private final Optional<SegmentEncoder> encoder;
    private final Optional<SegmentDecoder> decoder;

    /**
     * Lays out a pass over slices of {@code rows} windows of {@code window} rows.
     *
     * @param weights shared with other passes and only read here
     * @param workspace the owner of the pass's memory
     */
    SlicePass(Architecture architecture, int window, int rows, Weights weights, Workspace workspace) {
        gradient = Matrix.zeros(workspace, 1, architecture.layout().size());
        PassContext pass = new PassContext(architecture, window, rows, weights, gradient, workspace);
        statics = new StaticEncoder(pass);
        dStatic = new float[architecture.statics().width() * rows];
        dense = new Dense(pass);
        LayerContext.Above above = dense.asAbove();
        for (int number = architecture.layers(); number >= 1; number--) {
            Cell cell = architecture.cell().make(new LayerContext(pass, number, above));
            cells.addFirst(cell);
            above = cell.asAbove();
        }
        LayerContext.Above first = above;
        encoder = architecture.segments().map(segments -> new SegmentEncoder(pass, first));
        decoder = architecture.segments().map(segments -> new SegmentDecoder(pass, first));
    }

    /**
     * Computes the predictions for a slice, and saves what {@link #backward} needs.
     *
     * @param windows [T*F + S, B]
     * @param predictions [B, O], modified
     * @param random draws the dropout; null for none
     */
    void forward(float[] windows, float[] predictions, SplitMix64 random) {
        forward(windows, predictions, random, true);
    }

    /** The same predictions faster, if {@link #backward} does not follow. */
    void predict(float[] windows, float[] predictions, SplitMix64 random) {
        forward(windows, predictions, random, false);
    }

    private void forward(float[] windows, float[] predictions, SplitMix64 random, boolean saveAll) {
        float[] encoded = statics.forward(windows);
        if (encoder.isPresent()) {
            encoder.get().forward(windows, encoded);
            decoder.orElseThrow().forward(windows, encoded);
        } else {
            cells.getFirst().feed(statics.perStep(windows));
        }
        for (Cell cell : cells) {
            cell.forward(random, saveAll);
        }
        dense.forward(predictions);
    }

    /**
     * Computes the gradient of every parameter, after {@link #forward}.
     *
     * @param dPredictions d loss / d predictions [B, O]
     * @return the flat gradient [1, P], valid until the next call
     */
    Matrix backward(float[] dPredictions) {
        dense.backward(dPredictions);
        cells.descendingIterator().forEachRemaining(Cell::backward);
        encoder.ifPresent(SegmentEncoder::backward);
        decoder.ifPresent(SegmentDecoder::backward);
        if (dStatic.length > 0) {
            if (encoder.isPresent()) {
                encoder.get().staticGradient(dStatic);
                decoder.orElseThrow().addStaticGradient(dStatic);
            } else {
                statics.split(cells.getFirst().inputGradient(), dStatic);
            }
            statics.backward(dStatic);
        }
        return gradient;
    }

    /** d loss / d windows with the static values behind them, [T*F + S, B], after {@link #backward}. */
    float[] inputGradient() {
        float[] dWindows;
        if (encoder.isEmpty()) {
            dWindows = statics.split(cells.getFirst().inputGradient(), dStatic);
        } else {
            dWindows = encoder.get().inputGradient();
            decoder.orElseThrow().addInputGradient(dWindows);
        }
        return statics.withStatic(dWindows, dStatic);
    }

    /** The cells, from the input up. */
    List<Cell> cells() {
        return List.copyOf(cells);
    }
}
