package lstm.chart;

/**
 * Mean and standard deviation over the units of a layer.
 *
 * @param sd with the number of units below the fraction line
 */
public record Spread(double mean, double sd) {
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
