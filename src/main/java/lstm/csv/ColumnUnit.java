package lstm.csv;

import java.util.Optional;
import lstm.series.NumberStyle;

/**
 * What stands beside the numbers of a column. A percent sign or another unit is in all cells or in none, since numbers
 * with and without it cannot be compared; a currency may be left out.
 */
final class ColumnUnit {
    private final NumberStyle known;
    private String unit;
    private boolean currency;
    private Row unitRow;
    private Row plainRow;

    ColumnUnit(NumberStyle known, String column) {
        this.known = known;
        known.unit(column).ifPresent(name -> {
            unit = name;
            currency = Currencies.startOf(name).equals(name);
        });
    }

    /** Whether a cell may be a number alone. */
    boolean allowsPlain() {
        return unit == null || currency;
    }

    /** A cell has no unit. */
    void plain(Row row, double value) {
        if (plainRow == null && value != 0) {
            plainRow = row;
        }
    }

    /** Whether a cell has the unit of the others. */
    boolean fits(Row row, NumberCell cell, double value) {
        if (cell.unit().isEmpty()) {
            plain(row, value);
            return allowsPlain() || value == 0;
        } else if (unit != null) {
            return unit.equals(cell.unit());
        } else if (!cell.currency() && (plainRow != null || known.like().isPresent())) {
            return false;
        }
        unit = cell.unit();
        currency = cell.currency();
        unitRow = row;
        return true;
    }

    Optional<String> name() {
        return Optional.ofNullable(unit);
    }

    /** The first row with the unit, if it is in this file. */
    Optional<Row> unitRow() {
        return Optional.ofNullable(unitRow);
    }

    /** The first row without a unit. */
    Optional<Row> plainRow() {
        return Optional.ofNullable(plainRow);
    }
}
