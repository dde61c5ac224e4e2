package lstm.workflow;

import java.util.List;
import lstm.error.LstmException;
import lstm.model.ModelDraft;
import lstm.train.TrainingState;

/**
 * Keeps the model file up to date while training: soon after the weights improve, but at most once a second, and once a
 * minute in any case, so that a killed training loses no more than that.
 */
final class Checkpoint {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final ModelTarget target;
    private final ModelDraft draft;
    private long last;
    private boolean better;

    Checkpoint(ModelTarget target, ModelDraft draft) {
        this.target = target;
        this.draft = draft;
        last = target.now();
    }

    /** Saves if it is time to. */
    void saveIfDue(List<TrainingState> states, boolean improved) throws LstmException {
        better |= improved;
        long since = target.now() - last;
        if (better && since >= SECOND || since >= MINUTE) {
            save(states);
        }
    }

    /** Saves the unfinished training now. */
    void save(List<TrainingState> states) throws LstmException {
        target.write(draft.unfinished(states));
        last = target.now();
        better = false;
    }
}
