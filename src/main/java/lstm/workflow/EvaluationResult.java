package lstm.workflow;

import java.util.List;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Evaluation;
import lstm.evaluate.HistoryNote;
import lstm.evaluate.RowsWithHistory;
import lstm.forecast.IntervalLevels;
import lstm.model.Model;
import lstm.series.Series;
import lstm.series.StampColumn;

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
        IntervalLevels levels)
        implements ScoredRows {
    /** Copies the list. */
    public EvaluationResult {
        parts = List.copyOf(parts);
    }

    @Override
    public List<String> targets() {
        return model.targets();
    }

    @Override
    public StampColumn stamps() {
        return history.stamps();
    }

    /** What to know about how far the windows reach. */
    public List<HistoryNote> notes() {
        return history.notes(model, rows, forecasts.origins().get(0).row());
    }

    @Override
    public boolean isPadded() {
        return forecasts.origins().get(0).row() < model.preparation().historyRows();
    }

    /** The first step of each forecast of the first target, of the rows to go by: those of the first part. */
    public Evaluation oneStep() {
        return parts.get(0).evaluation(0, 0, model.baselines().get(0));
    }
}
