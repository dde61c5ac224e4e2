package lstm.csv;

import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.Missing;

/** Reads the numbers of one column; NaN stands for missing values that the policy allows. */
final class ValueReader {
    private final int index;
    private final String name;
    private final Decimals decimals;
    private final Missing policy;
    private final DoubleColumn values = new DoubleColumn();
    private long rows;
    private long first = Long.MAX_VALUE;
    private long last = -1;
    private long missing;
    private long unreadable;

    ValueReader(int index, String name, Decimals decimals, Missing policy) {
        this.index = index;
        this.name = name;
        this.decimals = decimals;
        this.policy = policy;
    }

    /**
     * The value in a row.
     *
     * @return a finite number, or NaN if there is none and the policy is not {@link Missing#ERROR}
     * @throws LstmException if there is none and the policy is {@link Missing#ERROR}
     */
    double read(Row row) throws LstmException {
        String text = row.cell(index);
        if (Missing.isMissing(text)) {
            if (policy == Missing.ERROR) {
                String what =
                        text.isEmpty() ? "the value is missing" : LstmException.quote(text) + " is a missing value";
                throw LstmException.data(what)
                        .remedy("fill it in, or use ", Setting.MISSING, " drop, forward, interpolate or mask")
                        .at(row.place().column(name));
            }
            missing++;
            return Double.NaN;
        }
        if (decimals.isAmbiguous(text)) {
            throw LstmException.data(LstmException.quote(text), " has a comma that may mark decimals or thousands")
                    .remedy("write it with a decimal point")
                    .at(row.place().column(name));
        }
        double value = decimals.parse(text);
        if (Double.isFinite(value)) {
            return value;
        }
        if (policy == Missing.ERROR) {
            String what = Double.isNaN(value) ? " is not a number" : " is not a finite number";
            throw LstmException.data(LstmException.quote(text), what)
                    .remedy("fix the cell or use ", Setting.MISSING.to(Missing.DROP))
                    .at(row.place().column(name));
        }
        missing++;
        unreadable++;
        return Double.NaN;
    }

    /**
     * Adds a value of a row that is not dropped.
     *
     * @param use whether the value is kept or only counted
     */
    void add(double value, RowUse use) {
        if (use == RowUse.KEPT) {
            values.add(value);
        }
        if (!Double.isNaN(value)) {
            first = Math.min(first, rows);
            last = rows;
        }
        rows++;
    }

    /** Number of the first row that was added with a value; beyond all rows if none was. */
    long first() {
        return first;
    }

    /** Number of the last row that was added with a value; -1 if none was. */
    long last() {
        return last;
    }

    /** The kept values. */
    DoubleColumn held() {
        return values;
    }

    String name() {
        return name;
    }

    /** Cells without a number so far. */
    long missing() {
        return missing;
    }

    /** Number of those that contain other text than a marker of a missing value. */
    long unreadable() {
        return unreadable;
    }

    /** A copy of the kept values. */
    double[] values() {
        return values.toArray();
    }
}
