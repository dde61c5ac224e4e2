package lstm.forecast;

import java.util.Arrays;
import java.util.List;
import lstm.model.Context;
import lstm.model.Model;
import lstm.network.Network;
import lstm.prepare.MinMax;
import lstm.prepare.ScaledSeries;
import lstm.prepare.Windows;

/** Forecasts with a model, in the units of the data. */
public final class Forecaster implements AutoCloseable {
    private final Network network;
    private final List<MinMax> scalers;

    /** A forecaster with its own network. */
    public Forecaster(Model model, int threads) {
        this(new Network(model.architecture(), model.lookback(), threads), model.weights(), model.scalers());
    }

    /**
     * A forecaster on a network that is there already. Modifies the network: it gets the weights, and is closed with
     * this.
     */
    public Forecaster(Network network, float[] weights, List<MinMax> scalers) {
        this.network = network;
        this.scalers = List.copyOf(scalers);
        network.load(weights);
    }

    /**
     * One step ahead: for each row from {@code from} on, the forecast from the true rows before it.
     *
     * @param columns [F][rows] in the units of the data, the target first
     * @param from first row to forecast, at least the lookback
     * @return forecasts of rows from .. rows-1
     */
    public double[] oneStep(double[][] columns, int from) {
        ScaledSeries series = ScaledSeries.of(columns, scalers);
        Windows windows = Windows.before(series, network.steps(), from, series.rows());
        return oneStep(windows);
    }

    /** One step ahead for windows that are scaled already. */
    public double[] oneStep(Windows windows) {
        int[] order = new int[windows.count()];
        Arrays.setAll(order, k -> k);
        float[] scaled = network.predict((first, n, to) -> windows.read(order, first, n, to), order.length);
        double[] forecasts = new double[order.length];
        Arrays.setAll(forecasts, k -> scalers.get(0).unscale(scaled[k]));
        return forecasts;
    }

    /**
     * Many steps ahead, recursively: each forecast becomes the newest row of the next window. Other columns than the
     * target are not known ahead and stay at their last values.
     *
     * @param last the last rows known, as many as the lookback
     * @param horizon steps ahead, at least 1
     */
    public double[] recursive(Context last, int horizon) {
        int features = scalers.size();
        int steps = network.steps();
        float[] window = new float[steps * features];
        for (int f = 0; f < features; f++) {
            for (int t = 0; t < steps; t++) {
                window[t * features + f] = scalers.get(f).scale(last.values()[f][t]);
            }
        }
        double[] forecasts = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            float next = network.predict((first, n, to) -> System.arraycopy(window, 0, to, 0, window.length), 1)[0];
            forecasts[step] = scalers.get(0).unscale(next);
            System.arraycopy(window, features, window, 0, window.length - features);
            window[window.length - features] = next;
        }
        return forecasts;
    }

    @Override
    public void close() {
        network.close();
    }
}
