package lstm.forecast;

/**
 * What a model says from one origin on.
 *
 * @param points the forecasts, [targets][steps]; not copied
 * @param quantiles all predictions of each value, [targets][width][steps], rising with the width: the forecasts alone,
 *     or the quantiles that the model was trained for, of which the middle one is the forecast; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to them or compares them.
public record Forecast(double[][] points, double[][][] quantiles) {
    /** One that knows no more than the forecasts. */
    static Forecast of(double[][] points) {
        double[][][] quantiles = new double[points.length][][];
        for (int target = 0; target < quantiles.length; target++) {
            quantiles[target] = new double[][] {points[target]};
        }
        return new Forecast(points, quantiles);
    }

    /** Steps ahead. */
    public int steps() {
        return points[0].length;
    }

    /** All predictions of one value, rising. */
    public double[] at(int target, int step) {
        double[] predictions = new double[quantiles[target].length];
        for (int k = 0; k < predictions.length; k++) {
            predictions[k] = quantiles[target][k][step];
        }
        return predictions;
    }
}
