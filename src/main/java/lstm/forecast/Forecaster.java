package lstm.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import lstm.model.Model;
import lstm.network.Network;
import lstm.prepare.Path;
import lstm.prepare.Preparation;

/** Forecasts with a model, in the units of the data. */
public final class Forecaster implements AutoCloseable {
    /** Origins worked on at once, which bounds the memory. */
    private static final int CHUNK = 2048;

    private final Network network;
    private final Preparation preparation;

    /** A forecaster with its own network. */
    public Forecaster(Model model, int threads) {
        this(new Network(model.architecture(), model.lookback(), threads), model.weights(), model.preparation());
    }

    /**
     * A forecaster on a network that is there already. Modifies the network: it gets the weights, and is closed with
     * this.
     */
    public Forecaster(Network network, float[] weights, Preparation preparation) {
        this.network = network;
        this.preparation = preparation;
        network.load(weights);
    }

    /**
     * Forecasts from origins. Of what lies at or after an origin only stamps and columns known ahead are looked at, as
     * far as {@link Path#rounded} steps.
     *
     * @param rows in the units of the data
     * @param origins the first row to forecast of each, at least {@link Preparation#reach}
     * @param steps to forecast, at least 1
     * @return [origins][targets][steps]
     */
    public double[][][] forecast(Timeline rows, int[] origins, int steps) {
        double[][][] forecasts = new double[origins.length][][];
        int targets = preparation.plan().targets();
        for (int from = 0; from < origins.length; from += CHUNK) {
            int begin = from;
            Path[] paths = new Path[Math.min(CHUNK, origins.length - from)];
            Arrays.setAll(paths, k -> new Path(preparation, rows.columns(), rows.stamps(), origins[begin + k], steps));
            run(paths, steps);
            for (int k = 0; k < paths.length; k++) {
                Path path = paths[k];
                forecasts[from + k] = IntStream.range(0, targets)
                        .mapToObj(target -> path.forecasts(target, steps))
                        .toArray(double[][]::new);
            }
        }
        return forecasts;
    }

    private void run(Path[] paths, int steps) {
        int outputs = preparation.plan().outputs();
        for (int done = 0; done < steps; done += preparation.plan().head()) {
            float[] given = network.predict((first, n, to) -> read(paths, first, n, to), paths.length);
            for (int k = 0; k < paths.length; k++) {
                paths[k].take(given, k * outputs);
            }
        }
    }

    private static void read(Path[] paths, int first, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            paths[first + k].read(k, n, to);
        }
    }

    /** Residuals of its forecasts, none of which is known yet. */
    Residuals residuals(int steps) {
        return Residuals.none(preparation, steps);
    }

    /** One step ahead, of the first target, for each of these rows. */
    public double[] oneStep(Timeline rows, int[] origins) {
        double[][][] all = forecast(rows, origins, 1);
        return Arrays.stream(all).mapToDouble(each -> each[0][0]).toArray();
    }

    @Override
    public void close() {
        network.close();
    }
}
