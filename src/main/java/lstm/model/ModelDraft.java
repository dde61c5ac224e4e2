package lstm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.model.TrainingHistory.Status;
import lstm.network.Architecture;
import lstm.network.Network;
import lstm.prepare.Panel;
import lstm.prepare.Preparation;
import lstm.prepare.TrainingSet;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.train.Recipe;
import lstm.train.TrainingState;

/** What is settled about a model before its training starts; the parts are those of {@link Model}. */
public record ModelDraft(
        Architecture architecture,
        double validation,
        Recipe recipe,
        ReadOptions reading,
        StampKind stamps,
        DataFingerprint data,
        Preparation preparation,
        Calendar calendar,
        HistoryTail context,
        List<FittedBaselines> baselines) {
    /**
     * The draft of a model for a series.
     *
     * @param asked what the user said of the file; the names of target and date column are filled in
     */
    public static ModelDraft of(
            Series series,
            ReadOptions asked,
            TrainingSet set,
            List<FittedBaselines> baselines,
            Architecture architecture,
            double validation,
            Recipe recipe) {
        Series tail = series.tail(set.preparation().reach());
        ReadOptions reading = asked.withTarget(series.target());
        return new ModelDraft(
                architecture,
                validation,
                recipe,
                series.dateColumn().map(reading::withDate).orElse(reading),
                series.kind(),
                DataFingerprint.of(series, set.split().trainRows()),
                set.preparation(),
                Calendar.infer(series),
                new HistoryTail(tail.stamps(), tail.values()),
                baselines);
    }

    /**
     * The draft of a model for several series of the same columns.
     *
     * @param each two at least
     * @param asked as above
     * @param panel of these series
     */
    public static ModelDraft of(
            List<Series> each,
            ReadOptions asked,
            Panel panel,
            Architecture architecture,
            double validation,
            Recipe recipe) {
        List<DataFingerprint> seen = new ArrayList<>();
        for (int k = 0; k < each.size(); k++) {
            seen.add(
                    DataFingerprint.of(each.get(k), panel.parts().get(k).split().trainRows()));
        }
        Series first = each.get(0);
        ReadOptions reading = asked.withTarget(first.target());
        return new ModelDraft(
                architecture,
                validation,
                recipe,
                first.dateColumn().map(reading::withDate).orElse(reading),
                first.kind(),
                DataFingerprint.of(seen),
                panel.preparation(),
                Calendar.infer(first),
                new HistoryTail(new long[0], new double[first.columns().size()][0]),
                List.of());
    }

    /** The same with another calendar. */
    public ModelDraft withCalendar(Calendar other) {
        return new ModelDraft(
                architecture, validation, recipe, reading, stamps, data, preparation, other, context, baselines);
    }

    /** T, rows in a window. */
    public int lookback() {
        return preparation.lookback();
    }

    /**
     * The state before the first step: weights drawn by the seed, with a head that begins at the naive forecast where
     * the transform has one.
     */
    public TrainingState start() {
        float[] drawn = Network.initialWeights(architecture, recipe.seed());
        float[] weights = preparation
                .standstill()
                .map(outputs -> Network.withHeadBias(drawn, architecture, outputs))
                .orElse(drawn);
        return TrainingState.start(weights, recipe.optimizer());
    }

    /** The model as it stands while training goes on: the best weights so far, and what to go on from. */
    public Model unfinished(TrainingState state) {
        return model(state, Status.UNFINISHED, List.of(), Optional.empty(), Optional.of(ResumeState.of(state)));
    }

    /** The model when training has ended. */
    public Model finished(TrainingState state, Status status, List<Score> scores, Optional<Calibration> calibration) {
        return model(state, status, scores, calibration, Optional.empty());
    }

    private Model model(
            TrainingState state,
            Status status,
            List<Score> scores,
            Optional<Calibration> calibration,
            Optional<ResumeState> resume) {
        return new Model(
                architecture,
                validation,
                recipe,
                reading,
                stamps,
                data,
                preparation,
                calendar,
                context,
                baselines,
                new TrainingHistory(state.history(), state.bestEpoch(), status),
                scores,
                calibration,
                state.bestEpoch() == 0 ? state.weights() : state.best(),
                resume);
    }
}
