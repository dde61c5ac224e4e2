package lstm.spark;

import java.util.List;
import java.util.OptionalDouble;
import lstm.series.Missing;

/**
 * Numbers of a table. How numbers in text are written cannot be decided from all cells here, so that only plain ones
 * are read: digits, a decimal point, an exponent.
 */
final class PlainNumber {
    private PlainNumber() {}

    /**
     * The value of a cell; NaN if it is missing.
     *
     * @param cell a double, text, or null
     * @param marks numbers that stand for a missing value
     * @return empty if it is neither a finite number nor missing
     */
    static OptionalDouble of(Object cell, List<Double> marks) {
        double value;
        if (cell == null) {
            return OptionalDouble.of(Double.NaN);
        } else if (cell instanceof Double number) {
            value = number;
        } else {
            String text = cell.toString().strip();
            if (!isPlain(text)) {
                return Missing.isMissing(text) ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
            }
            value = Double.parseDouble(text);
        }
        if (Double.isInfinite(value)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(marks.contains(value) ? Double.NaN : value);
    }

    /** A sign, digits with or without a point among them, and an exponent; a pattern would take longer to match. */
    private static boolean isPlain(String text) {
        int at = afterSign(text, 0);
        int point = afterDigits(text, at);
        int digits = point - at;
        int end = point;
        if (end < text.length() && text.charAt(end) == '.') {
            end = afterDigits(text, point + 1);
            digits += end - point - 1;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int power = afterSign(text, end + 1);
            end = afterDigits(text, power);
            return digits > 0 && end > power && end == text.length();
        }
        return digits > 0 && end == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
