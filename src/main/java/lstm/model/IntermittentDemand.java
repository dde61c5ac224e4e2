package lstm.model;

/**
 * The parameters of the method of Teunter, Syntetos and Babai for demand that is mostly zero: the chance of a demand
 * and its size are smoothed each by itself, and the forecast is their product. Source: Intermittent demand: linking
 * forecasting to inventory obsolescence (2011).
 *
 * @param chance share of the last row that the chance of a demand takes, 0 to 1
 * @param size share of the last demand that the size takes, 0 to 1
 */
public record IntermittentDemand(double chance, double size) {
    /** Checks that both are shares. */
    public IntermittentDemand {
        if (!(0 <= chance && chance <= 1) || !(0 <= size && size <= 1)) {
            throw new IllegalArgumentException("shares of " + chance + " and " + size);
        }
    }
}
