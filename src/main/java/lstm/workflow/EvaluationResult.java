package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Evaluation;
import lstm.evaluate.HistoryNote;
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
 * @param parts the same by what the rows were to the model, those of unseen rows first: a score of the first part is
 *     the one to go by
 * @param levels of the intervals
 */
public record EvaluationResult(
        Model model,
        Series rows,
        RowsWithHistory history,
        BacktestResult forecasts,
        List<BacktestResult> parts,
        IntervalLevels levels) {
    /** Copies the list. */
    public EvaluationResult {
        parts = List.copyOf(parts);
    }

    /** What to know about how far the windows reach. */
    public List<HistoryNote> notes() {
        return history.notes(model, rows, forecasts.origins().get(0).row());
    }

    /** Whether a window has fewer rows before it than the model looks back. */
    public boolean isPadded() {
        return forecasts.origins().get(0).row() < model.preparation().historyRows();
    }

    /** The first step of each forecast of the first target, of the rows to go by: those of the first part. */
    public Evaluation oneStep() {
        return parts.get(0).evaluation(0, 0, model.baselines().get(0));
    }

    /**
     * The score of a target over all steps of unseen rows; if there are none, of those that chose the epoch, or else of
     * those that taught. Empty if every row of these is masked.
     */
    public Optional<Score> score(int target) {
        return parts.get(0).score(target, -1);
    }
}
