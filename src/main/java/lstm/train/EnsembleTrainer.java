package lstm.train;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.network.Ensemble;
import lstm.prepare.Samples;

/**
 * Trains the networks of an ensemble, each as a {@link Trainer} would train it alone, with the seed of
 * {@link Recipe#ofNetwork}. They take their steps side by side, and each waits for the others after its step: the
 * listener is called in between, when nothing changes. A network that has stopped early waits for the rest.
 */
public final class EnsembleTrainer {
    private final Ensemble networks;
    private final List<Trainer> trainers;

    /**
     * Prepares a training.
     *
     * @param networks to train; the caller closes them
     * @param samples to learn from, at least one
     * @param validation held out for the selection of the best epochs; may be empty
     * @param recipe of the ensemble
     */
    public EnsembleTrainer(Ensemble networks, Samples samples, Samples validation, Recipe recipe) {
        this.networks = networks;
        trainers = IntStream.range(0, networks.networks().size())
                .mapToObj(k -> new Trainer(networks.networks().get(k), samples, validation, recipe.ofNetwork(k)))
                .toList();
    }

    /** A step, or the end of an epoch, of the network with a number. */
    private interface Work {
        void of(int number) throws DivergedException;
    }

    /**
     * Trains from the states of the networks on until each has ended. Modifies the states and the networks' weights.
     * The listener gets the state of the first network that is still being trained.
     *
     * @return {@link Trainer.End#STOPPED_EARLY} if all networks did
     * @throws DivergedException if a network diverges; each state keeps its best weights
     */
    public Trainer.End run(List<TrainingState> states, Trainer.Listener listener) throws DivergedException {
        for (int[] active = active(states); active.length > 0; active = active(states)) {
            int[] stepping = active(active, states, false);
            each(stepping, k -> trainers.get(k).step(states.get(k)));
            if (stepping.length > 0
                    && listener.afterStep(states.get(active[0]), trainers.get(0).batches())) {
                return Trainer.End.INTERRUPTED;
            }
            int[] ending = active(active, states, true);
            boolean[] improved = new boolean[trainers.size()];
            each(ending, k -> improved[k] = trainers.get(k).endEpoch(states.get(k)));
            if (ending.length > 0) {
                listener.afterEpoch(states.get(ending[0]), IntStream.of(ending).anyMatch(k -> improved[k]));
            }
        }
        return end(states);
    }

    private Trainer.End end(List<TrainingState> states) {
        return IntStream.range(0, trainers.size())
                        .mapToObj(k -> trainers.get(k).end(states.get(k)))
                        .allMatch(Optional.of(Trainer.End.STOPPED_EARLY)::equals)
                ? Trainer.End.STOPPED_EARLY
                : Trainer.End.FINISHED;
    }

    private int[] active(List<TrainingState> states) {
        return IntStream.range(0, trainers.size())
                .filter(k -> trainers.get(k).end(states.get(k)).isEmpty())
                .toArray();
    }

    private int[] active(int[] numbers, List<TrainingState> states, boolean done) {
        return IntStream.of(numbers)
                .filter(k -> trainers.get(k).isEpochDone(states.get(k)) == done)
                .toArray();
    }

    private void each(int[] numbers, Work work) throws DivergedException {
        DivergedException[] failures = new DivergedException[trainers.size()];
        networks.each(numbers, k -> {
            try {
                work.of(k);
            } catch (DivergedException e) {
                failures[k] = e;
            }
        });
        Optional<DivergedException> first =
                Arrays.stream(failures).filter(Objects::nonNull).findFirst();
        if (first.isPresent()) {
            throw first.get();
        }
    }
}
