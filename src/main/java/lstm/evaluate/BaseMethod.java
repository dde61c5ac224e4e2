package lstm.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.base.OpenBaseNetworks;
import lstm.model.BaseFit;
import lstm.model.Method;
import lstm.modelfile.BaseNetworkFile;

/**
 * The base network that is part of the program, as one method among others. Each forecast starts from the last rows
 * before it, as many as the network remembers.
 *
 * @param open where the network stays open, which the caller closes; empty to open it for each call
 */
record BaseMethod(BaseFit fit, Optional<OpenBaseNetworks> open) implements Baseline {
    @Override
    public Method method() {
        return Method.BASE;
    }

    /** With less than a season of rows the network is told of none. */
    @Override
    public int historyRows() {
        return 1;
    }

    @Override
    public double[] forecast(double[] values, int row, int horizon) {
        return forecasts(values, new int[] {row}, horizon)[0];
    }

    /** All in as few calls of the network as possible: a call of its own for each takes several times as long. */
    @Override
    public double[][] forecasts(double[] values, int[] rows, int horizon) {
        if (open.isPresent()) {
            return forecasts(values, rows, horizon, open.get());
        }
        try (OpenBaseNetworks own = new OpenBaseNetworks()) {
            return forecasts(values, rows, horizon, own);
        }
    }

    private double[][] forecasts(double[] values, int[] rows, int horizon, OpenBaseNetworks networks) {
        BaseForecaster forecaster = networks.forecaster(fit.tuned().orElseGet(BaseNetworkFile::shipped));
        List<BaseForecast> forecasts = forecaster.forecast(k -> past(values, rows[k]), rows.length, horizon);
        double[][] points = new double[rows.length][];
        Arrays.setAll(points, k -> finite(forecasts.get(k), values[rows[k] - 1]));
        return points;
    }

    private BaseForecaster.Past past(double[] values, int row) {
        double[] known = Arrays.copyOfRange(values, Math.max(0, row - fit.memory()), row);
        return new BaseForecaster.Past(known, fit.seasons());
    }

    /** @param otherwise where values are so large that their squares leave no number */
    private static double[] finite(BaseForecast forecast, double otherwise) {
        return Arrays.stream(forecast.medians())
                .map(value -> Double.isNaN(value) ? otherwise : value)
                .map(value -> Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value)))
                .toArray();
    }
}
