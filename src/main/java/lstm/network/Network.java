package lstm.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;
import lstm.tensor.Workers;

/**
 * A network of recurrent layers with a dense head, working on windows of a fixed number of steps. Work on a batch is
 * cut into slices of at most {@link #SLICE} windows, in a way that depends on the batch only; slices run side by side
 * and their gradients are added in order, so any number of threads gives the same bits. One caller at a time.
 */
public final class Network implements AutoCloseable {
    /** Windows in a slice at most: a classic batch of 32 makes two, and a step's data stay in the first-level cache. */
    public static final int SLICE = 16;

    /** Slices at work at most, so that a batch of any size takes bounded memory. */
    static final int ROUND = 8;

    /** Values of a gradient that are added at once. */
    private static final int PIECE = 2048;

    /** Gives the windows of a slice: {@code count} of them from number {@code from} of the batch on. */
    public interface Windows {
        /** Writes them step by step, [T, F, count]. Modifies {@code to}. */
        void read(int from, int count, float[] to);
    }

    private final Architecture architecture;
    private final int steps;
    private final Workers workers;
    private final Weights weights;
    private final Map<Place, Slice> slices = new HashMap<>();

    /** A network for windows of {@code steps} steps that uses so many threads; {@link #load} gives it weights. */
    public Network(Architecture architecture, int steps, int threads) {
        this.architecture = architecture;
        this.steps = steps;
        this.workers = new Workers(threads);
        this.weights = new Weights(architecture.layout());
    }

    /** First weights for a seed; the same for the same architecture and seed. */
    public static float[] initialWeights(Architecture architecture, long seed) {
        return Initializer.weights(architecture, seed);
    }

    /**
     * The same with another bias of the gates that keep (the forget gate, or the update gate of a GRU), whose sigmoid
     * is the share that a step keeps at first, and its negative for the input gate. A cell without such gates starts as
     * ever.
     */
    public static float[] initialWeights(Architecture architecture, long seed, double keepBias) {
        float[] weights = Initializer.weights(architecture, seed);
        Initializer.keep(weights, architecture, (float) keepBias);
        return weights;
    }

    /**
     * The same weights with these outputs as the bias of the head, so that predictions begin around them.
     *
     * @param outputs O of them; or fewer, each of which stands for as many in a row
     * @return a copy
     */
    public static float[] beginningAt(float[] weights, Architecture architecture, float[] outputs) {
        float[] biased = weights.clone();
        Initializer.headBias(biased, architecture, outputs);
        return biased;
    }

    /** Takes over weights in the order of {@link Architecture#layout()}. */
    public void load(float[] values) {
        weights.load(values);
    }

    /** What the network is made of. */
    public Architecture architecture() {
        return architecture;
    }

    /** T, the steps of a window. */
    public int steps() {
        return steps;
    }

    /**
     * The predictions for {@code count} windows.
     *
     * @return [count, O]
     */
    public float[] predict(Windows windows, int count) {
        return forward(windows, count, part -> null);
    }

    /**
     * The predictions for {@code count} windows with dropout as in training: a draw from what the network might say.
     *
     * @param seed with {@code place} and {@code count} it fixes what is dropped
     * @param place where the work stands, two numbers
     * @return [count, O]
     */
    public float[] sample(Windows windows, int count, long seed, long... place) {
        return forward(windows, count, part -> SplitMix64.of(seed, RandomStream.SAMPLE, place[0], place[1], part));
    }

    /** @param dropout of a slice; null for none */
    private float[] forward(Windows windows, int count, IntFunction<SplitMix64> dropout) {
        int outputs = architecture.outputs();
        float[] predictions = new float[count * outputs];
        int parts = parts(count);
        inRounds(parts, count, (slice, part) -> {
            int from = start(part, parts, count);
            slice.forward(windows, from, dropout.apply(part));
            System.arraycopy(slice.predictions, 0, predictions, from * outputs, slice.rows * outputs);
        });
        return predictions;
    }

