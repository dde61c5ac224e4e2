package lstm.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;

/**
 * The forecasts of the rows of one series of a table.
 *
 * @param <T> whose forecasts they are
 * @param result empty if no row of it can be forecast
 * @param reason why no row can be forecast; empty if there is a result
 */
public record KeyedEvaluation<T extends ScoredRows>(
        SeriesKey key, SeriesStatus status, Optional<T> result, Optional<LstmException> reason) {
    /** Of a series whose rows have been forecast. */
    static <T extends ScoredRows> KeyedEvaluation<T> scored(SeriesKey key, T result) {
        SeriesStatus status = result.isPadded() ? SeriesStatus.PADDED : SeriesStatus.OK;
        return new KeyedEvaluation<>(key, status, Optional.of(result), Optional.empty());
    }

    /**
     * Of a series that cannot be forecast for a reason of its own.
     *
     * @param shortRows it is too short if it has at most these
     * @throws LstmException the reason, if the settings do not suit the network
     */
    static <T extends ScoredRows> KeyedEvaluation<T> refused(
            SeriesKey key, Series rows, int shortRows, LstmException reason) throws LstmException {
        if (reason.kind() != LstmException.Kind.DATA) {
            throw reason;
        }
        return without(key, rows.rows() <= shortRows ? SeriesStatus.SHORT : SeriesStatus.FAILED, reason);
    }

    /** Of a series of which no row can be forecast. */
    static <T extends ScoredRows> KeyedEvaluation<T> without(SeriesKey key, SeriesStatus status, LstmException reason) {
        return new KeyedEvaluation<>(key, status, Optional.empty(), Optional.of(reason));
    }

    /** All series of a table in the order of their keys, with those that have no row. */
    static <T extends ScoredRows> List<KeyedEvaluation<T>> all(SeriesTable table, List<KeyedEvaluation<T>> each)
            throws LstmException {
        WeightCheck.requirePositive(
                table.each().get(0).series(),
                each.stream()
                        .flatMap(one -> one.result().stream())
                        .flatMapToDouble(result -> result.forecasts().weight().stream()));
        List<KeyedEvaluation<T>> all = new ArrayList<>(each);
        for (SeriesKey key : table.missing()) {
            all.add(without(key, SeriesStatus.MISSING, SeriesTable.noRows(table.name(key))));
        }
        all.sort(Comparator.comparing(KeyedEvaluation::key));
        return all;
    }
}
