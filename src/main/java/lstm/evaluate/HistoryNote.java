package lstm.evaluate;

import java.util.Optional;

/** What to know about the rows before those that are forecast. */
public sealed interface HistoryNote {
    /**
     * The first windows begin in earlier rows.
     *
     * @param source the file of these rows; empty if they are those that the model keeps
     */
    record ReachesBack(Optional<String> source) implements HistoryNote {}

    /**
     * The first rows have no whole window before them, and so no forecast.
     *
     * @param rows without a forecast
     */
    record RowsSkipped(int rows) implements HistoryNote {}
}
