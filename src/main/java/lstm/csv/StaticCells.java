package lstm.csv;

import java.util.Arrays;
import java.util.List;
import lstm.error.LstmException;

/** The cells of the static columns in the rows of one series: each column has one value, and may have empty cells. */
final class StaticCells {
    private final String[] texts;
    private final long[] lines;

    /** No cells yet, of this many columns. */
    StaticCells(int columns) {
        texts = new String[columns];
        Arrays.fill(texts, "");
        lines = new long[columns];
    }

    /**
     * Takes the cells of a row.
     *
     * @param columns where they are
     * @param lines the lines of the table
     * @param number of the line of this row among them
     * @throws LstmException if a cell differs from one before
     */
    void add(Row row, List<Integer> columns, Header header, TableLines all, long number) throws LstmException {
        for (int k = 0; k < texts.length; k++) {
            String text = row.cell(columns.get(k));
            if (text.equals(texts[k]) || text.isEmpty()) {
                continue;
            } else if (!texts[k].isEmpty()) {
                throw LstmException.data(
                                LstmException.quote(text),
                                " is not ",
                                LstmException.quote(texts[k]),
                                ", the value of the same series on ",
                                all.text(lines[k], number))
                        .at(row.place().column(header.name(columns.get(k))))
                        .remedy("give the series one value, or leave out the column, which changes over time");
            }
            texts[k] = text;
            lines[k] = number;
        }
    }

    /** The cell of a column; empty if there is none. */
    String text(int column) {
        return texts[column];
    }

    /** The line of that cell, counted over all files of the table. */
    long line(int column) {
        return lines[column];
    }
}
