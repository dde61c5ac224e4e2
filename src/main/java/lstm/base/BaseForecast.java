package lstm.base;

import java.util.Arrays;

/**
 * A forecast of a base network.
 *
 * @param quantiles of each step, [steps][levels of {@link BaseShape#LEVELS}], ascending; not copied
 * @param units what the errors of each step are measured in, as {@link SeasonalHistory#unit} says; not copied
 * @param last value before it, which the naive forecast repeats
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and read.
public record BaseForecast(double[][] quantiles, double[] units, double last) {
    /** Number of steps. */
    public int steps() {
        return quantiles.length;
    }

    /** The forecast of a step, from 0. */
    public double median(int step) {
        return quantiles[step][BaseShape.MEDIAN];
    }

    /** The forecast of each step. */
    public double[] medians() {
        double[] medians = new double[quantiles.length];
        Arrays.setAll(medians, this::median);
        return medians;
    }
}
