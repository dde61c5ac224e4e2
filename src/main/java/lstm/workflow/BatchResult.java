package lstm.workflow;

import java.util.Locale;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.ForecastStart;
import lstm.model.Model;
import lstm.series.Series;

/**
 * How one file of a batch ended.
 *
 * @param failure what went wrong: an {@link lstm.error.LstmException}, or anything else for a bug
 * @param seconds that it took
 * @param model the model of the file as it is now; empty if none was finished
 * @param rows what the file holds; empty if it could not be read
 * @param standing the forecast that is in place now
 */
public record BatchResult(
        BatchJob job,
        State state,
        Optional<Throwable> failure,
        double seconds,
        Optional<Model> model,
        Optional<Rows> rows,
        Optional<Standing> standing) {
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

    /**
     * A forecast that is in place after the batch.
     *
     * @param span the rows that it lies between; empty if its model is gone
     * @param stale whether an earlier run made it, and this one has failed to make a new one
     */
    public record Standing(Optional<Span> span, boolean stale) {}

    /**
     * Where a forecast begins.
     *
     * @param after the last row before it, as a date or row number
     * @param first its first date or row number
     */
    public record Span(String after, String first) {
        /** That of forecasts after the rows that a model was trained on. */
        static Span of(Model model, String name) throws LstmException {
            ForecastStart start = ForecastStart.trained(model, name);
            return new Span(start.stamps().text(start.last()), start.stamps().text(start.after(1)[0]));
        }
    }

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
