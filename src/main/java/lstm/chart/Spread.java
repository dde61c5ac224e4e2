package lstm.chart;

/**
 * Mean and standard deviation over the units of a layer.
 *
 * @param sd population standard deviation
 */
public record Spread(double mean, double sd) {
    /** The spread of one or more values. */
    public static Spread of(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(mean, Math.sqrt(squares / values.length));
    }
}
