package lstm.workflow;

import java.util.Locale;
import java.util.Optional;
import lstm.model.Model;

/**
 * How one file of a batch ended.
 *
 * @param failure what went wrong: an {@link lstm.error.LstmException}, or anything else for a bug
 * @param seconds that it took
 * @param model the model of the file as it is now; empty if none was finished
 * @param standing the forecast that is in place now
 */
public record BatchResult(
        BatchJob job,
        State state,
        Optional<Throwable> failure,
        double seconds,
        Optional<Model> model,
        Optional<Standing> standing) {
    /**
     * A forecast that is in place after the batch.
     *
     * @param after the last row before it, as a date or row number; empty if its model is gone
     * @param stale whether an earlier run made it, and this one has failed to make a new one
     */
    public record Standing(Optional<String> after, boolean stale) {}

    /** Whether the file failed and has the forecast of an earlier run. */
    public boolean isStale() {
        return standing.map(Standing::stale).orElse(false);
    }

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
