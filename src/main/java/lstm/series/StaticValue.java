package lstm.series;

/**
 * A fact about a series.
 *
 * @param text of a category; empty if it is a number or not known
 * @param number NaN if it is a category or not known
 */
public record StaticValue(String text, double number) {
    /** A fact that nobody knows. */
    public static final StaticValue UNKNOWN = new StaticValue("", Double.NaN);

    /** Checks that it is one of the two at most. */
    public StaticValue {
        if (Double.isInfinite(number) || !Double.isNaN(number) && !text.isEmpty()) {
            throw new IllegalArgumentException("a fact that is " + text + " and " + number);
        }
    }

    /** A category; empty if it is not known. */
    public static StaticValue category(String text) {
        return new StaticValue(text, Double.NaN);
    }

    /** A number; NaN if it is not known. */
    public static StaticValue number(double number) {
        return new StaticValue("", number);
    }
}
