package lstm.model;

import java.util.List;
import lstm.network.Architecture;
import lstm.network.Ensemble;
import lstm.network.Segments;
import lstm.prepare.Preparation;
import lstm.prepare.ScalingMethod;
import lstm.train.Recipe;

/** Whether the parts of a model agree; throws {@link IllegalArgumentException} where they do not. */
final class ModelChecks {
    /** Stamps lie within a million years of 1970, so that a calendar can step on from any of them. */
    private static final long MOST_STAMP = 31_556_952_000_000L;

    private ModelChecks() {}

    /** A finished model knows its weights, for all targets; one with quantiles has no others to combine them with. */
    static void checkCombination(Combination parts, TrainingHistory training, Recipe recipe, int targets) {
        boolean knows = parts.isLearned() && parts.weights().length == targets;
        boolean ended = training.isFinished() && !isDiverged(training);
        if (parts.base().isPresent() != parts.members().contains(Method.BASE)) {
            throw new IllegalArgumentException("a combination of " + parts.members() + " with base " + parts.base());
        }
        if (recipe.loss().width() > 1 || parts.isLearned() && !knows || ended != parts.isLearned()) {
            throw new IllegalArgumentException("a combination of " + parts.members() + " for " + targets + " targets");
        }
    }

    /** Each member has been fitted. */
    static void checkMembers(Combination parts, FittedBaselines fitted) {
        boolean smooths = fitted.smoothing().isPresent();
        boolean demand = smooths && fitted.smoothing().get().demand().isPresent();
        for (Method member : parts.members()) {
            boolean known =
                    switch (member) {
                        case TSB -> demand;
                        case EXPONENTIAL_SMOOTHING, THETA -> smooths;
                        case BASE -> fitted.base().isPresent() || !parts.uses(Method.BASE);
                        default -> true;
                    };
            if (!known || member == Method.SEASONAL_NAIVE && fitted.season() == 1) {
                throw new IllegalArgumentException("a combination with " + member + ", which is not fitted");
            }
        }
    }

    static void checkLoss(Preparation preparation, Recipe recipe) {
        if (recipe.loss().isInSeriesUnits() && preparation.plan().scaling() != ScalingMethod.WINDOW) {
            throw new IllegalArgumentException("loss " + recipe.loss() + " with scaler "
                    + preparation.plan().scaling());
        }
    }

    static void checkSegments(Architecture architecture, Preparation preparation, Recipe recipe) {
        int length = architecture.segments().map(Segments::length).orElse(0);
        if (!architecture.segments().equals(Settings.segments(length, preparation.plan(), recipe.loss()))
                || length > 0 && preparation.lookback() % length != 0) {
            throw new IllegalArgumentException(
                    architecture.segments() + " for windows of " + preparation.lookback() + " rows");
        }
    }

    /** All keep the same rows before the context, no more than one of them uses. */
    static void checkBaselines(List<FittedBaselines> each, int season, int context) {
        int reach = each.stream().mapToInt(FittedBaselines::reach).reduce(season, Math::max);
        for (FittedBaselines fitted : each) {
            int recent = fitted.recent().length;
            if (fitted.season() != season
                    || recent != each.get(0).recent().length
                    || recent > Math.max(0, reach - context)) {
                throw new IllegalArgumentException("baselines that reach " + recent + " rows before the context");
            }
        }
    }

    static void checkStamps(long first, long last) {
        if (first < -MOST_STAMP || last > MOST_STAMP) {
            throw new IllegalArgumentException("stamps more than a million years from 1970");
        }
    }

    /** Networks have weights for the architecture, and their trainings have ended, diverged or go on together. */
    static void checkNetworks(
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
            if (training.isFinished() != first.isFinished() || isDiverged(training) != isDiverged(first)) {
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

    private static boolean isDiverged(TrainingHistory training) {
        return training.status() == TrainingHistory.Status.DIVERGED;
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
