package lstm.model;

import java.util.List;
import lstm.calendar.Calendar;
import lstm.calendar.Step;
import lstm.network.Architecture;
import lstm.network.Segments;
import lstm.prepare.Preparation;
import lstm.prepare.ScalingMethod;
import lstm.series.ReadOptions;
import lstm.series.StampKind;
import lstm.train.Recipe;

/** Whether the parts of a model agree; throws {@link IllegalArgumentException} where they do not. */
final class ModelChecks {
    /** Stamps lie within a million years of 1970, so that a calendar can step on from any of them. */
    private static final long MOST_STAMP = 31_556_952_000_000L;

    private ModelChecks() {}

    /** The network reads what the columns are prepared into, and forecasts what they ask for. */
    static void checkColumns(Architecture architecture, ReadOptions reading, Preparation preparation, Recipe recipe) {
        int columns = 1 + reading.features().size();
        if (reading.target().isEmpty()
                || columns != preparation.columns().size()
                || architecture.inputs() != preparation.inputs()
                || !architecture.statics().equals(preparation.beside())
                || reading.statics().size() != preparation.statics().each().size()
                || architecture.outputs()
                        != preparation.plan().outputs() * recipe.loss().width()) {
            throw new IllegalArgumentException(columns + " columns, "
                    + preparation.columns().size() + " of them prepared, " + architecture.inputs() + " inputs, "
                    + architecture.outputs() + " outputs");
        }
    }

    /** @param rows how many it has to have */
    static void checkContext(HistoryTail context, int rows, Preparation preparation) {
        int columns = preparation.columns().size();
        if (context.rows() != rows || context.columns() != columns) {
            throw new IllegalArgumentException("a context of " + context.rows() + " rows of " + context.columns()
                    + " columns for forecasts that reach back " + preparation.historyRows());
        }
    }

    static void checkCalibration(Calibration known, int predictions) {
        if (known.residuals().length != predictions) {
            throw new IllegalArgumentException("residuals of " + known.residuals().length + " predictions");
        }
    }

    /** There is something of each target, or of none where that may be. */
    static void checkEach(int targets, List<FittedBaselines> baselines, List<Score> scores, boolean several) {
        boolean none = several && baselines.isEmpty();
        if (!none && baselines.size() != targets || !scores.isEmpty() && scores.size() != targets) {
            throw new IllegalArgumentException(
                    baselines.size() + " baselines and " + scores.size() + " scores of " + targets + " targets");
        }
    }

    /** A finished model knows its weights, for all targets; one with quantiles has no others to combine them with. */
    static void checkCombination(Combination parts, TrainingHistory training, Recipe recipe, int targets) {
        boolean knows = parts.isLearned() && parts.weights().length == targets;
        boolean ended = training.isFinished() && !training.isDiverged();
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

    static void checkStamps(StampKind stamps, Calendar calendar, DataFingerprint data, HistoryTail context) {
        if ((stamps == StampKind.NONE) != (calendar.step() == Step.ROWS)) {
            throw new IllegalArgumentException("stamps of kind " + stamps + " in a calendar of " + calendar.step());
        }
        checkStamps(data.first(), data.last());
        if (context.rows() > 0) {
            checkStamps(context.stamps()[0], context.stamps()[context.rows() - 1]);
        }
    }

    private static void checkStamps(long first, long last) {
        if (first < -MOST_STAMP || last > MOST_STAMP) {
            throw new IllegalArgumentException("stamps more than a million years from 1970");
        }
    }
}
