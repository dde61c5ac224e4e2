package lstm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
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

/** The parts of a {@link Model} that are known before its training starts. */
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
        List<FittedBaselines> baselines,
        Combine combine,
        int networks) {
    /**
     * The draft of a model for a series.
     *
     * @param asked the options given for the file; the names of the target and date columns are filled in
     */
    public static ModelDraft of(
            Series series,
            ReadOptions asked,
            TrainingSet set,
            List<FittedBaselines> baselines,
            Architecture architecture,
            Settings settings) {
        Series tail = series.tail(set.preparation().historyRows());
        return new ModelDraft(
                architecture,
                settings.validation(),
                settings.recipe(),
                remembered(asked, series),
                series.kind(),
                DataFingerprint.of(series, set.split()),
                set.preparation(),
                Calendar.infer(series),
                new HistoryTail(tail.stamps().toArray(), tail.values()),
                baselines,
                settings.combine(),
                settings.ensemble());
    }

    /**
     * The draft of a model for several series of the same columns.
     *
     * @param each at least two
     * @param asked as above
     * @param panel of these series
     */
    public static ModelDraft of(
            List<Series> each, ReadOptions asked, Panel panel, Architecture architecture, Settings settings) {
        List<DataFingerprint> seen = new ArrayList<>();
        for (int k = 0; k < each.size(); k++) {
            seen.add(DataFingerprint.of(each.get(k), panel.parts().get(k).split()));
        }
        Series first = each.get(0);
        return new ModelDraft(
                architecture,
                settings.validation(),
                settings.recipe(),
                remembered(asked, first),
                first.kind(),
                DataFingerprint.of(seen),
                panel.preparation(),
                Calendar.infer(first),
                new HistoryTail(new long[0], new double[first.columns().size()][0]),
                List.of(),
                settings.combine(),
                settings.ensemble());
    }

    /** How a model keeps the way in which its series was read. */
    public static ReadOptions remembered(ReadOptions asked, Series series) {
        ReadOptions reading = asked.withTarget(series.target())
                .withNumbers(asked.numbers().of(series.columns()).remembered());
        return series.dateColumn().map(reading::withDate).orElse(reading);
    }

    /** The same with other words about the data, and another calendar. */
    public ModelDraft with(DataFingerprint otherData, Calendar otherCalendar) {
        return new ModelDraft(
                architecture,
                validation,
                recipe,
                reading,
                stamps,
                otherData,
                preparation,
                otherCalendar,
                context,
                baselines,
                combine,
                networks);
    }

    /** T, rows in a window. */
    public int lookback() {
        return preparation.lookback();
    }

    /**
     * The states before the first step of each network: random weights, with a dense layer that starts at the naive
     * forecast if the transform has one.
     */
    public List<TrainingState> start() {
        return IntStream.range(0, networks)
                .mapToObj(number -> start(recipe.ofNetwork(number).seed()))
                .toList();
    }

    private TrainingState start(long seed) {
        float[] drawn = Network.initialWeights(architecture, seed);
        float[] weights = preparation
                .naiveOutputs()
                .map(outputs -> Network.withHeadBias(drawn, architecture, outputs))
                .orElse(drawn);
        return TrainingState.start(weights, recipe.optimizer());
    }

    /**
     * The model during training: the best weights so far, or before the first epoch is finished the current ones, and
     * the state to resume from.
     */
    public Model unfinished(List<TrainingState> states) {
        return model(states, state -> Status.UNFINISHED, List.of(), Optional.empty(), Optional.empty());
    }

    /** The model when training has diverged, with the best weights from before. */
    public Model diverged(List<TrainingState> states) {
        return model(states, state -> Status.DIVERGED, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * The model when training has ended.
     *
     * @param parts how its forecasts are put together; empty if they are the networks'
     */
    public Model finished(
            List<TrainingState> states,
            List<Score> scores,
            Optional<Calibration> calibration,
            Optional<Combination> parts) {
        return model(states, this::ended, scores, calibration, parts);
    }

    private Status ended(TrainingState state) {
        boolean all = !combine.trains() || state.history().size() >= recipe.epochs();
        return all ? Status.FINISHED : Status.STOPPED_EARLY;
    }

    private Model model(
            List<TrainingState> states,
            Function<TrainingState, Status> status,
            List<Score> scores,
            Optional<Calibration> calibration,
            Optional<Combination> learned) {
        Optional<Combination> parts =
                learned.isPresent() || !combine.hasMethods() ? learned : Optional.of(Combination.toLearn(combine));
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
                states.stream()
                        .map(state -> TrainedNetwork.of(state, status.apply(state)))
                        .toList(),
                scores,
                calibration,
                parts);
    }
}
