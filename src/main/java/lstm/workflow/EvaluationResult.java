package lstm.workflow;

import java.util.Optional;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Evaluation;
import lstm.evaluate.RowsWithHistory;
import lstm.forecast.IntervalLevels;
import lstm.model.Model;
import lstm.model.Score;
import lstm.series.Series;

/**
 * Forecasts of rows whose truth is known.
 *
 * @param model with the simple methods that it was compared with
 * @param rows that were forecast
 * @param history these with the rows before them
 * @param forecasts from each origin, beside the truth
 * @param levels of the intervals
 */
public record EvaluationResult(
        Model model, Series rows, RowsWithHistory history, BacktestResult forecasts, IntervalLevels levels) {
    /** The first step of each forecast of the first target. */
    public Evaluation oneStep() {
        return forecasts.evaluation(0, 0, model.baselines().get(0));
    }

    /** The score of a target over all steps; empty if every row that was forecast is masked. */
    public Optional<Score> score(int target) {
        return forecasts.score(target, -1);
    }
}
