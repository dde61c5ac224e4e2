package lstm.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import lstm.error.LstmException;
import lstm.series.SeriesNote;

/**
 * The columns that date the rows of a CSV.
 *
 * @param columns empty if the rows are numbered
 * @param forms possible formats of their text
 * @param note why the rows are numbered although a column looks like dates, if one does
 */
record DateChoice(Optional<DateColumns> columns, List<DateFormat> forms, Optional<SeriesNote> note) {
    /**
     * Chooses the requested columns, or else finds them.
     *
     * @param rows the first of the file
     * @param form the requested format
     * @throws LstmException if a column may hold dates or numbers
     */
    static DateChoice of(
            RequestedColumns asked, Header header, ColumnSample sample, List<Row> rows, Optional<DateFormat> form)
            throws LstmException {
        List<DateFormat> forms = form.map(List::of).orElse(DateFormats.ALL);
        IntPredicate free = column -> !asked.isTaken(column);
        if (asked.numbered()) {
            return numbered(Optional.empty());
        } else if (!asked.dates().isEmpty()) {
            DateColumns named = new DateParts(header, rows, free).named(asked.dates(), form.isPresent());
            return new DateChoice(Optional.of(named), forms, Optional.empty());
        }
        return new DateFinder(header, sample, rows, free, form).find();
    }

    static DateChoice numbered(Optional<SeriesNote> note) {
        return new DateChoice(Optional.empty(), List.of(), note);
    }

    boolean holds(int column) {
        return columns.isPresent() && columns.get().holds(column);
    }
}
