package lstm.cli;

import java.nio.file.Path;
import lstm.file.Existing;
import lstm.file.UserException;
import lstm.model.Draft;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.train.TrainingState;

/**
 * Keeps the model file up to date while training: soon after the weights improve, but at most once a second, and once a
 * minute in any case, so that a killed training loses no more than that.
 */
final class Saver {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final Path target;
    private final Draft draft;
    private final Console console;
    private long last;
    private boolean better;

    Saver(Path target, Draft draft, Console console) {
        this.target = target;
        this.draft = draft;
        this.console = console;
        last = console.clock().getAsLong();
    }

    /** Saves if it is time to. */
    void offer(TrainingState state, boolean improved) throws UserException {
        better |= improved;
        long since = console.clock().getAsLong() - last;
        if (better && since >= SECOND || since >= MINUTE) {
            save(state);
        }
    }

    /** Saves an unfinished training now. */
    void save(TrainingState state) throws UserException {
        finish(draft.unfinished(state));
        last = console.clock().getAsLong();
        better = false;
    }

    /** Saves a model now. */
    void finish(Model model) throws UserException {
        ModelFile.write(console.disk(), target, model, Existing.REPLACE);
    }
}
