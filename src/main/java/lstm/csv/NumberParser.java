package lstm.csv;

/**
 * Decimal numbers as CSVs write them: a sign, digits with or without well-formed groups, a fraction, an exponent.
 * Groups have three digits, or two and at the end three, as in India ({@code 12,34,567}). Nothing else that
 * {@link Double#parseDouble} takes (hexadecimal digits, suffixes, NaN) is a number here.
 */
final class NumberParser {
    /** Any number with this many digits is exact in a double. */
    private static final int MOST_DIGITS = 15;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

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

    /**
     * The value of digits with at most a sign, this decimal sign and an exponent, the same as
     * {@link Double#parseDouble} gives. Few digits are exact in a double, and so is the power of ten that they are
     * divided by, so that the quotient is rounded once, as it should be (Clinger 1990).
     */
    static double value(String text, char point) {
        long digits = 0;
        int places = -1;
        boolean negative = text.charAt(0) == '-';
        boolean small = text.length() <= MOST_DIGITS;
        for (int k = negative || text.charAt(0) == '+' ? 1 : 0; k < text.length() && small; k++) {
            char c = text.charAt(k);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + c - '0';
                places += places < 0 ? 0 : 1;
            } else {
                small = c == point && places < 0;
                places = 0;
            }
        }
        if (!small) {
            return Double.parseDouble(text.replace(point, '.'));
        }
        double size = digits / TENS[Math.max(0, places)];
        return negative ? -size : size;
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
