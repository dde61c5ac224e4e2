package lstm.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import lstm.base.OpenBaseNetworks;
import lstm.model.Model;
import lstm.network.DropoutKey;
import lstm.network.Ensemble;
import lstm.network.Network;
import lstm.network.Predictor;
import lstm.prepare.ForecastRollout;
import lstm.prepare.Preparation;
import lstm.prepare.Timeline;
import lstm.progress.ProgressListener;

/**
 * Forecasts with a model, in the units of the data. The base networks that have a share in forecasts stay open in
 * native memory with it, from one series to the next.
 */
public final class Forecaster implements AutoCloseable {
    /** Number of origins processed at once, which bounds the memory. */
    private static final int CHUNK = 2048;

    private final Predictor network;
    private final Preparation preparation;
    private final OpenBaseNetworks bases;
    /** Frees what this forecaster owns. */
    private final Runnable release;

    private Optional<Combiner> combiner = Optional.empty();
    private ProgressListener progress = ProgressListener.NONE;
    private long round;
    private long rounds;

    private Forecaster(Predictor network, Preparation preparation, OpenBaseNetworks bases, Runnable release) {
        this.network = network;
        this.preparation = preparation;
        this.bases = bases;
        this.release = release;
    }

    /** Opens a forecaster with networks of its own, which {@link #close} closes. */
    public static Forecaster open(Model model, int threads) {
        OpenBaseNetworks bases = new OpenBaseNetworks();
        Ensemble networks = networks(model, threads);
        return new Forecaster(networks, model.preparation(), bases, () -> {
            networks.close();
            bases.close();
        });
    }

    /** The same beside base networks that belong to the caller: {@link #close} leaves them open. */
    public static Forecaster open(Model model, int threads, OpenBaseNetworks bases) {
        Ensemble networks = networks(model, threads);
        return new Forecaster(networks, model.preparation(), bases, networks::close);
    }

    private static Ensemble networks(Model model, int threads) {
        Ensemble networks = new Ensemble(model.architecture(), model.networks().size(), model.lookback(), threads);
        networks.load(model.weights());
        return networks;
    }

    /**
     * Returns a forecaster on a network that belongs to the caller: {@link #close} leaves it open. Modifies the
     * network, which takes over the weights.
     */
    public static Forecaster on(Network network, float[] weights, Preparation preparation) {
        network.load(weights);
        return beside(network, preparation);
    }

    /** The same on several networks, which take over the weights of each. */
    public static Forecaster on(Ensemble networks, List<float[]> weights, Preparation preparation) {
        networks.load(weights);
        return beside(networks, preparation);
    }

    private static Forecaster beside(Predictor network, Preparation preparation) {
        OpenBaseNetworks bases = new OpenBaseNetworks();
        return new Forecaster(network, preparation, bases, bases::close);
    }

    /** The base networks beside its own; once it is closed, they forecast no more unless they are the caller's. */
    public OpenBaseNetworks bases() {
        return bases;
    }

    /** Makes its forecasts those of a combination; empty for those of the network alone. */
    public Forecaster combining(Optional<? extends Combiner> others) {
        combiner = others.map(other -> other);
        return this;
    }

