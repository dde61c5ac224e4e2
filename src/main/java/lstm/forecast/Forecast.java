package lstm.forecast;

import java.util.Optional;

/**
 * The forecast of a model from one origin.
 *
 * @param points the forecasts, [targets][steps]; not copied
 * @param quantiles all predictions of each value, [targets][width][steps], ascending over the width: the forecast
 *     alone, or the quantiles that the model was trained for, of which the middle one is the forecast; not copied
 * @param network the forecasts of the network alone, where it is part of a combination; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to them or compares them.
public record Forecast(double[][] points, double[][][] quantiles, Optional<double[][]> network) {
    /** A forecast of a network. */
    Forecast(double[][] points, double[][][] quantiles) {
        this(points, quantiles, Optional.empty());
    }

    /** A forecast without other quantiles. */
    public static Forecast of(double[][] points) {
        double[][][] quantiles = new double[points.length][][];
        for (int target = 0; target < quantiles.length; target++) {
            quantiles[target] = new double[][] {points[target]};
        }
        return new Forecast(points, quantiles);
    }

    /** The same as part of a combination. */
    Forecast combined(double[][] together) {
        Forecast forecast = of(together);
        return new Forecast(forecast.points, forecast.quantiles, Optional.of(points));
    }

    /** Number of steps. */
    public int steps() {
        return points[0].length;
    }

    /** All predictions of one value, ascending. */
    public double[] at(int target, int step) {
        double[] predictions = new double[quantiles[target].length];
        for (int k = 0; k < predictions.length; k++) {
            predictions[k] = quantiles[target][k][step];
        }
        return predictions;
    }
}
