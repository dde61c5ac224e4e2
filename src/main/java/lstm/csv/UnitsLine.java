package lstm.csv;

import java.util.List;

/** A line of units between the names of the columns and the first row: {@code (kWh)}, {@code [°C]}. */
final class UnitsLine {
    private UnitsLine() {}

    /** Whether a row has a unit in brackets and no value. */
    static boolean is(List<String> row) {
        return row.stream().anyMatch(UnitsLine::isUnit)
                && row.stream().noneMatch(cell -> !isUnit(cell) && FieldKind.of(cell) == FieldKind.VALUE);
    }

    static boolean isUnit(String cell) {
        boolean wrapped = cell.startsWith("(") && cell.endsWith(")") || cell.startsWith("[") && cell.endsWith("]");
        boolean unit =
                wrapped && cell.chars().anyMatch(c -> Character.isLetter(c) || "%\u00b0\u20ac$\u00a3".indexOf(c) >= 0);
        // Brackets may also stand for a minus sign.
        return unit && !FieldKind.isNumber(cell);
    }
}
