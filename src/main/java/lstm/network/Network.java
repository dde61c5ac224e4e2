package lstm.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.tensor.Workers;
import lstm.tensor.Workspace;

/**
 * A network of recurrent layers with a dense head, for windows of a fixed number of steps. A batch is cut into slices
 * of at most 16 windows, or 32 if there are many, in a way that depends on the batch only; slices run in parallel and
 * their gradients are added in order, so any number of threads gives the same bits. One caller at a time.
 *
 * <p>The network owns its off-heap memory and its threads until {@link #close}; after that its methods throw
 * {@link IllegalStateException}.
 */
public final class Network implements Predictor, AutoCloseable {
    /**
     * Windows in a slice at most: a classic batch of 32 makes two, and the data of a step fit the first-level cache.
     */
    public static final int SLICE = 16;

    /** Windows in a slice of a batch with enough of them to keep a round busy: wider products are faster. */
    static final int WIDE_SLICE = 32;

    /** Slices at work at the same time at most, which bounds the memory for a batch of any size. */
    static final int ROUND = 8;

    /** The source of a batch's windows. */
    public interface WindowReader {
        /**
         * Copies windows from .. from+count-1 of the batch, step by step, and behind them the values of
         * {@link StaticInputs}: [T*F + S, count]. Modifies {@code to}. Called on several threads.
         */
        void read(int from, int count, float[] to);
    }

    private final Architecture architecture;
    private final int steps;
    private final Workers workers;
    private final Workspace workspace;
    private final Weights weights;
    private final Map<Place, Slice> slices = new HashMap<>();

    /**
     * Creates a network whose weights are all zero; see {@link #load}.
     *
     * @param steps T, of a window
     * @param threads to work on, including the caller's
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public Network(Architecture architecture, int steps, int threads) {
        this.architecture = architecture;
        this.steps = steps;
        workers = new Workers(threads);
        workspace = new Workspace();
        try {
            weights = new Weights(architecture.layout(), workspace);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** Draws initial weights; the same for the same architecture and seed. */
    public static float[] initialWeights(Architecture architecture, long seed) {
        return Initializer.weights(architecture, seed);
    }

    /**
     * Draws initial weights with another bias for the gate that retains (forget gate, or update gate of a GRU): its
     * sigmoid is the share that a step keeps at first. The input gate gets the negative. For a cell without such gates
     * this changes nothing.
     */
    public static float[] initialWeights(Architecture architecture, long seed, double retentionBias) {
        float[] weights = Initializer.weights(architecture, seed);
        Initializer.setRetentionBias(weights, architecture, (float) retentionBias);
        return weights;
    }

    /**
     * Returns a copy of the weights with these outputs as the bias of the head, so that predictions start near them.
     *
     * @param outputs O values; or a divisor of O, each value then standing for as many adjacent outputs
     */
    public static float[] withHeadBias(float[] weights, Architecture architecture, float[] outputs) {
        float[] biased = weights.clone();
        Initializer.setHeadBias(biased, architecture, outputs);
        return biased;
    }

    /**
     * Takes over weights in the order of {@link Architecture#layout()}.
     *
     * @throws IllegalStateException if the network is closed
     */
    public void load(float[] values) {
        weights.load(values);
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    /** T, the steps of a window. */
    public int steps() {
        return steps;
    }

    @Override
    public float[] predict(WindowReader windows, int count) {
        return predict(windows, count, part -> null);
    }

    @Override
    public float[] sample(WindowReader windows, int count, DropoutKey dropout) {
        return predict(windows, count, part -> dropout.generator(RandomStream.SAMPLE, part));
    }

    /** Predicts; {@code dropout} gives the generator of a slice, or null for none. */
    private float[] predict(WindowReader windows, int count, IntFunction<SplitMix64> dropout) {
        int outputs = architecture.outputs();
        float[] predictions = new float[count * outputs];
        int parts = parts(count);
        inRounds(parts, count, (slice, part) -> {
            int from = start(part, parts, count);
            slice.predict(windows, from, dropout.apply(part));
            System.arraycopy(slice.predictions, 0, predictions, from * outputs, slice.rows * outputs);
        });
        return predictions;
    }

    /** The same of values whose errors count as they are. */
    public double train(
            WindowReader windows, int count, float[] targets, Loss loss, DropoutKey dropout, float[] gradient) {
        return train(windows, count, Truth.of(targets), loss, dropout, gradient);
    }

    /**
     * Runs a batch forward and backward: the losses and the gradient of their mean.
     *
     * @param dropout with {@code count} it determines what is dropped
     * @param gradient [P], modified
     * @return the sum of the losses of count * O predictions, each as often as its window counts
     * @throws IllegalStateException if the network is closed
     */
    public double train(WindowReader windows, int count, Truth truth, Loss loss, DropoutKey dropout, float[] gradient) {
        int outputs = architecture.outputs();
        int targetsPerWindow = outputs / loss.width();
        int parts = parts(count);
        double[] losses = new double[parts];
        inRounds(
                parts,
                count,
                (slice, part) -> {
                    int from = start(part, parts, count);
                    slice.forward(windows, from, dropout.generator(RandomStream.DROPOUT, part));
                    slice.expect(truth.part(from, slice.rows, targetsPerWindow));
                    losses[part] = slice.backward(loss, count * outputs);
                },
                (slice, part) -> {
                    if (part == 0) {
                        slice.copyGradient(gradient);
                    } else {
                        slice.addGradient(gradient);
                    }
                });
        return Arrays.stream(losses).sum();
    }

    /** What is done with slice number {@code part} of a batch. */
    private interface Work {
        void on(Slice slice, int part);
    }

    private void inRounds(int parts, int count, Work work) {
        inRounds(parts, count, work, (slice, part) -> {});
    }

    /** Runs {@code work} on the slices of a round in parallel, then {@code inOrder} on one after the other. */
    private void inRounds(int parts, int count, Work work, Work inOrder) {
        workspace.requireOpen();
        for (int first = 0; first < parts; first += ROUND) {
            int begin = first;
            int size = Math.min(ROUND, parts - first);
            Slice[] round = new Slice[size];
            for (int k = 0; k < size; k++) {
                int rows = start(begin + k + 1, parts, count) - start(begin + k, parts, count);
                round[k] = slices.computeIfAbsent(new Place(k, rows), place -> slice(rows));
            }
            workers.run(size, k -> work.on(round[k], begin + k));
            for (int k = 0; k < size; k++) {
                inOrder.on(round[k], begin + k);
            }
        }
    }

    private Slice slice(int rows) {
        return new Slice(new SlicePass(architecture, steps, rows, weights, workspace), architecture, steps, rows);
    }

    private record Place(int inRound, int rows) {}

    /** The number of slices of a batch. */
    static int parts(int count) {
        int most = count >= WIDE_SLICE * ROUND ? WIDE_SLICE : SLICE;
        return (int) ((count + most - 1L) / most);
    }

    private static int start(int part, int parts, int count) {
        return (int) ((long) count * part / parts);
    }

    /** Stops the threads and frees the memory; does nothing the second time. */
    @Override
    public void close() {
        workers.close();
        slices.clear();
        workspace.close();
    }
}
