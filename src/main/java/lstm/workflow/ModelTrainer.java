package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.HeldOut;
import lstm.forecast.Forecaster;
import lstm.model.Calibration;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.model.Settings;
import lstm.model.TrainingHistory.Status;
import lstm.network.Network;
import lstm.prepare.TrainingSet;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Trains a model in memory: the same training as that of {@code lstm train}, with nothing written. */
public final class ModelTrainer {
    private ModelTrainer() {}

    /**
     * A model of all rows of a series. It knows intervals but no score.
     *
     * @param reading how the series was read
     * @param listener told how training goes
     * @return empty if the listener stopped it
     * @throws DivergedException when a loss, the gradient or a weight is not finite
     * @throws IllegalArgumentException if the series is too short for the settings, or the network too large
     */
    public static Optional<Model> fit(
            Series series, ReadOptions reading, Settings settings, int threads, Trainer.Listener listener)
            throws DivergedException {
        TrainingSet set = settings.trainingSet(series);
        ModelDraft draft = ModelDraft.of(
                series,
                reading,
                set,
                BaselineFit.of(series, set),
                settings.architecture(series.columns().size()),
                settings.validation(),
                settings.recipe());
        TrainingState state = draft.start();
        try (Network network = new Network(draft.architecture(), draft.lookback(), threads)) {
            Trainer.End end = new Trainer(network, set.learn(), set.held(), draft.recipe()).run(state, listener);
            if (end == Trainer.End.INTERRUPTED) {
                return Optional.empty();
            }
            Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
            Forecaster forecaster = Forecaster.on(network, state.best(), draft.preparation());
            Optional<Calibration> calibration = new HeldOut(set, series, draft.calendar()).calibration(forecaster);
            return Optional.of(draft.finished(state, status, List.of(), calibration));
        }
    }
}
