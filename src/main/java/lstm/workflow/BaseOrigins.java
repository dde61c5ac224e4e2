package lstm.workflow;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.BaseSeries;
import lstm.evaluate.EvaluationOrigins;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.text.NumberText;

/**
 * The rows of a series from which the base network is to forecast known rows.
 *
 * @param horizon steps from each
 * @param every rows from one to the next
 * @param since stamp of the first; empty for the first of the rows that a training would hold out
 */
record BaseOrigins(int horizon, int every, OptionalLong since) {
    /** How many rows come before the first to forecast, at least one; all if there is none to forecast. */
    int known(Series rows) {
        if (since.isPresent()) {
            long before = rows.stamps().stream()
                    .takeWhile(stamp -> stamp < since.getAsLong())
                    .count();
            return Math.max(1, (int) before);
        }
        PreparationPlan plan =
                PreparationPlan.CLASSIC.toBuilder().horizon(horizon).build();
        return Math.max(1, rows.rows() - Split.heldRows(Settings.CLASSIC.validation(), rows.rows(), plan, 1));
    }

    /**
     * The rows, ascending.
     *
     * @throws LstmException if there is none
     */
    int[] of(BaseSeries one) throws LstmException {
        Series rows = one.series();
        if (since.isPresent()) {
            EvaluationOrigins.firstFrom(rows, since.getAsLong());
        }
        int first = known(rows);
        int end = rows.rows() - horizon;
        if (first > end) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(rows.rows() - first),
                            " to forecast after the first ",
                            first,
                            ", and ",
                            Setting.HORIZON.to(horizon),
                            " needs ",
                            horizon)
                    .remedy("use a smaller ", Setting.HORIZON)
                    .in(rows.source());
        }
        int[] origins = IntStream.iterate(first, row -> row <= end, row -> row + every)
                .filter(one::isOrigin)
                .filter(row -> rows.masked().nextClearBit(row) < row + horizon)
                .toArray();
        if (origins.length == 0) {
            throw LstmException.data("no row after the first ", first, " has a value to compare a forecast with")
                    .remedy("use an earlier ", Setting.FROM)
                    .in(rows.source());
        }
        return origins;
    }
}
