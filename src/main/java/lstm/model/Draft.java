package lstm.model;

import java.util.List;
import java.util.Optional;
import lstm.model.Training.Status;
import lstm.network.Architecture;
import lstm.prepare.MinMax;
import lstm.prepare.TrainingSet;
import lstm.series.Calendar;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.train.Recipe;
import lstm.train.TrainingState;

/** What is settled about a model before its training starts; the parts are those of {@link Model}. */
public record Draft(
        Architecture architecture,
        int lookback,
        double validation,
        Recipe recipe,
        ReadOptions reading,
        StampKind stamps,
        DataSeen data,
        List<MinMax> scalers,
        Calendar calendar,
        Context context) {
    /**
     * The draft of a model for a series.
     *
     * @param asked what the user said of the file; the names of target and date column are filled in
     */
    public static Draft of(
            Series series,
            ReadOptions asked,
            TrainingSet set,
            Architecture architecture,
            double validation,
            Recipe recipe) {
        int lookback = set.learn().lookback();
        Series tail = series.tail(lookback);
        ReadOptions reading = asked.withTarget(series.target());
        return new Draft(
                architecture,
                lookback,
                validation,
                recipe,
                series.dateColumn().map(reading::withDate).orElse(reading),
                series.kind(),
                DataSeen.of(series, set.split().trainRows()),
                set.scalers(),
                Calendar.infer(series),
                new Context(tail.stamps(), tail.values()));
    }

    /** The model as it stands while training goes on: the best weights so far, and what to go on from. */
    public Model unfinished(TrainingState state) {
        return model(state, Status.UNFINISHED, Optional.empty(), Optional.of(Resume.of(state)));
    }

    /** The model when training has ended. */
    public Model finished(TrainingState state, Status status, Optional<Score> score) {
        return model(state, status, score, Optional.empty());
    }

    private Model model(TrainingState state, Status status, Optional<Score> score, Optional<Resume> resume) {
        return new Model(
                architecture,
                lookback,
                validation,
                recipe,
                reading,
                stamps,
                data,
                scalers,
                calendar,
                context,
                new Training(state.history(), state.bestEpoch(), status),
                score,
                state.bestEpoch() == 0 ? state.weights() : state.best(),
                resume);
    }
}
