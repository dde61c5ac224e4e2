package lstm.csv;

import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * Reads what the rows of a table count, none less than nothing. The column may be one of the series, too.
 *
 * @param place among the columns of the series; negative if it is none of them
 */
record WeightColumn(NumberColumn cells, int place) {
    /** Whether it is none of the columns of the series. */
    boolean isApart() {
        return place < 0;
    }

    /** Where its values stand among those of a row, behind the columns of the series if it is none of them. */
    int place(int columns) {
        return isApart() ? columns : place;
    }

    /**
     * Reads the last of the values of a row, or checks the one that has been read already.
     *
     * @param values with a decimal point, modified
     * @param commas with a decimal comma, modified
     */
    void read(Row row, double[] values, double[] commas) throws LstmException {
        int at = place(values.length - 1);
        if (isApart()) {
            values[at] = cells.read(row);
            commas[at] = Double.isNaN(values[at]) ? values[at] : cells.second();
            if (Double.isNaN(values[at])) {
                throw cells.problem().isMissing()
                        ? refused(row, " is no number, and every row needs a weight")
                        : cells.failure(row);
            }
        }
        if (values[at] < 0) {
            throw refused(row, " is negative, and a weight cannot be");
        }
    }

    private LstmException refused(Row row, String why) {
        return LstmException.data(LstmException.quote(row.cell(cells.index())), why)
                .at(row.place().column(cells.name()))
                .remedy("write 0 for a row that counts for nothing, or name another column with ", Setting.WEIGHT);
    }
}
