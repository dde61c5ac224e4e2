package lstm.model;

import java.util.List;
import lstm.network.Architecture;
import lstm.network.Ensemble;
import lstm.train.Recipe;

/**
 * Whether the networks of a model agree with each other and with their recipe; throws {@link IllegalArgumentException}
 * where they do not.
 */
final class NetworkChecks {
    private NetworkChecks() {}

    /** Networks have weights for the architecture, and their trainings have ended, diverged or go on together. */
    static void check(
            List<TrainedNetwork> networks, Architecture architecture, Recipe recipe, int trainRows, boolean trains) {
        if (networks.isEmpty() || networks.size() > (trains ? Ensemble.MOST : 1)) {
            throw new IllegalArgumentException(networks.size() + " networks");
        }
        TrainingHistory first = networks.get(0).training();
        for (TrainedNetwork network : networks) {
            TrainingHistory training = network.training();
            if (network.weights().length != architecture.layout().size()) {
                throw new IllegalArgumentException(network.weights().length + " weights");
            }
            if (training.isFinished() != first.isFinished() || training.isDiverged() != first.isDiverged()) {
                throw new IllegalArgumentException(
                        "one network is " + first.status() + " and another " + training.status());
            }
            int epochs = training.history().size();
            if (trains && training.isFinished() && epochs == 0 || epochs > recipe.epochs()) {
                throw new IllegalArgumentException(
                        training.status() + " after " + epochs + " epochs of " + recipe.epochs());
            }
            if (network.resume().isPresent()) {
                checkResume(network, recipe, trainRows);
            }
        }
    }

    private static void checkResume(TrainedNetwork network, Recipe recipe, int trainRows) {
        ResumeState resume = network.resume().orElseThrow();
        if (resume.weights().length != network.weights().length
                || resume.slots().size() != recipe.optimizer().slots()) {
            throw new IllegalArgumentException(
                    resume.slots().size() + " slots of " + resume.weights().length + " values to resume from");
        }
        // There are fewer windows than rows.
        long most = ((long) trainRows + recipe.batch() - 1) / recipe.batch();
        int epochs = network.training().history().size();
        long before = resume.step() - resume.batch();
        long batches = epochs == 0 ? most : before / epochs;
        if (batches < 1 || batches > most || resume.batch() > batches || before != epochs * batches) {
            throw new IllegalArgumentException(
                    "step " + resume.step() + " is not batch " + resume.batch() + " after " + epochs + " epochs");
        }
    }
}
