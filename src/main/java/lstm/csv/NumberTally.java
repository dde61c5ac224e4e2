package lstm.csv;

import lstm.series.NumberFacts.ColumnDress;

/** What the cells of a column have shown about how its numbers are written. */
final class NumberTally {
    private static final int GROUP = 3;

    private long cells;
    private long proofs;
    private boolean torn;
    private boolean signs;
    private boolean smallWholes;
    private boolean largeWholes;
    private long scaled;
    private long negatives;
    private long bounds;
    private String bound = "";

    /** A cell holds a number. */
    void number() {
        cells++;
    }

    /** A cell can be read in one way only. */
    void proof() {
        proofs++;
    }

    /** A cell has two readings. */
    void tear() {
        torn = true;
    }

    /** A cell has a decimal or thousands sign. */
    void sign() {
        signs = true;
    }

    /** A cell is a whole number without any sign. */
    void whole(int digits) {
        smallWholes |= digits <= GROUP;
        largeWholes |= digits > GROUP;
    }

    /** What a cell has beside its number. */
    void dress(NumberCell cell, String text) {
        cell.wholeDigits().ifPresentOrElse(this::whole, this::sign);
        scaled += cell.exponent() != 0 ? 1 : 0;
        negatives += cell.odd() ? 1 : 0;
        if (cell.bound()) {
            bound = bounds++ == 0 ? text : bound;
        }
    }

    long cells() {
        return cells;
    }

    /** Cells that can be read in one way only. */
    long proofs() {
        return proofs;
    }

    /** Whether a cell had two readings. */
    boolean isTorn() {
        return torn;
    }

    /** Whether a cell had a decimal or thousands sign. */
    boolean hasSigns() {
        return signs;
    }

    /** Whether there is a whole number of at most three digits. */
    boolean hasSmallWholes() {
        return smallWholes;
    }

    /** Whether there is a whole number of more digits, not grouped. */
    boolean hasLargeWholes() {
        return largeWholes;
    }

    ColumnDress dress(String column, String unit) {
        return new ColumnDress(column, unit, scaled, negatives, bounds, bound);
    }
}
