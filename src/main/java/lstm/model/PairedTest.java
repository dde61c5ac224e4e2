package lstm.model;

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
}
