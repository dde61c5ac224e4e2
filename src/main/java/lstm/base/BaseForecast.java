package lstm.base;

/**
 * A forecast of a base network.
 *
 * @param quantiles of each step, [steps][levels of {@link BaseShape#LEVELS}], ascending; not copied
 * @param units what the errors of each step are measured in, as {@link SeasonalHistory#unit} says; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and read.
public record BaseForecast(double[][] quantiles, double[] units) {
    /** Number of steps. */
    public int steps() {
        return quantiles.length;
    }

    /** The forecast of each step. */
    public double[] medians() {
        double[] medians = new double[quantiles.length];
        for (int step = 0; step < medians.length; step++) {
            medians[step] = quantiles[step][BaseShape.MEDIAN];
        }
        return medians;
    }
}
