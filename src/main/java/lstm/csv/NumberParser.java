package lstm.csv;

/**
 * Decimal numbers as CSVs write them: a sign, digits with or without well-formed groups, a fraction, an exponent.
 * Groups have three digits, or two and at the end three, as in India ({@code 12,34,567}). Nothing else that
 * {@link Double#parseDouble} takes (hexadecimal digits, suffixes, NaN) is a number here.
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
            return Double.NaN;
        }
        String plain = text;
        if (text.indexOf(group) >= 0) {
            plain = plain.replace(String.valueOf(group), "");
        }
        return Double.parseDouble(plain.replace(point, '.'));
    }

    private boolean isNumber() {
        sign();
        int start = at;
        int whole = digits();
        boolean grouped = is(group);
        if (grouped) {
            // 0,123 has no thousands: a number that is grouped does not start with a zero.
            if (whole < 1 || whole > 3 || text.charAt(start) == '0' || !groups(whole)) {
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
        if (!grouped && (is('e') || is('E'))) {
            at++;
            sign();
            if (digits() == 0) {
                return false;
            }
        }
        return at == text.length();
    }

    /** @param first digits before the first group */
    private boolean groups(int first) {
        int middle = 0;
        int last = 0;
        while (is(group)) {
            if (last != 0 && middle != 0 && last != middle) {
                return false;
            }
            middle = last;
            at++;
            last = digits();
            if (last == 0) {
                return false;
            }
        }
        return last == 3 && (middle == 0 || middle == 3 || (middle == 2 && group == ',' && first <= 2));
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
