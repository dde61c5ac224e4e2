package lstm.spark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import lstm.series.Missing;

/**
 * Numbers of a table. How numbers in text are written cannot be decided from all cells here, so that only plain ones
 * are read: digits, a decimal point, an exponent.
 */
final class PlainNumber {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

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
            if (Missing.isMissing(text)) {
                return OptionalDouble.of(Double.NaN);
            } else if (!PLAIN.matcher(text).matches()) {
                return OptionalDouble.empty();
            }
            value = Double.parseDouble(text);
        }
        if (Double.isInfinite(value)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(marks.contains(value) ? Double.NaN : value);
    }
}
