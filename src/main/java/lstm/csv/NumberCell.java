package lstm.csv;

import java.util.OptionalInt;
import lstm.series.DecimalSign;
import lstm.series.ThousandsSign;

/**
 * A cell that holds a number with something beside it.
 *
 * @param digits of the number, with its sign in front, and whatever separates its groups and its fraction; spaces and
 *     apostrophes are the plain ones
 * @param unit beside the number: a percent sign, a currency, a unit; "" if there is none
 * @param currency whether that is a currency
 * @param exponent the power of ten of a suffix such as K or M; 0 if there is none
 * @param bound whether the number is only a bound, as in {@code <1}
 * @param odd whether the minus sign stands behind the number, or brackets stand for it
 */
record NumberCell(String digits, String unit, boolean currency, int exponent, boolean bound, boolean odd) {
    /** The number of a cell, or null if it holds none. */
    static NumberCell of(String text) {
        return isBare(text) ? new NumberCell(text, "", false, 0, false, false) : new DressReader(text).read();
    }

    private static boolean isBare(String text) {
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if ((c < '0' || c > '9') && c != '.' && c != ',' && (c != '-' || k > 0)) {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(text.length() - 1) >= '0';
    }

    /**
     * The value of the number.
     *
     * @return NaN if it cannot have this decimal sign, an infinity if no double can hold it
     */
    double value(DecimalSign decimal) {
        double value = NumberParser.parse(digits, decimal.character(), group(decimal));
        if (exponent == 0 || Double.isNaN(value)) {
            return value;
        } else if (digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            return Double.NaN;
        }
        // As text, since a product would be rounded once more: 57.79 M is 57,790,000 exactly.
        String plain = digits.replace(String.valueOf(group(decimal)), "").replace(decimal.character(), '.');
        return Double.parseDouble(plain + "e" + exponent);
    }

    /** What separates the groups of digits if the number has this decimal sign. */
    ThousandsSign thousands(DecimalSign decimal) {
        char group = group(decimal);
        return digits.indexOf(group) < 0 ? ThousandsSign.NONE : ThousandsSign.of(group);
    }

    /** How many digits it has, if it has nothing else. */
    OptionalInt wholeDigits() {
        String bare = digits.startsWith("-") ? digits.substring(1) : digits;
        return bare.chars().allMatch(c -> c >= '0' && c <= '9') ? OptionalInt.of(bare.length()) : OptionalInt.empty();
    }

    private char group(DecimalSign decimal) {
        for (char sign : new char[] {' ', '\'', '_'}) {
            if (digits.indexOf(sign) >= 0) {
                return sign;
            }
        }
        return decimal.other().character();
    }
}
