package lstm.csv;

import java.io.Closeable;
import java.util.List;
import lstm.error.LstmException;
import lstm.series.ReadOptions;
import lstm.series.SeriesNote;
import lstm.series.TableLayout;

/** Rows, one after the other, each with a cell below each name of the header. */
interface RowSource extends Closeable {
    /**
     * Opens a CSV and reads its header; a table in which a column or a row is a series gives a row for each value.
     *
     * @throws LstmException if there is no header, or it does not suit the layout
     */
    static RowSource open(CsvSource source, ReadOptions options) throws LstmException {
        TableLayout layout = options.layout();
        if (layout.isLong()) {
            return CsvRecords.open(source, options, CsvLimits.DEFAULT);
        }
        CsvRecords records = CsvRecords.open(source, options, CsvLimits.MANY_COLUMNS);
        try {
            return layout.form() == TableLayout.Form.WIDE
                    ? new ColumnsAsSeries(records, options)
                    : new RowsAsSeries(records, options);
        } catch (LstmException e) {
            records.close();
            throw e;
        }
    }

    /** The options with what the layout of the table settles. */
    default ReadOptions reading(ReadOptions options) {
        return options;
    }

    /** What separates the fields. */
    char delimiter();

    /** The names of the columns. */
    Row header();

    /** The next row, or null at the end. */
    Row next() throws LstmException;

    /** About this many of the next rows, without the units below the header. */
    List<Row> firstRows(int most) throws LstmException;

    /** What was passed over above the table and in it. */
    List<SeriesNote> notes();

    @Override
    void close();
}
