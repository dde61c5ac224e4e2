package lstm.train;

import java.util.Arrays;
import java.util.OptionalDouble;
import lstm.network.Network;
import lstm.prepare.Samples;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * Trains a network: each epoch takes all training windows once, in a random order, in batches (the last may be
 * smaller), then judges the weights on the held-out windows and keeps the best. With nothing held out the last weights
 * are kept.
 */
public final class Trainer {
    /** Told how training goes; it may read the state but not change it. */
    public interface Listener {
        /** After each step; true stops training here, to be resumed later. */
        boolean afterStep(TrainingState state, int batches);

        /** After each epoch; {@code improved} says whether its weights are the best so far. */
        void afterEpoch(TrainingState state, boolean improved);
    }

    /** Why training ended. */
    public enum End {
        /** All epochs are done. */
        FINISHED,
        /** The patience ran out. */
        STOPPED_EARLY,
        /** The listener asked for it. */
        INTERRUPTED
    }

    private final Network network;
    private final Samples samples;
    private final Samples held;
    private final Recipe recipe;
    private final int[] order;
    /** Windows of an epoch, the first ones of the order. */
    private final int windows;

    private final int[] heldOrder;
    private final float[] gradient;
    private final int outputs;
    private final int truths;

    /**
     * A trainer of a network.
     *
     * @param samples to learn from, at least one
     * @param held held out for judging; may be none
     */
    public Trainer(Network network, Samples samples, Samples held, Recipe recipe) {
        this.network = network;
        this.samples = samples;
        this.held = held;
        this.recipe = recipe;
        order = new int[samples.count()];
        windows = recipe.windows() == 0 ? order.length : Math.min(order.length, recipe.windows());
        heldOrder = new int[held.count()];
        Arrays.setAll(heldOrder, k -> k);
        outputs = network.architecture().outputs();
        truths = outputs / recipe.loss().width();
        gradient = new float[network.architecture().layout().size()];
    }

    /**
     * Trains on from a state until it ends. Modifies the state and the network's weights.
     *
     * @throws DivergedException when a loss, the gradient or a weight is not finite; the best weights stay
     */
    public End run(TrainingState state, Listener listener) throws DivergedException {
        int batches = (windows - 1) / recipe.batch() + 1;
        while (state.history.size() < recipe.epochs()) {
            if (patienceIsOut(state)) {
                return End.STOPPED_EARLY;
            }
            shuffle(state);
            double rate = recipe.rate() * recipe.schedule().factor(recipe.epochs(), state.history);
            while (state.batch < batches) {
                step(state, rate);
                if (listener.afterStep(state, batches)) {
                    return End.INTERRUPTED;
                }
            }
            listener.afterEpoch(state, endEpoch(state, rate));
        }
        return End.FINISHED;
    }

    private boolean patienceIsOut(TrainingState state) {
        return recipe.patience() > 0 && state.history.size() - state.bestEpoch >= recipe.patience();
    }

    private void shuffle(TrainingState state) {
        Arrays.setAll(order, k -> k);
        SplitMix64.of(recipe.seed(), RandomStream.SHUFFLE, state.history.size()).shuffle(order);
    }

    private void step(TrainingState state, double rate) throws DivergedException {
        int from = state.batch * recipe.batch();
        int count = Math.min(recipe.batch(), windows - from);
        float[] truth = new float[count * truths];
        samples.targets(order, from, count, truth);
        network.load(state.weights);
        double loss = network.train(
                (first, n, to) -> samples.read(order, from + first, n, to),
                count,
                truth,
                recipe.loss(),
                recipe.seed(),
                new long[] {state.history.size(), state.batch},
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

    private boolean endEpoch(TrainingState state, double rate) throws DivergedException {
        network.load(state.weights);
        OptionalDouble validation = validate();
        double loss = state.lossSum / windows / outputs;
        if (validation.isPresent() && !Double.isFinite(validation.getAsDouble())) {
            throw new DivergedException(state.history.size() + 1, state.batch);
        }
        Epoch epoch = new Epoch(loss, validation, rate);
        boolean improved = held.count() == 0
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

    private OptionalDouble validate() {
        if (heldOrder.length == 0) {
            return OptionalDouble.empty();
        }
        float[] predicted = network.predict((first, n, to) -> held.read(heldOrder, first, n, to), heldOrder.length);
        float[] truth = new float[heldOrder.length * truths];
        held.targets(heldOrder, 0, heldOrder.length, truth);
        return OptionalDouble.of(recipe.loss().sum(predicted, truth, predicted.length) / predicted.length);
    }

    private static boolean isFinite(float[] values) {
        boolean finite = true;
        for (float value : values) {
            finite &= Math.abs(value) <= Float.MAX_VALUE;
        }
        return finite;
    }

    /** The Euclidean norm, summed in four strands: in one each addition would wait for the one before. */
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
