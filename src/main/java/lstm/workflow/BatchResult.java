package lstm.workflow;

import java.util.Locale;
import java.util.Optional;
import lstm.model.Model;

/**
 * How one file of a batch ended.
 *
 * @param failure what went wrong: an {@link lstm.error.LstmException}, or anything else for a bug
 * @param seconds that it took
 * @param model the finished model, if there is one
 */
public record BatchResult(
        BatchJob job, State state, Optional<Throwable> failure, double seconds, Optional<Model> model) {
    /** What became of a file. */
    public enum State {
        /** It was trained and forecast. */
        DONE,
        /** There was nothing to do. */
        UNCHANGED,
        /** It could not be trained or forecast. */
        FAILED,
        /** It was stopped; the next batch resumes it. */
        STOPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
