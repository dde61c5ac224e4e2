package lstm.prepare;

import java.util.Locale;

/**
 * What is done to a column before it is scaled, and undone in forecasts. y is the column, z what becomes of it, l a lag
 * in rows: 1, or the season. Logarithms are those of {@link StrictMath}, which are the same on every Java.
 */
public enum Transform {
    /** z[t] = y[t]. */
    NONE,
    /** z[t] = ln y[t]; needs values above 0. */
    LOG,
    /** z[t] = y[t] - y[t-1]. */
    DIFFERENCE,
    /** z[t] = ln y[t] - ln y[t-1]; needs values above 0. */
    LOG_RETURN,
    /** z[t] = y[t] / y[o] - 1 with o the last row of the window; needs values above 0. */
    RELATIVE,
    /** z[t] = y[t] - y[t-m], m the season. */
    SEASONAL_DIFFERENCE;

    /** l: how many rows it reaches back, for a season of m rows; the first l rows have no z. */
    public int lag(int season) {
        return switch (this) {
            case NONE, LOG, RELATIVE -> 0;
            case DIFFERENCE, LOG_RETURN -> 1;
            case SEASONAL_DIFFERENCE -> season;
        };
    }

    /** Whether it is made for values above 0 only. */
    public boolean needsPositive() {
        return this == LOG || this == LOG_RETURN || this == RELATIVE;
    }

    /** Whether z does not depend on the size of y. */
    public boolean isRelative() {
        return this == LOG_RETURN || this == RELATIVE;
    }

    /**
     * z of a row, from the value there and the one {@code lag} rows before. {@link #RELATIVE} leaves y to the window.
     */
    double apply(double value, double before) {
        return switch (this) {
            case NONE, RELATIVE -> value;
            case LOG -> StrictMath.log(value);
            case DIFFERENCE, SEASONAL_DIFFERENCE -> value - before;
            case LOG_RETURN -> StrictMath.log(value) - StrictMath.log(before);
        };
    }

    /** y of a row, from its z and the value {@code lag} rows before. */
    double undo(double z, double before) {
        return switch (this) {
            case NONE, RELATIVE -> z;
            case LOG -> StrictMath.exp(z);
            case DIFFERENCE, SEASONAL_DIFFERENCE -> before + z;
            case LOG_RETURN -> before * StrictMath.exp(z);
        };
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
