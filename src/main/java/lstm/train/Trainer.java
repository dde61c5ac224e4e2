package lstm.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.network.DropoutKey;
import lstm.network.Network;
import lstm.network.Truth;
import lstm.prepare.Samples;

/**
 * Trains a network. Each epoch takes all training windows once, or a sample of them, in random order, in batches (the
 * last may be smaller), then computes the validation loss; the weights of the epoch with the lowest are kept. Without
 * validation samples the weights of the last epoch are kept.
 */
public final class Trainer {
    /** Observes a training. It may read the state but not change it. */
    public interface Listener {
        /** Called after each step; returning true interrupts the training, which can be resumed later. */
        boolean afterStep(TrainingState state, int batches);

        /** Called after each epoch; {@code improved} tells whether its weights are the best so far. */
        void afterEpoch(TrainingState state, boolean improved);
    }

    /** Why training ended. */
    public enum End {
        /** All epochs are done. */
        FINISHED,
        /** No epoch improved within the patience. */
        STOPPED_EARLY,
        /** The listener interrupted it. */
        INTERRUPTED
    }

    private final Network network;
    private final Samples samples;
    private final Samples validation;
    private final Recipe recipe;
    private final EpochOrder epochs;
    private int[] order = {};
    private double rate;
    /** The epoch that the order and the rate are of. */
    private int begun = -1;

    private final LossWeights weights;
    private final int[] validationOrder;
    /** What each validation window counts; empty if they count alike. */
    private final float[] validationWeights;

    private final float[] gradient;
    private final int outputs;
    private final int targets;

    /**
     * Prepares a training.
     *
     * @param network to train; the caller closes it
     * @param samples to learn from, at least one
     * @param validation held out for the selection of the best epoch; may be empty
     */
    public Trainer(Network network, Samples samples, Samples validation, Recipe recipe) {
        this.network = network;
        this.samples = samples;
        this.validation = validation;
        this.recipe = recipe;
        epochs = new EpochOrder(samples, recipe);
        weights = new LossWeights(samples, recipe.sampling());
        validationOrder = new int[validation.count()];
        Arrays.setAll(validationOrder, k -> k);
        validationWeights =
                new LossWeights(validation, Sampling.WINDOWS).of(validationOrder, 0, validationOrder.length);
        outputs = network.architecture().outputs();
        targets = outputs / recipe.loss().width();
        gradient = new float[network.architecture().layout().size()];
    }

    /**
     * Trains from a state on until the end. Modifies the state and the weights of the network.
     *
     * @throws DivergedException if a loss, the gradient or a weight is not finite; the state keeps the best weights
     */
    public End run(TrainingState state, Listener listener) throws DivergedException {
        while (end(state).isEmpty()) {
            if (!isEpochDone(state)) {
                step(state);
                if (listener.afterStep(state, batches())) {
                    return End.INTERRUPTED;
                }
            }
            if (isEpochDone(state)) {
                listener.afterEpoch(state, endEpoch(state));
            }
        }
        return end(state).get();
    }

    /** How a training has ended; empty if it goes on. */
    Optional<End> end(TrainingState state) {
        if (state.history.size() >= recipe.epochs()) {
            return Optional.of(End.FINISHED);
        }
        boolean tired = recipe.patience() > 0 && state.history.size() - state.bestEpoch >= recipe.patience();
        return tired ? Optional.of(End.STOPPED_EARLY) : Optional.empty();
    }

    /** Steps in an epoch. */
    int batches() {
        return (epochs.count() - 1) / recipe.batch() + 1;
    }

    /** Whether all steps of the epoch are done, so that it can be ended. */
    boolean isEpochDone(TrainingState state) {
        return state.batch >= batches();
    }

    private void begin(TrainingState state) {
        int epoch = state.history.size();
        if (begun != epoch) {
            order = epochs.draw(epoch);
            rate = recipe.rate() * recipe.schedule().factor(recipe.epochs(), state.history);
            begun = epoch;
        }
    }

