package lstm.workflow;

import java.util.Optional;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.model.Settings;
import lstm.model.TrainingHistory.Status;
import lstm.series.Series;
import lstm.train.Recipe;
import lstm.train.Schedule;
import lstm.workflow.BatchJob.OwnModel;
import lstm.workflow.ModelUpdate.UpdateRun;

/**
 * Decides whether a file of a batch can continue from the model that it has. That takes a finished model whose rows are
 * the first of the file, and settings that would make the same network of the same inputs; how long and how fast it was
 * trained does not matter, since an update has its own length.
 */
final class BatchUpdate {
    private BatchUpdate() {}

    /** The update; empty if the file has to be trained from the beginning. */
    static Optional<UpdateRun> of(ModelTarget target, OwnModel own, Series rows) throws LstmException {
        Optional<Model> model = target.read();
        if (model.isEmpty() || !suits(model.get(), own, rows)) {
            return Optional.empty();
        }
        SettingsRequest request = own.train().settings();
        ModelUpdate update = ModelUpdate.of(model.get(), own.model().toString(), rows)
                .validation(request.validation())
                .threads(1);
        Recipe asked = own.train().settings(rows, model).recipe();
        Set<Setting> given = request.given();
        if (given.contains(Setting.LEARNING_RATE)) {
            update.learningRate(asked.rate());
        }
        if (given.contains(Setting.PATIENCE)) {
            update.patience(asked.patience());
        }
        return Optional.of(update.prepare());
    }

    private static boolean suits(Model model, OwnModel own, Series rows) throws LstmException {
        return model.training().isFinished()
                && model.training().status() != Status.DIVERGED
                && !model.isOfSeveral()
                && model.reading().equals(ModelDraft.remembered(rows.reading(), rows))
                && NewRows.isBeginning(model.data(), rows)
                && network(Settings.of(model)).equals(network(own.train().settings(rows, Optional.of(model))));
    }

    /** The settings without the length and pace of the training. */
    private static Settings network(Settings settings) {
        Recipe plain =
                settings.recipe().withEpochs(1).withRate(1).withPatience(0).withSchedule(Schedule.CONSTANT);
        return settings.withValidation(0).withRecipe(plain);
    }
}
