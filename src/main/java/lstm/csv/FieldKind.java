package lstm.csv;

import lstm.series.DecimalSign;
import lstm.series.Missing;

/** What a cell looks like, taken by itself. */
enum FieldKind {
    /** A number or a date. */
    VALUE,
    /** Empty, or a word for a missing value. */
    BLANK,
    /** Anything else, such as the name of a column. */
    TEXT;

    static FieldKind of(String cell) {
        if (Missing.isMissing(cell)) {
            return BLANK;
        } else if (!OddLines.hasDigit(cell)) {
            return TEXT;
        }
        return isNumber(cell) || isDate(cell) ? VALUE : TEXT;
    }

    static boolean isNumber(String cell) {
        NumberCell number = NumberCell.of(cell);
        return number != null
                && (!Double.isNaN(number.value(DecimalSign.POINT)) || !Double.isNaN(number.value(DecimalSign.COMMA)));
    }

    static boolean isDate(String cell) {
        return DateFormats.TEXT.stream().anyMatch(form -> form.seconds(cell) != DateFormat.NONE);
    }
}