    /** Takes the next step of the epoch. */
    void step(TrainingState state) throws DivergedException {
        begin(state);
        int from = state.batch * recipe.batch();
        int count = Math.min(recipe.batch(), epochs.count() - from);
        network.load(state.weights);
        double loss = network.train(
                (first, n, to) -> samples.read(order, from + first, n, to),
                count,
                truth(samples, order, from, count, weights.of(order, from, count)),
                recipe.loss(),
                new DropoutKey(recipe.seed(), state.history.size(), state.batch),
                gradient);
        double norm = norm(gradient);
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new DivergedException(state.history.size() + 1, state.batch + 1);
        }
        clip(norm);
        state.step++;
        recipe.optimizer().step(state.weights, gradient, state.slots, rate, state.step);
        if (!isFinite(state.weights)) {
            throw new DivergedException(state.history.size() + 1, state.batch + 1);
        }
        state.lossSum += loss;
        state.batch++;
    }

    /** Ends the epoch and returns whether its weights are the best so far. */
    boolean endEpoch(TrainingState state) throws DivergedException {
        begin(state);
        network.load(state.weights);
        OptionalDouble validationLoss = validate();
        double loss = state.lossSum / epochs.count() / outputs;
        if (validationLoss.isPresent() && !Double.isFinite(validationLoss.getAsDouble())) {
            throw new DivergedException(state.history.size() + 1, state.batch);
        }
        Epoch epoch = new Epoch(loss, validationLoss, rate);
        boolean improved = validation.count() == 0
                || state.bestEpoch == 0
                || epoch.selectionLoss()
                        < state.history.get(state.bestEpoch - 1).selectionLoss();
        state.history.add(epoch);
        state.batch = 0;
        state.lossSum = 0;
        if (improved) {
            state.bestEpoch = state.history.size();
            System.arraycopy(state.weights, 0, state.best, 0, state.best.length);
        }
        return improved;
    }

    /**
     * Mean loss of other weights on the validation samples, of which there must be some. Loads them into the network.
     */
    double validationLoss(float[] weights) {
        network.load(weights);
        return validate().orElseThrow();
    }

    private OptionalDouble validate() {
        if (validationOrder.length == 0) {
            return OptionalDouble.empty();
        }
        float[] predicted = network.predict(
                (first, n, to) -> validation.read(validationOrder, first, n, to), validationOrder.length);
        Truth truth = truth(validation, validationOrder, 0, validationOrder.length, validationWeights);
        return OptionalDouble.of(truth.sum(recipe.loss(), predicted) / predicted.length);
    }

    private Truth truth(Samples of, int[] numbers, int from, int count, float[] counts) {
        float[] values = new float[count * targets];
        of.targets(numbers, from, count, values);
        if (!recipe.loss().isInSeriesUnits()) {
            return new Truth(values, Optional.empty(), counts);
        }
        float[] units = new float[values.length];
        of.units(numbers, from, count, units);
        return new Truth(values, Optional.of(units), counts);
    }

    private static boolean isFinite(float[] values) {
        boolean finite = true;
        for (float value : values) {
            finite &= Math.abs(value) <= Float.MAX_VALUE;
        }
        return finite;
    }

    /** The Euclidean norm, summed in four strands: in a single one each addition would wait for the one before. */
    private static double norm(float[] gradient) {
        double[] sum = new double[4];
        int whole = gradient.length / 4 * 4;
        for (int k = 0; k < whole; k += 4) {
            sum[0] += (double) gradient[k] * gradient[k];
            sum[1] += (double) gradient[k + 1] * gradient[k + 1];
            sum[2] += (double) gradient[k + 2] * gradient[k + 2];
            sum[3] += (double) gradient[k + 3] * gradient[k + 3];
        }
        for (int k = whole; k < gradient.length; k++) {
            sum[0] += (double) gradient[k] * gradient[k];
        }
        return Math.sqrt((sum[0] + sum[1]) + (sum[2] + sum[3]));
    }

    private void clip(double norm) {
        if (recipe.clipNorm() > 0 && norm > recipe.clipNorm()) {
            float factor = (float) (recipe.clipNorm() / norm);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] *= factor;
            }
        }
    }
}
