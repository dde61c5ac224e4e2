package lstm.prepare;

import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The transform of a column before scaling, inverted in forecasts. y is the column, z the transformed column, m the
 * season in rows. Logarithms are computed by {@link StrictMath}, which gives the same bits on every JVM.
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
    /** z[t] = y[t] - y[t-m]. */
    SEASONAL_DIFFERENCE,
    /**
     * z[t] = c[t] - (c[t-m] + c[t-2m]) / 2 with c[t] = y[t] - y[t-1]: the difference of a change from its mean in the
     * two seasons before. Ordinary and seasonal differences are those of Box and Jenkins (1970); averaging two seasons
     * instead of one halves the noise added by the earlier season.
     */
    SEASONAL_CHANGE;

    /** Number of rows that z looks back, for a season of m rows; that many rows at the start have no z. */
    public int lag(int season) {
        return switch (this) {
            case NONE, LOG, RELATIVE -> 0;
            case DIFFERENCE, LOG_RETURN -> 1;
            case SEASONAL_DIFFERENCE -> season;
            case SEASONAL_CHANGE -> 2 * season + 1;
        };
    }

    /** Whether it compares a row with earlier seasons. */
    public boolean isSeasonal() {
        return this == SEASONAL_DIFFERENCE || this == SEASONAL_CHANGE;
    }

    /** Whether z is a logarithm or the difference of two. */
    public boolean isLogarithmic() {
        return this == LOG || this == LOG_RETURN;
    }

    /** Whether it requires positive values. */
    public boolean needsPositive() {
        return this == LOG || this == LOG_RETURN || this == RELATIVE;
    }

    /** Whether z is independent of the scale of y. */
    public boolean isRelative() {
        return this == LOG_RETURN || this == RELATIVE;
    }

    /** z of a row, for a season of m rows. {@link #RELATIVE} leaves y to the window. */
    double apply(double[] column, int row, int season) {
        return switch (this) {
            case NONE, RELATIVE -> column[row];
            case LOG -> StrictMath.log(column[row]);
            case LOG_RETURN -> StrictMath.log(column[row]) - StrictMath.log(column[row - 1]);
            case DIFFERENCE, SEASONAL_DIFFERENCE, SEASONAL_CHANGE -> column[row] - still(column, row, season);
        };
    }

    /** y of a row, from its z and the rows before it. */
    double undo(double z, double[] column, int row, int season) {
        return switch (this) {
            case NONE, RELATIVE -> z;
            case LOG -> StrictMath.exp(z);
            case LOG_RETURN -> column[row - 1] * StrictMath.exp(z);
            case DIFFERENCE, SEASONAL_DIFFERENCE, SEASONAL_CHANGE -> still(column, row, season) + z;
        };
    }

    /** What y would be if its z were 0. */
    private double still(double[] column, int row, int season) {
        return switch (this) {
            case NONE, LOG, RELATIVE -> 0;
            case DIFFERENCE, LOG_RETURN -> column[row - 1];
            case SEASONAL_DIFFERENCE -> column[row - season];
            case SEASONAL_CHANGE -> {
                double one = column[row - season] - column[row - season - 1];
                double two = column[row - 2 * season] - column[row - 2 * season - 1];
                yield column[row - 1] + one / 2 + two / 2;
            }
        };
    }

    /** Whether none of the rows that z of a row depends on is masked. */
    boolean isFree(BitSet masked, int row, int season) {
        return switch (this) {
            case NONE, LOG, RELATIVE -> !masked.get(row);
            case DIFFERENCE, LOG_RETURN -> areFree(masked, row, row - 1);
            case SEASONAL_DIFFERENCE -> areFree(masked, row, row - season);
            case SEASONAL_CHANGE ->
                areFree(masked, row, row - 1, row - season, row - season - 1, row - 2 * season, row - 2 * season - 1);
        };
    }

    private static boolean areFree(BitSet masked, int... rows) {
        return IntStream.of(rows).noneMatch(masked::get);
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
