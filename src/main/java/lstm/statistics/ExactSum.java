package lstm.statistics;

import java.math.BigDecimal;

/** A sum that is rounded once, at its end, so that it depends neither on the order nor on the sizes of its parts. */
public final class ExactSum {
    private BigDecimal sum = BigDecimal.ZERO;

    /**
     * Adds a number.
     *
     * @param value finite
     */
    public void add(double value) {
        sum = sum.add(new BigDecimal(value));
    }

    /** The double nearest to the sum. */
    public double value() {
        return sum.doubleValue();
    }
}
