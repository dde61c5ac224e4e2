package lstm.model;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Whether the difference between two forecasts of the same rows could be chance: the test of Diebold and Mariano with
 * the correction of Harvey, Leybourne and Newbold.
 *
 * @param statistic below 0 if the first forecast has the smaller errors
 * @param pValue how likely so large a difference is, either way, if both are equally good
 */
public record PairedTest(double statistic, double pValue) {
    /** What is less likely than this is hardly chance. */
    private static final double UNLIKELY = 0.05;

    private static final double LEAST_SHOWN = 0.001;

    /** Checks that the probability is one. */
    public PairedTest {
        if (!Double.isFinite(statistic) || !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("statistic " + statistic + ", p " + pValue);
        }
    }

    /** Whether chance alone would hardly make such a difference. */
    public boolean isHardlyChance() {
        return pValue < UNLIKELY;
    }

    /** What it means: {@code better than naive, and hardly by chance (p = 0.012)}. */
    public String words(Method other) {
        String chance = isHardlyChance() ? ", and hardly by chance (" : ", but the difference could be chance (";
        String side = statistic == 0 ? "as good as " : statistic < 0 ? "better than " : "worse than ";
        return side + other + (statistic == 0 ? " (" : chance) + probability() + ")";
    }

    private String probability() {
        if (pValue < LEAST_SHOWN) {
            return "p < " + LEAST_SHOWN;
        }
        BigDecimal rounded = new BigDecimal(pValue).round(new MathContext(2));
        return "p = " + (pValue == 1 ? "1" : rounded.toPlainString());
    }
}
