package lstm.csv;

import java.util.List;
import lstm.error.LstmException;
import lstm.series.DecimalSign;
import lstm.series.Missing;

/**
 * Reads the numbers of one column; NaN stands for missing values that the policy allows. While the decimal sign is not
 * known, the values of both readings are kept.
 */
final class ValueReader {
    private final NumberColumn cells;
    private final Missing policy;
    private DoubleColumn values = new DoubleColumn();
    private DoubleColumn withComma;
    private long rows;
    private long first = Long.MAX_VALUE;
    private long last = -1;
    private long missing;
    private long unreadable;

    ValueReader(NumberColumn cells, Missing policy) {
        this.cells = cells;
        this.policy = policy;
    }

    /**
     * The value in a row.
     *
     * @return a finite number, or NaN if there is none and the policy is not {@link Missing#ERROR}
     * @throws LstmException if there is none and the policy is {@link Missing#ERROR}, or the cell holds a number that
     *     cannot be read
     */
    double read(Row row) throws LstmException {
        double value = cells.read(row);
        if (Double.isNaN(value)) {
            CellProblem problem = cells.problem();
            if (policy == Missing.ERROR || !problem.isMissing()) {
                throw cells.failure(row);
            }
            missing++;
            unreadable += problem == CellProblem.WORD || problem == CellProblem.INFINITE ? 1 : 0;
        }
        return value;
    }

    /**
     * Adds a value of a row that is not dropped.
     *
     * @param use whether the value is kept or only counted
     */
    void add(double value, RowUse use) {
        if (use == RowUse.KEPT) {
            keep(value);
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

    private void keep(double value) {
        if (withComma != null && cells.evidence().decimal() != null) {
            decide();
        }
        double other = Double.isNaN(value) ? value : cells.second();
        if (withComma == null && other != value && !Double.isNaN(value)) {
            withComma = values.copy();
        }
        values.add(value);
        if (withComma != null) {
            withComma.add(other);
        }
    }

    /** The kept values, of both readings while there are two. */
    List<DoubleColumn> held() {
        return withComma == null ? List.of(values) : List.of(values, withComma);
    }

    /** The numbers of the column. */
    NumberColumn cells() {
        return cells;
    }

    String name() {
        return cells.name();
    }

    /** Cells without a number so far. */
    long missing() {
        return missing;
    }

    /** Number of those that contain other text than a marker of a missing value. */
    long unreadable() {
        return unreadable;
    }

    /** Forgets the other reading. */
    private void decide() {
        values = withComma != null && cells.evidence().decimal() == DecimalSign.COMMA ? withComma : values;
        withComma = null;
    }

    /** Takes out the kept values, once it is decided how numbers are written. */
    double[] takeValues() {
        decide();
        return values.takeAll();
    }
}
