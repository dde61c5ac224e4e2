package lstm.csv;

/**
 * How one column writes its numbers. The fraction follows a point, unless fields are not parted by commas and a value
 * can only be read with a decimal comma ({@code 3,14}); then a point parts thousands. The first values decide for the
 * whole column. {@code 1,234} by itself can be either: it is refused until another value has decided.
 */
final class Decimals {
    private enum Style {
        POINT,
        COMMA,
        UNDECIDED
    }

    private Style style;
    private boolean certain;

    /** Creates the format of a column in a CSV with this delimiter. */
    Decimals(char delimiter) {
        style = delimiter == ',' ? Style.POINT : Style.UNDECIDED;
        certain = delimiter == ',';
    }

    /** Learns from a value of the sample. */
    void observe(String text) {
        if (certain || (text.indexOf(',') < 0 && text.indexOf('.') < 0)) {
            return;
        }
        boolean asPoint = Double.isFinite(NumberParser.parse(text, '.', ','));
        boolean asComma = Double.isFinite(NumberParser.parse(text, ',', '.'));
        if (asPoint != asComma) {
            style = asPoint ? Style.POINT : Style.COMMA;
            certain = true;
        } else if (asPoint && text.indexOf('.') >= 0) {
            style = Style.POINT;
        }
    }

    /** Whether it is still unknown if the comma in this value marks decimals or thousands. */
    boolean isAmbiguous(String text) {
        return style == Style.UNDECIDED
                && text.indexOf(',') >= 0
                && Double.isFinite(NumberParser.parse(text, '.', ','))
                && Double.isFinite(NumberParser.parse(text, ',', '.'));
    }

    /**
     * The value of a text that is not ambiguous.
     *
     * @return NaN if it is not a number, an infinity if it is too large for a double
     */
    double parse(String text) {
        if (style == Style.UNDECIDED) {
            // All values so far were whole and had no thousands, so either style suits them.
            observe(text);
        }
        return style == Style.COMMA ? NumberParser.parse(text, ',', '.') : NumberParser.parse(text, '.', ',');
    }
}
