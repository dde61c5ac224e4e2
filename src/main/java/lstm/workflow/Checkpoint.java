package lstm.workflow;

import java.nio.file.Path;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.modelfile.ModelFile;
import lstm.train.TrainingState;

/**
 * Keeps the model file up to date while training: soon after the weights improve, but at most once a second, and once a
 * minute in any case, so that a killed training loses no more than that.
 */
final class Checkpoint {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final Path target;
    private final ModelDraft draft;
    private final Console console;
    private long last;
    private boolean better;

    Checkpoint(Path target, ModelDraft draft, Console console) {
        this.target = target;
        this.draft = draft;
        this.console = console;
        last = console.clock().getAsLong();
    }

    /** Saves if it is time to. */
    void offer(TrainingState state, boolean improved) throws LstmException {
        better |= improved;
        long since = console.clock().getAsLong() - last;
        if (better && since >= SECOND || since >= MINUTE) {
            save(state);
        }
    }

    /** Saves an unfinished training now. */
    void save(TrainingState state) throws LstmException {
        finish(draft.unfinished(state));
        last = console.clock().getAsLong();
        better = false;
    }

    /** Saves a model now. */
    void finish(Model model) throws LstmException {
        ModelFile.write(console.disk(), target, model, Existing.REPLACE);
    }
}
