package lstm.csv;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.NumberFacts.ColumnDress;

/**
 * Reads the cells of one column as numbers. Plain cells take a short way; {@link NumberCell} takes the others apart.
 */
final class NumberColumn {
    private final int index;
    private final String name;
    private final NumberEvidence evidence;
    private final MissingMarks marks;
    private final ColumnUnit unit;
    private final NumberTally tally = new NumberTally();
    private double value;
    private double second;
    private CellProblem problem = CellProblem.NONE;

    NumberColumn(int index, String name, NumberEvidence evidence, MissingMarks marks) {
        this.index = index;
        this.name = name;
        this.evidence = evidence;
        this.marks = marks;
        unit = new ColumnUnit(evidence.known(), name);
    }

    /**
     * The number in a row: with a decimal point while both decimal signs are possible.
     *
     * @return a finite number, or NaN if there is none, for which {@link #problem()} has the reason
     */
    double read(Row row) {
        value = number(row);
        return value;
    }

    private double number(Row row) {
        String text = row.cell(index);
        double number = unit.allowsPlain() ? plain(row, text) : Double.NaN;
        second = number;
        problem = CellProblem.NONE;
        if (Double.isNaN(number)) {
            number = Missing.isMissing(text) ? none(CellProblem.MISSING) : dressed(row, text);
        }
        if (problem != CellProblem.NONE) {
            return number;
        } else if (marks.isMark(row, number)) {
            return none(CellProblem.MARK);
        }
        tally.number();
        return number;
    }

    private double none(CellProblem reason) {
        problem = reason;
        return Double.NaN;
    }

    /** The value of digits with at most a sign, a decimal sign and an exponent; NaN if there is more, or a doubt. */
    private double plain(Row row, String text) {
        DecimalSign decimal = evidence.decimal();
        char point = decimal == DecimalSign.COMMA ? ',' : '.';
        int length = text.length();
        int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int at = afterDigits(text, start);
        int whole = at - start;
        int fraction = -1;
        if (at < length && text.charAt(at) == point) {
            int from = at + 1;
            at = afterDigits(text, from);
            fraction = at - from;
        }
        if (whole == 0 && fraction <= 0) {
            return Double.NaN;
        }
        boolean grouped = fraction == 3 && whole > 0 && whole <= 3 && text.charAt(start) != '0' && at == length;
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at = afterExponent(text, at + 1);
        }
        if (at != length) {
            return Double.NaN;
        }
        if (grouped && decimal == null) {
            return Double.NaN;
        }
        double number = NumberParser.value(text, point);
        if (Double.isInfinite(number)) {
            return Double.NaN;
        }
        if (fraction >= 0) {
            tally.sign();
        } else {
            tally.whole(whole);
        }
        if (fraction >= 0 && !grouped) {
            prove(point == '.' ? DecimalSign.POINT : DecimalSign.COMMA, row, text);
        }
        unit.plain(row, number);
        return number;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int afterExponent(String text, int from) {
        boolean signed = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
        int start = signed ? from + 1 : from;
        int end = afterDigits(text, start);
        return end == start ? -1 : end;
    }

    private void prove(DecimalSign sign, Row row, String text) {
        tally.proof();
        evidence.prove(sign, row, name, text);
    }

    private double dressed(Row row, String text) {
        NumberCell cell = NumberCell.of(text);
        if (cell == null) {
            return none(CellProblem.ofText(text));
        }
        double point = cell.value(DecimalSign.POINT);
        double comma = cell.value(DecimalSign.COMMA);
        if (Double.isNaN(point) && Double.isNaN(comma)) {
            return none(CellProblem.ofText(text));
        }
        double first = evidence.allows(DecimalSign.POINT, cell) ? point : Double.NaN;
        second = evidence.allows(DecimalSign.COMMA, cell) ? comma : Double.NaN;
        if (Double.isNaN(first) && Double.isNaN(second)) {
            return none(CellProblem.OTHER_STYLE);
        } else if (Double.isInfinite(first) || Double.isInfinite(second)) {
            return none(CellProblem.TOO_LARGE);
        } else if (!unit.fits(row, cell, Double.isNaN(first) ? second : first)) {
            return none(CellProblem.OTHER_UNIT);
        }
        tally.dress(cell, text);
        if (Double.isNaN(point) || Double.isNaN(comma)) {
            prove(Double.isNaN(point) ? DecimalSign.COMMA : DecimalSign.POINT, row, text);
        }
        return settled(row, cell, first);
    }

    /** One of the readings, and the other beside it if both are left. */
    private double settled(Row row, NumberCell cell, double point) {
        String text = row.cell(index);
        if (Double.isNaN(point) || Double.isNaN(second)) {
            DecimalSign sign = Double.isNaN(point) ? DecimalSign.COMMA : DecimalSign.POINT;
            evidence.prove(sign, row, name, text);
            evidence.group(cell.thousands(sign));
            second = Double.isNaN(point) ? second : point;
            return second;
        }
        if (point != second) {
            tally.tear();
            evidence.tear(row, name, text);
        } else {
            evidence.group(cell.thousands(DecimalSign.POINT));
        }
        return point;
    }

    /** What {@link #read} returned last. */
    double value() {
        return value;
    }

    /** The value with a decimal comma, the same as with a point unless the cell that was read last has two readings. */
    double second() {
        return second;
    }

    /** How the numbers of the file are written. */
    NumberEvidence evidence() {
        return evidence;
    }

    /** Why the cell that was read last holds no number. */
    CellProblem problem() {
        return problem;
    }

    /** The failure of the cell that was read last. */
    LstmException failure(Row row) {
        return NumberFaults.of(problem, row, name, row.cell(index), evidence, unit);
    }

    String name() {
        return name;
    }

    int index() {
        return index;
    }

    /** What its cells have shown. */
    NumberTally tally() {
        return tally;
    }

    /** What its cells have beside their numbers, if any has. */
    Optional<String> unit() {
        return unit.name();
    }

    ColumnDress dress() {
        return tally.dress(name, unit.name().orElse(""));
    }

    MissingMarks marks() {
        return marks;
    }
}
