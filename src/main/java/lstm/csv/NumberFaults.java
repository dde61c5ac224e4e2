package lstm.csv;

import java.util.Locale;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.NumberStyle;
import lstm.series.ThousandsSign;
import lstm.text.NumberText;

/** Failures about numbers. */
final class NumberFaults {
    private NumberFaults() {}

    /** The failure of a cell that holds no number. */
    static LstmException of(
            CellProblem problem, Row row, String column, String text, NumberEvidence evidence, ColumnUnit unit) {
        LstmException fault =
                switch (problem) {
                    case NONE -> throw new IllegalStateException(text);
                    case MISSING, MARK -> missing(problem, text);
                    case WORD ->
                        LstmException.data(LstmException.quote(text), " is not a number")
                                .remedy("write a number, or empty the cell and use ", Setting.MISSING.to(Missing.DROP));
                    case INFINITE, TOO_LARGE ->
                        LstmException.data(LstmException.quote(text), " is not a finite number")
                                .remedy("write a number, or empty the cell and use ", Setting.MISSING.to(Missing.DROP));
                    case UNREADABLE ->
                        LstmException.data(LstmException.quote(text), " is not a number that can be read")
                                .remedy("write it like the other cells of the column");
                    case OTHER_STYLE -> otherStyle(text, evidence);
                    case OTHER_UNIT -> otherUnit(text, unit, evidence.known());
                };
        return fault.at(row.place().column(column));
    }

    private static LstmException missing(CellProblem problem, String text) {
        String what = problem == CellProblem.MARK
                ? " stands for a missing value"
                : text.isEmpty() ? "the value is missing" : " is a missing value";
        return LstmException.data(text.isEmpty() ? what : LstmException.quote(text) + what)
                .remedy("fill it in, or use ", Setting.MISSING, " drop, forward, interpolate or mask");
    }

    private static LstmException otherStyle(String text, NumberEvidence evidence) {
        DecimalSign sign = evidence.decimal();
        boolean groups = sign == null || !Double.isNaN(NumberCell.of(text).value(sign));
        Phrase how = evidence.proof()
                .map(proof -> Phrase.of(
                        ", as ",
                        LstmException.quote(proof.text()),
                        " in line ",
                        proof.row().line(),
                        " is"))
                .orElseGet(() -> evidence.known()
                        .like()
                        .map(like -> Phrase.of(", as those of ", like, " are"))
                        .orElse(Phrase.NONE));
        LstmException fault = groups
                ? LstmException.data(
                        LstmException.quote(text), " has another thousands sign than the numbers before it")
                : LstmException.data(LstmException.quote(text), " is not a number with a decimal ", sign, how);
        // Where cells or files that are read together contradict each other, no setting helps.
        boolean together =
                evidence.known().like().isPresent() && !evidence.known().isOfModel();
        return groups || together || evidence.proof().isPresent()
                ? fault.remedy("write all numbers alike")
                : fault.remedy(
                        "write all numbers alike, or use ", Setting.DECIMAL.to(sign.other()), " if they are alike");
    }

    private static LstmException otherUnit(String text, ColumnUnit unit, NumberStyle known) {
        String own = NumberCell.of(text).unit();
        // A cell without a unit is the odd one only if there is a unit.
        boolean comparesPlain = unit.name().isEmpty();
        Optional<Row> other = comparesPlain ? unit.plainRow() : unit.unitRow();
        String where = other.map(row -> "line " + row.line())
                .orElseGet(() -> known.like().orElse("the rest"));
        return LstmException.data(
                        LstmException.quote(text),
                        own.isEmpty() ? " has no unit" : " has the unit " + LstmException.quote(own),
                        ", but ",
                        where,
                        " has ",
                        unit.name().map(LstmException::quote).orElse("none"))
                .remedy("write the whole column in one unit");
    }

    /** The failure of a cell with two readings, where nothing decides. */
    static LstmException twoReadings(NumberEvidence.Witness torn) {
        NumberCell cell = NumberCell.of(torn.text());
        return LstmException.data(
                        LstmException.quote(torn.text()),
                        " is ",
                        number(cell.value(DecimalSign.POINT)),
                        " with a decimal point but ",
                        number(cell.value(DecimalSign.COMMA)),
                        " with a decimal comma, and no other cell tells which")
                .remedy("add ", Setting.DECIMAL.to(DecimalSign.POINT), " or ", Setting.DECIMAL.to(DecimalSign.COMMA))
                .at(torn.row().place().column(torn.column()));
    }

    /** The question whether a number stands for a missing value. */
    static LstmException mark(Row row, String column, double mark, long count, double min, double max) {
        return LstmException.data(
                        number(mark),
                        " may stand for a missing value: it occurs ",
                        count == 1 ? "once" : NumberText.count(count) + " times",
                        ", and all other values are between ",
                        NumberText.of(min),
                        " and ",
                        NumberText.of(max))
                .remedy(
                        "add ",
                        Setting.MISSING_MARK.to(number(mark)),
                        " if it does, or ",
                        Setting.MISSING_MARK.to("none"),
                        " if it is a value")
                .at(row.place().column(column));
    }

    /** The failure of settings that give one sign two meanings. */
    static LstmException oneSign(NumberStyle style) {
        ThousandsSign sign = style.thousands().orElseThrow();
        return LstmException.usage(
                        Setting.THOUSANDS.to(sign),
                        " and ",
                        Setting.DECIMAL.to(style.decimal().orElseThrow()),
                        " give one sign two meanings")
                .remedy("leave one out");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
