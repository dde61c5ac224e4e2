package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.evaluate.BacktestResult;
import lstm.model.Model;
import lstm.model.Score;

/**
 * The result of a training.
 *
 * @param job what was trained
 * @param model with its scores and simple methods; after an interruption the best so far, which
 *     {@link TrainingStart#RESUME} continues
 * @param heldOut the model's forecasts of the held-out rows of the only series that are scored; empty unless it was
 *     trained now
 * @param scores of all steps on the held-out rows, of each target, beside the simple methods and with the tests against
 *     them; if it was trained now, also beside methods that the model does not keep
 */
public record TrainResult(
        PreparedTraining job, Outcome outcome, Model model, Optional<BacktestResult> heldOut, List<Score> scores) {
    /** Copies the list. */
    public TrainResult {
        scores = List.copyOf(scores);
    }

    /** How a training ended. */
    public enum Outcome {
        /** It was trained to its end. */
        TRAINED,
        /** The model file held it already, finished. */
        UNCHANGED,
        /** The listener, or an interrupt of the thread, stopped it. */
        INTERRUPTED
    }
}