    /**
     * One training pass over a batch: the losses and the gradient of their mean.
     *
     * @param truth [count, O / width of the loss]
     * @param seed with {@code place} it fixes what dropout drops
     * @param place where training stands: epoch, batch
     * @param gradient [P], modified
     * @return the sum of the losses of count * O predictions
     */
    public double train(
            Windows windows, int count, float[] truth, Loss loss, long seed, long[] place, float[] gradient) {
        int outputs = architecture.outputs();
        int truths = outputs / loss.width();
        int parts = parts(count);
        double[] losses = new double[parts];
        inRounds(
                parts,
                count,
                (slice, part) -> {
                    int from = start(part, parts, count);
                    slice.forward(windows, from, SplitMix64.of(seed, RandomStream.DROPOUT, place[0], place[1], part));
                    System.arraycopy(truth, from * truths, slice.truth, 0, slice.rows * truths);
                    losses[part] = slice.backward(loss, count * outputs);
                },
                (slice, part) -> slice.giveGradient(gradient, part > 0));
        return Arrays.stream(losses).sum();
    }

    /** What is done with slice number {@code part} of a batch. */
    private interface Work {
        void on(Slice slice, int part);
    }

    private void inRounds(int parts, int count, Work work) {
        inRounds(parts, count, work, (slice, part) -> {});
    }

    /** Rounds bound the memory: a batch of any size needs no more than {@link #ROUND} slices at once. */
    private void inRounds(int parts, int count, Work work, Work inOrder) {
        for (int first = 0; first < parts; first += ROUND) {
            int begin = first;
            int size = Math.min(ROUND, parts - first);
            Slice[] round = new Slice[size];
            for (int k = 0; k < size; k++) {
                int rows = start(begin + k + 1, parts, count) - start(begin + k, parts, count);
                round[k] = slices.computeIfAbsent(new Place(k, rows), place -> new Slice(rows));
            }
            workers.run(size, k -> work.on(round[k], begin + k));
            for (int k = 0; k < size; k++) {
                inOrder.on(round[k], begin + k);
            }
        }
    }

    private record Place(int inRound, int rows) {}

    private static int parts(int count) {
        return (count + SLICE - 1) / SLICE;
    }

    private static int start(int part, int parts, int count) {
        return (int) ((long) count * part / parts);
    }

    @Override
    public void close() {
        workers.close();
    }

    /** One slice's pass and its buffers. */
    private final class Slice {
        final int rows;
        final SlicePass pass;
        final float[] windows;
        final float[] predictions;
        final float[] truth;
        final float[] dPredictions;
        final float[] piece = new float[PIECE];
        Matrix dWeights;

        Slice(int rows) {
            this.rows = rows;
            pass = new SlicePass(architecture, steps, rows, weights);
            windows = new float[steps * rows * architecture.inputs()];
            predictions = new float[rows * architecture.outputs()];
            truth = new float[predictions.length];
            dPredictions = new float[predictions.length];
        }

        void forward(Windows source, int from, SplitMix64 dropout) {
            source.read(from, rows, windows);
            pass.forward(windows, predictions, dropout);
        }

        double backward(Loss loss, int values) {
            loss.gradient(predictions, truth, dPredictions, predictions.length, values);
            dWeights = pass.backward(dPredictions);
            return loss.sum(predictions, truth, predictions.length);
        }

        /** Sets or adds, piece by piece: the whole gradient would push other data out of the cache. */
        void giveGradient(float[] sum, boolean add) {
            if (!add) {
                dWeights.read(0, sum, 0, sum.length);
                return;
            }
            for (int from = 0; from < sum.length; from += PIECE) {
                int n = Math.min(PIECE, sum.length - from);
                dWeights.read(from, piece, 0, n);
                for (int k = 0; k < n; k++) {
                    sum[from + k] += piece[k];
                }
            }
        }
    }
}
