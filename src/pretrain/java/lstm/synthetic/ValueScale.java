package lstm.synthetic;

import java.util.Arrays;

/** How the sum of the parts becomes values. */
public sealed interface ValueScale {
    /**
     * y = unit (offset + x): what happens has the same size at any level.
     *
     * @param offset level in units
     * @param unit of a part
     */
    record Additive(double offset, double unit) implements ValueScale {}

    /**
     * y = level exp(spread x): what happens is a share of the level, and values are positive.
     *
     * @param level where x is 0
     * @param spread of the logarithm
     */
    record Multiplicative(double level, double spread) implements ValueScale {}

    /** Beyond this the exponential of a walk would leave the range of numbers that files hold. */
    double LARGEST_EXPONENT = 20;

    /** Turns the sums into values. Modifies {@code values}. */
    default void apply(double[] values) {
        if (this instanceof Additive additive) {
            Arrays.setAll(values, t -> additive.unit() * (additive.offset() + values[t]));
        } else if (this instanceof Multiplicative multiplicative) {
            Arrays.setAll(values, t -> {
                double exponent = multiplicative.spread() * values[t];
                return multiplicative.level()
                        * StrictMath.exp(Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent)));
            });
        }
    }
}
