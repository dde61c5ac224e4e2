package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.evaluate.BacktestResult;
import lstm.forecast.IntervalLevels;
import lstm.model.Score;
import lstm.series.Series;
import lstm.series.StampColumn;

/** Forecasts of the rows of a series beside the truth: by a model, or by the base network. */
public sealed interface ScoredRows permits EvaluationResult, BaseEvaluation.Result {
    /** The rows that were forecast. */
    Series rows();

    /** Names of the columns that were forecast. */
    List<String> targets();

    /** The stamps of the rows that {@link #forecasts} counts. */
    StampColumn stamps();

    /** The forecasts from each origin, beside the truth. */
    BacktestResult forecasts();

    /**
     * The same by what the rows were to the network, those of unseen rows first: a score of the first part is the one
     * to go by.
     */
    List<BacktestResult> parts();

    /** The levels of the intervals. */
    IntervalLevels levels();

    /** Whether a window has fewer rows before it than the network looks back. */
    boolean isPadded();

    /**
     * The score of a target over all steps of unseen rows; if there are none, of those that chose the epoch, or else of
     * those that taught. Empty if every row of these is masked.
     */
    default Optional<Score> score(int target) {
        return parts().get(0).score(target, -1);
    }
}
