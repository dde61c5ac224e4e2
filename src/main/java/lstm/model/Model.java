package lstm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.network.Architecture;
import lstm.prepare.ColdStart;
import lstm.prepare.Preparation;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.series.StaticColumn;
import lstm.train.Recipe;
import lstm.train.TrainingState;

/**
 * The contents of a model file: what is needed to forecast, how the model was trained, and, while its training is
 * unfinished, what is needed to resume it.
 *
 * @param architecture of the network
 * @param validation share of the rows held out, in [0, 1)
 * @param recipe how it was trained
 * @param reading how its CSV was read: names of the target and date columns, and the options given for the file
 * @param stamps kind of the stamps of its series
 * @param data what it was trained on
 * @param preparation the fitted preparation of the columns
 * @param calendar the step of the series
 * @param context the last rows of the series, as many as a forecast needs before it: where a forecast without a CSV
 *     starts; empty for several series
 * @param baselines baselines of each target, fitted on the training rows; empty for several series, for which they are
 *     fitted on each separately
 * @param scores of each target on the held-out rows; empty while unfinished or with nothing held out
 * @param calibration residuals for intervals; empty while unfinished or with nothing held out
 * @param networks one, or several that forecast together
 * @param combination how its forecasts are put together; empty if they are the networks'
 */
public record Model(
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
        List<TrainedNetwork> networks,
        List<Score> scores,
        Optional<Calibration> calibration,
        Optional<Combination> combination) {
    /** Checks that the parts agree: columns, rows, stamps, weights, and progress of the training. */
    public Model {
        networks = List.copyOf(networks);
        scores = List.copyOf(scores);
        ModelChecks.checkColumns(architecture, reading, preparation, recipe);
        ModelChecks.checkSegments(architecture, preparation, recipe);
        ModelChecks.checkLoss(preparation, recipe);
        boolean several = data.series() > 1;
        if (several != preparation.shared()) {
            throw new IllegalArgumentException("prepared for another number of series than " + data.series());
        }
        ModelChecks.checkContext(context, several ? 0 : preparation.historyRows(), preparation);
        if (!(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException("validation share " + validation);
        }
        boolean trains = combination.map(parts -> parts.mode().trains()).orElse(true);
        NetworkChecks.check(networks, architecture, recipe, data.trainRows(), trains);
        int targets = preparation.plan().targets();
        calibration.ifPresent(known ->
                ModelChecks.checkCalibration(known, targets * recipe.loss().width()));
        Optional<BaseNetwork> tuned = combination.flatMap(Combination::tuned);
        baselines = baselines.stream()
                .map(one -> tuned.map(one::withTuned).orElse(one))
                .toList();
        ModelChecks.checkEach(targets, baselines, scores, several);
        ModelChecks.checkBaselines(baselines, preparation.plan().season(), context.rows());
        TrainingHistory training = networks.get(0).training();
        combination.ifPresent(parts -> ModelChecks.checkCombination(parts, training, recipe, targets));
        for (FittedBaselines fitted : baselines) {
            combination.ifPresent(parts -> ModelChecks.checkMembers(parts, fitted));
        }
        ModelChecks.checkStamps(stamps, calendar, data, context);
    }

    /** How the training of its first network went. */
    public TrainingHistory training() {
        return networks.get(0).training();
    }

    /** The weights of each network, in the order of {@link Architecture#layout()}; not copied. */
    public List<float[]> weights() {
        return networks.stream().map(TrainedNetwork::weights).toList();
    }

    /** Whether the training has ended. */
    public boolean isFinished() {
        return training().isFinished();
    }

    /** Number of finished epochs: those of the network that was trained longest. */
    public int epochs() {
        return networks.stream()
                .mapToInt(network -> network.training().history().size())
                .max()
                .orElseThrow();
    }

    /** T, number of rows in a window. */
    public int lookback() {
        return preparation.lookback();
    }

    /**
     * Refuses a series of which other things are known beside its rows than of those that it was trained on.
     *
     * @throws LstmException of kind {@code DATA}
     */
    public void requireStatics(Series series) throws LstmException {
        List<StaticColumn> known = series.reading().statics();
        for (StaticColumn needed : reading.statics()) {
            if (!known.contains(needed)) {
                throw LstmException.data(
                                "lacks the ",
                                needed.kind().orElseThrow(),
                                " ",
                                LstmException.quote(needed.name()),
                                ", which the model knows of each series")
                        .in(series.source())
                        .remedy("give it with ", Setting.STATIC_FILE);
            }
        }
        if (!known.equals(reading.statics())) {
            throw LstmException.data("has other static columns, or in another order, than the model")
                    .in(series.source())
                    .remedy("give the same as in training");
        }
    }

    /** Whether it was trained on several series, and so stores the history of none. */
    public boolean isOfSeveral() {
        return data.series() > 1;
    }

    /** The same with baselines fitted on a series to forecast. */
    public Model withBaselines(List<FittedBaselines> fitted) {
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
                fitted,
                networks,
                scores,
                calibration,
                combination);
    }

    /** Number of rows that a forecast needs before it. */
    public int leastRows() {
        return preparation.plan().cold() == ColdStart.PAD ? preparation.leastRows() : historyRows();
    }

    /** Number of rows before a forecast that it depends on. */
    public int historyRows() {
        int methods = combination.filter(Combination::isLearned).isEmpty()
                ? 0
                : baselines.stream()
                        .flatMap(fitted -> fitted.smoothing().stream()
                                .map(smoothing -> Math.max(
                                        smoothing.historyRows(),
                                        fitted.autoregression().order())))
                        .reduce(0, Math::max);
        return Math.max(preparation.historyRows(), methods);
    }

    /** The score of the first target, if there is one. */
    public Optional<Score> score() {
        return scores.stream().findFirst();
    }

    /** The columns to forecast. */
    public List<String> targets() {
        List<String> names = new ArrayList<>(List.of(reading.target().orElseThrow()));
        names.addAll(reading.features().subList(0, preparation.plan().targets() - 1));
        return names;
    }

    /** The columns that are known for the past only and not forecast. */
    public List<String> past() {
        int size = reading.features().size();
        return reading.features()
                .subList(
                        preparation.plan().targets() - 1,
                        size - preparation.plan().ahead());
    }

    /** The columns that are known ahead of time. */
    public List<String> ahead() {
        int size = reading.features().size();
        return reading.features().subList(size - preparation.plan().ahead(), size);
    }

    /**
     * The states to resume an unfinished training of each network from; copies.
     *
     * @throws IllegalStateException if the model is finished
     */
    public List<TrainingState> states() {
        return networks.stream().map(TrainedNetwork::state).toList();
    }
}
