package lstm.workflow;

import java.util.List;
import lstm.model.Model;
import lstm.model.Score;

/**
 * The result of an update.
 *
 * @param model the new one, or the old one if the new weights are worse or there was nothing to learn
 * @param isNew whether it is the new one
 * @param before scores of the old weights, of each target: on the held-out rows, or the model's own if there was
 *     nothing to learn
 * @param after scores of the new weights; none if nothing was held out or learned
 */
public record UpdateResult(Model model, NewRows rows, boolean isNew, List<Score> before, List<Score> after) {
    /** Copies the lists. */
    public UpdateResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The scores of the model that is kept. */
    public List<Score> scores() {
        return isNew ? after : before;
    }

    /**
     * Whether errors have grown, in the mean over the targets; those of several series relative to their naive ones.
     */
    static boolean isWorse(List<Score> after, List<Score> before) {
        double sum = 0;
        for (int target = 0; target < after.size(); target++) {
            double now = after.get(target).error(after.get(target).model());
            double then = before.get(target).error(before.get(target).model());
            sum += now == then ? 1 : now / then;
        }
        return sum > after.size();
    }
}
