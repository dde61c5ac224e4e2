package lstm.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.DecimalSign;
import lstm.series.NumberClue;
import lstm.series.NumberFacts;
import lstm.series.NumberStyle;
import lstm.series.ThousandsSign;

/**
 * Finds out how the numbers of a file are written. A cell such as {@code 1,5} proves it for the whole file; one such as
 * {@code 1.012} leaves two readings. If none proves it, the look of the file may decide; otherwise it is an error.
 */
final class NumberEvidence {
    /** What a cell showed, for messages. */
    record Witness(Row row, String column, String text) {}

    private final NumberStyle known;
    private final NumberContext context;
    private final List<NumberColumn> columns = new ArrayList<>();
    private final List<NumberColumn> others = new ArrayList<>();
    private DecimalSign decimal;
    private ThousandsSign thousands;
    private Witness proof;
    private Witness torn;
    private List<NumberClue> clues = List.of();

    /**
     * Begins with what is known before the first row.
     *
     * @throws LstmException if that is contradictory
     */
    NumberEvidence(NumberStyle known, NumberContext context) throws LstmException {
        if (known.isContradictory()) {
            throw NumberFaults.oneSign(known);
        }
        this.known = known;
        this.context = context;
        thousands = known.thousands().orElse(null);
        decimal = known.decimal().orElse(null);
        if (decimal == null && thousands == ThousandsSign.POINT) {
            decimal = DecimalSign.COMMA;
        } else if (decimal == null && thousands == ThousandsSign.COMMA) {
            decimal = DecimalSign.POINT;
        }
    }

    /** Takes part in the decision: a column that is read. */
    void join(NumberColumn column) {
        columns.add(column);
    }

    /** The columns that are not read but may prove how numbers are written. */
    List<NumberColumn> others() {
        return others;
    }

    /** A column that is not read, but may prove how numbers are written. */
    void listen(NumberColumn column) {
        others.add(column);
    }

    /**
     * Looks at the columns that are not read, as long as they may be needed.
     *
     * @param early whether the row is one of the first, which are always looked at
     */
    void look(Row row, boolean early) {
        if (decimal == null && (early || torn != null)) {
            others.forEach(column -> column.read(row));
        }
    }

    /** Whether cells have two readings so far. */
    boolean isTorn() {
        return torn != null && decimal == null;
    }

    NumberStyle known() {
        return known;
    }

    /** The decimal sign, or null while both are possible. */
    DecimalSign decimal() {
        return decimal;
    }

    /** Whether a cell may be read with this decimal sign, as far as is known. */
    boolean allows(DecimalSign sign, NumberCell cell) {
        ThousandsSign groups = cell.thousands(sign);
        return (decimal == null || decimal == sign)
                && (groups == ThousandsSign.NONE || thousands == null || thousands == groups);
    }

    /** A cell can be read with this decimal sign only. */
    void prove(DecimalSign sign, Row row, String column, String text) {
        if (decimal == null) {
            decimal = sign;
            proof = new Witness(row, column, text);
            group(thousandsOfTorn());
        }
    }

    /** A cell has two readings. */
    void tear(Row row, String column, String text) {
        if (torn == null) {
            torn = new Witness(row, column, text);
        }
    }

    /** A cell has groups of digits that are separated so. */
    void group(ThousandsSign sign) {
        if (thousands == null && sign != ThousandsSign.NONE) {
            thousands = sign;
            if (isTorn()) {
                // Its only sign does not separate groups, since another does.
                decimal = tornSign();
            }
        }
    }

    private ThousandsSign thousandsOfTorn() {
        return torn == null || tornSign() == decimal
                ? ThousandsSign.NONE
                : ThousandsSign.of(tornSign().character());
    }

    private DecimalSign tornSign() {
        return torn.text.indexOf('.') >= 0 ? DecimalSign.POINT : DecimalSign.COMMA;
    }

    /**
     * Decides once all rows have been read.
     *
     * @throws LstmException if two readings are left
     */
    void settle() throws LstmException {
        if (!isTorn()) {
            return;
        }
        NumberVerdict verdict = NumberVerdict.of(tornSign(), context, columns, others, known.isLikelyPlain());
        clues = verdict.clues();
        decimal = verdict.decimal().orElseThrow(() -> NumberFaults.twoReadings(torn));
        group(thousandsOfTorn());
    }

    /** The cell that proved the decimal sign, if one did. */
    Optional<Witness> proof() {
        return Optional.ofNullable(proof);
    }

    /** What was found. */
    NumberFacts facts() {
        long proofs =
                columns.stream().mapToLong(column -> column.tally().proofs()).sum();
        long cells =
                columns.stream().mapToLong(column -> column.tally().cells()).sum();
        List<NumberFacts.ColumnDress> dresses = columns.stream()
                .map(NumberColumn::dress)
                .filter(dress -> !dress.isPlain())
                .toList();
        boolean shown = columns.stream().anyMatch(column -> column.tally().hasSigns());
        return new NumberFacts(
                Optional.ofNullable(decimal).filter(sign -> shown),
                Optional.ofNullable(thousands).filter(sign -> shown && sign != ThousandsSign.NONE),
                proofs,
                cells,
                clues.isEmpty() && shown && proofs == 0 ? before() : clues,
                dresses);
    }

    /** Why cells with two readings have one, if nothing was to be decided. */
    private List<NumberClue> before() {
        if (known.decimal().isEmpty() && known.thousands().isEmpty()) {
            return List.of();
        }
        return List.of(known.like().isPresent() ? NumberClue.BEFORE : NumberClue.ASKED);
    }

    /** How the numbers are written, for other files of the same kind. */
    NumberStyle style() {
        Map<String, String> units = new HashMap<>();
        columns.forEach(column -> column.unit().ifPresent(unit -> units.put(column.name(), unit)));
        boolean plain = facts().isPlain() && !(decimal == DecimalSign.POINT && context.suggestsComma());
        return new NumberStyle(
                Optional.ofNullable(decimal),
                Optional.ofNullable(thousands),
                units,
                known.firm() || !plain,
                Optional.empty());
    }
}
