package lstm.series;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * How the series of a table lie in its file.
 *
 * @param form what a row holds
 * @param start of rows that are series: the date of their first value; if empty, the dates in the header, or row
 *     numbers
 * @param step from one of their values to the next, such as {@code month} or {@code 15 minutes}
 * @param targets of columns that are series: their names, the other columns being for all series; empty if each column
 *     but the dates is a series
 */
public record TableLayout(Form form, Optional<String> start, Optional<String> step, List<String> targets) {
    /** What a row of a table holds. */
    public enum Form {
        /** One value, or those of several columns, of one series at one date. */
        LONG,
        /** A date, and the value of each series at that date. */
        WIDE,
        /** All values of one series. */
        ROWS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The key column and the column of values get these names where nobody names them. */
    public static final String KEY = "name";

    /** What the target is called where the file has no name for it. */
    public static final String VALUE = "value";

    /** Each row has the key columns, a date and values. */
    public static final TableLayout LONG = new TableLayout(Form.LONG, Optional.empty(), Optional.empty());

    /** Each column but the dates is a series. */
    public static final TableLayout WIDE = new TableLayout(Form.WIDE, Optional.empty(), Optional.empty());

    /** Each row is a series; its values are dated by the header, or numbered. */
    public static final TableLayout ROWS = new TableLayout(Form.ROWS, Optional.empty(), Optional.empty());

    /** The most targets that can be series. */
    public static final int MOST_TARGETS = 10_000;

    /** The key column of a file in which each target is a series. */
    public static final String SERIES = "series";

    /** A layout without chosen columns. */
    public TableLayout(Form form, Optional<String> start, Optional<String> step) {
        this(form, start, step, List.of());
    }

    /** Requires a step where there is a start, and both for rows alone; and several targets, for columns alone. */
    public TableLayout {
        targets = List.copyOf(targets);
        boolean distinct = new HashSet<>(targets).size() == targets.size();
        boolean several = targets.size() > 1 && targets.size() <= MOST_TARGETS && distinct && form == Form.WIDE;
        if (!targets.isEmpty() && !several) {
            throw new IllegalArgumentException("a " + form + " table with the targets " + targets);
        }
        if (start.isPresent() != step.isPresent() || start.isPresent() && form != Form.ROWS) {
            throw new IllegalArgumentException("a " + form + " table with start " + start + " and step " + step);
        }
    }

    /**
     * The layout with what a user asks for.
     *
     * @throws LstmException of kind {@code USAGE} if start and step do not belong together or to the form
     */
    public static TableLayout of(Form form, Optional<String> start, Optional<String> step) throws LstmException {
        if (form != Form.ROWS && (start.isPresent() || step.isPresent())) {
            throw LstmException.usage(
                            start.isPresent() ? Setting.START : Setting.STEP,
                            " dates the values of rows that are series")
                    .remedy("leave it out, or add ", Setting.LAYOUT.to(Form.ROWS));
        } else if (start.isPresent() != step.isPresent()) {
            throw LstmException.usage(
                            start.isPresent() ? Setting.START : Setting.STEP, " alone does not date the values")
                    .remedy("add ", start.isPresent() ? Setting.STEP.to("month") : Setting.START.to("2020-01-01"));
        }
        return new TableLayout(form, start, step);
    }

    /** Whether each target of a file is a series of its own. */
    public boolean isOfTargets() {
        return !targets.isEmpty();
    }

    /** Whether a row of the file holds values of one date and one series only. */
    public boolean isLong() {
        return form == Form.LONG;
    }
}