    /** Follows the forecasts and may stop them with a {@link java.util.concurrent.CancellationException}. */
    public Forecaster follow(ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * Forecasts from origins. Of the rows at and after an origin only stamps and columns known ahead are read, up to
     * {@link ForecastRollout#rounded} steps.
     *
     * @param rows in the units of the data
     * @param origins the first row of each forecast, at least {@link Preparation#leastRows}
     * @param steps number of steps, at least 1
     */
    public Forecast[] forecast(Timeline rows, int[] origins, int steps) {
        Forecast[] forecasts = new Forecast[origins.length];
        start((origins.length + CHUNK - 1) / CHUNK, steps);
        for (int from = 0; from < origins.length; from += CHUNK) {
            int begin = from;
            ForecastRollout[] paths =
                    paths(rows, k -> origins[begin + k], Math.min(CHUNK, origins.length - from), steps);
            boolean uses = combiner.map(Combiner::usesNetwork).orElse(true);
            if (uses) {
                run(paths, steps, network::predict);
            }
            Forecast[] own = new Forecast[paths.length];
            Arrays.setAll(own, k -> uses ? forecast(paths[k], steps) : Forecast.of(new double[targets()][steps]));
            int[] some = Arrays.copyOfRange(origins, from, from + own.length);
            System.arraycopy(combined(own, rows, some, uses), 0, forecasts, from, own.length);
        }
        return forecasts;
    }

    private Forecast[] combined(Forecast[] own, Timeline rows, int[] origins, boolean uses) {
        if (combiner.isEmpty()) {
            return own;
        }
        double[][][] networks = Arrays.stream(own).map(Forecast::points).toArray(double[][][]::new);
        double[][][] together = combiner.get().combined(networks, rows, origins, bases);
        Forecast[] combined = new Forecast[own.length];
        Arrays.setAll(combined, k -> uses ? own[k].combined(together[k]) : Forecast.of(together[k]));
        return combined;
    }

    private int targets() {
        return preparation.plan().targets();
    }

    /**
     * Draws forecasts from an origin with dropout as in training; each draw is rolled out independently (Gal and
     * Ghahramani 2016). The same seed, origin and steps give the same draws.
     *
     * @param draws number of draws, at least 1
     * @return [targets][steps][draws]
     */
    public double[][][] sample(Timeline rows, int origin, int steps, int draws, long seed) {
        ForecastRollout[] paths = paths(rows, draw -> origin, draws, steps);
        int[] drawn = {0};
        start(1, steps);
        run(paths, steps, (windows, count) -> network.sample(windows, count, new DropoutKey(seed, origin, drawn[0]++)));
        double[][][] samples = new double[preparation.plan().targets()][steps][draws];
        for (int target = 0; target < samples.length; target++) {
            for (int draw = 0; draw < draws; draw++) {
                double[] points = paths[draw].forecasts(target, steps);
                for (int step = 0; step < steps; step++) {
                    samples[target][step][draw] = points[step];
                }
            }
        }
        return samples;
    }

    private ForecastRollout[] paths(Timeline rows, IntUnaryOperator origins, int count, int steps) {
        int width = network.architecture().outputs() / preparation.plan().outputs();
        ForecastRollout[] paths = new ForecastRollout[count];
        Arrays.setAll(paths, k -> new ForecastRollout(preparation, rows, origins.applyAsInt(k), steps, width));
        return paths;
    }

    private Forecast forecast(ForecastRollout path, int steps) {
        int targets = preparation.plan().targets();
        double[][] points = new double[targets][];
        double[][][] quantiles = new double[targets][][];
        for (int target = 0; target < targets; target++) {
            points[target] = path.forecasts(target, steps);
            quantiles[target] = path.quantiles(target, steps);
        }
        return new Forecast(points, quantiles);
    }

    /** Computes the outputs for a number of windows. */
    private interface WindowPredictor {
        float[] of(Network.WindowReader windows, int count);
    }

    private void start(int chunks, int steps) {
        int width = preparation.plan().outputSteps();
        round = 0;
        rounds = (long) chunks * ((steps + width - 1) / width);
    }

    private void run(ForecastRollout[] paths, int steps, WindowPredictor network) {
        int outputs = this.network.architecture().outputs();
        for (int done = 0; done < steps; done += preparation.plan().outputSteps()) {
            float[] given = network.of((first, n, to) -> read(paths, first, n, to), paths.length);
            for (int k = 0; k < paths.length; k++) {
                paths[k].take(given, k * outputs);
            }
            progress.checkpoint(++round, rounds);
        }
    }

    private static void read(ForecastRollout[] paths, int first, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            paths[first + k].read(k, n, to);
        }
    }

    /** Empty residuals for forecasts of this forecaster. */
    public Residuals residuals(int steps) {
        return Residuals.none(
                preparation,
                network.architecture().outputs() / preparation.plan().outputs(),
                steps);
    }

    /** One-step forecasts of these rows, [targets][rows]. */
    public double[][] oneStep(Timeline rows, int[] origins) {
        double[][] steps = new double[preparation.plan().targets()][origins.length];
        Forecast[] forecasts = forecast(rows, origins, 1);
        for (int target = 0; target < steps.length; target++) {
            for (int k = 0; k < origins.length; k++) {
                steps[target][k] = forecasts[k].points()[target][0];
            }
        }
        return steps;
    }

    /** Closes the networks that do not belong to the caller. */
    @Override
    public void close() {
        release.run();
    }
}
