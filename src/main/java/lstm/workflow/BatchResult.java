package lstm.workflow;

import java.util.Locale;
import java.util.Optional;
import lstm.model.Model;
import lstm.model.Score;
import lstm.series.Series;

/**
 * How one file of a batch ended.
 *
 * @param failure what went wrong: an {@link lstm.error.LstmException}, or anything else for a bug
 * @param seconds that it took
 * @param rows what the file holds; empty if it could not be read
 * @param model the model of the file as it is now; empty if none was finished
 * @param learning how that model was made
 * @param score on held-out rows, of that model or of the base network; empty if there is none
 * @param forecast that is in place now
 */
public record BatchResult(
        BatchJob job,
        State state,
        Optional<Throwable> failure,
        double seconds,
        Optional<Rows> rows,
        Optional<Model> model,
        Optional<Learning> learning,
        Optional<Score> score,
        Optional<BatchForecast> forecast) {
    /**
     * The rows of a file.
     *
     * @param last date or number of the last one
     */
    public record Rows(int count, String last) {
        /** Those of a series. */
        static Rows of(Series series) {
            return new Rows(series.rows(), series.stampText(series.rows() - 1));
        }
    }

    /** Whether the file failed and has the forecast of an earlier run. */
    public boolean isStale() {
        return forecast.map(BatchForecast::stale).orElse(false);
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

    /** What a model learned in this run. */
    public enum Learning {
        /** Nothing: it was up to date. */
        NONE,
        /** It was trained from the beginning, or its training was resumed. */
        FULL,
        /** It continued with new rows. */
        UPDATE,
        /** It continued with new rows, which made it worse, so the weights of the earlier run are kept. */
        REJECTED;

        boolean isNew() {
            return this == FULL || this == UPDATE;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
