package lstm.csv;

/**
 * Decimal numbers as CSVs write them: a sign, digits with or without well-formed groups of thousands, a fraction, an
 * exponent. Nothing else that {@link Double#parseDouble} takes (hexadecimal digits, suffixes, NaN) is a number here.
 */
final class NumberParser {
    private final String text;
    private final char point;
    private final char group;
    private int at;

    private NumberParser(String text, char point, char group) {
        this.text = text;
        this.point = point;
        this.group = group;
    }

    /**
     * The value of a text.
     *
     * @param point what parts the fraction from the whole
     * @param group what parts the thousands
     * @return NaN if it is not a number, an infinity if it is none that a double can hold
     */
    static double parse(String text, char point, char group) {
        if (!new NumberParser(text, point, group).isNumber()) {
            return isInfinity(text) ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        String plain = text;
        if (text.indexOf(group) >= 0) {
            plain = plain.replace(String.valueOf(group), "");
        }
        return Double.parseDouble(plain.replace(point, '.'));
    }

    private static boolean isInfinity(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        String word = text.substring(from);
        return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
    }

    private boolean isNumber() {
        sign();
        int start = at;
        int whole = digits();
        if (is(group)) {
            // 0,123 has no thousands: a number that is grouped does not start with a zero.
            if (whole < 1 || whole > 3 || text.charAt(start) == '0' || !groups()) {
                return false;
            }
        }
        int fraction = 0;
        if (is(point)) {
            at++;
            fraction = digits();
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (is('e') || is('E')) {
            at++;
            sign();
            if (digits() == 0) {
                return false;
            }
        }
        return at == text.length();
    }

    private boolean groups() {
        while (is(group)) {
            at++;
            if (digits() != 3) {
                return false;
            }
        }
        return true;
    }

    private void sign() {
        if (is('-') || is('+')) {
            at++;
        }
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
