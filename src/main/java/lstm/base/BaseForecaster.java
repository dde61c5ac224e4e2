package lstm.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.network.Network;
import lstm.progress.ProgressListener;

/** Forecasts series with a base network. Threads may share one; they take turns with some hundred series each. */
public final class BaseForecaster implements AutoCloseable {
    private static final int AT_ONCE = 512;

    /** With more windows at once, slices would be wider. */
    private static final int FILLED = 12 * Network.SLICE;

    private final BaseShape shape;
    private final WindowInputs inputs;
    private final Network network;
    private boolean fillsSlices;
    private ProgressListener progress = ProgressListener.NONE;

    /** A past and the seasons found in it. */
    @SuppressWarnings("ArrayRecordComponent") // Made once and read.
    public record Past(double[] values, SeasonPair seasons) {}

    /** Loads weights in the order of the shape's layout. */
    public BaseForecaster(BaseShape shape, float[] weights, int threads) {
        this.shape = shape;
        inputs = new WindowInputs(shape);
        network = new Network(shape.architecture(), shape.window(), threads);
        network.load(weights);
    }

    /**
     * Fills the last slice of the network up with windows whose outputs nobody reads, so that the bits of a forecast do
     * not depend on how many others are made beside it: products of few columns are rounded in another way.
     */
    public BaseForecaster fillingSlices() {
        fillsSlices = true;
        return this;
    }

    /** Follows the forecasts and may stop them with a {@link java.util.concurrent.CancellationException}. */
    public BaseForecaster follow(ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * Forecasts. Beyond the horizon of the network, seasons up to the horizon go on from its own medians; a longer
     * season is repeated with what the network makes of it in the last segment, of which the median's part halves with
     * each horizon: its own medians would be taken for values that came, and errors grow from one horizon to the next.
     *
     * @param pasts with one value at least each
     */
    public List<BaseForecast> forecast(List<Past> pasts, int steps) {
        return forecast(pasts::get, pasts.size(), steps);
    }

    /**
     * The same of pasts that are made when they are needed.
     *
     * @param pasts by number
     */
    public List<BaseForecast> forecast(IntFunction<Past> pasts, int count, int steps) {
        List<BaseForecast> all = new ArrayList<>();
        while (all.size() < count) {
            int from = all.size();
            List<Past> some = IntStream.range(from, Math.min(count, from + (fillsSlices ? FILLED : AT_ONCE)))
                    .mapToObj(pasts)
                    .toList();
            all.addAll(some(some, steps));
            progress.checkpoint(all.size(), count);
        }
        return all;
    }

    private synchronized List<BaseForecast> some(List<Past> pasts, int steps) {
        SeasonalHistory[] histories = new SeasonalHistory[pasts.size()];
        double[][][] all = new double[histories.length][steps][];
        List<StraightLine> lines = pasts.stream().map(StraightLine::of).toList();
        List<Past> longer = IntStream.range(0, histories.length)
                .mapToObj(k -> lines.get(k).without(pasts.get(k)))
                .toList();
        for (int done = 0; done < steps; done += shape.horizon()) {
            SeasonalHistory[] next = new SeasonalHistory[histories.length];
            double[][][] values = forecast(longer, next);
            int count = Math.min(shape.horizon(), steps - done);
            for (int k = 0; k < all.length; k++) {
                System.arraycopy(values[k], 0, all[k], done, count);
                histories[k] = done == 0 ? next[k] : histories[k];
            }
            longer = done + count < steps ? extended(longer, values) : longer;
        }
        List<BaseForecast> forecasts = new ArrayList<>();
        for (int k = 0; k < all.length; k++) {
            SeasonalHistory history = histories[k];
            if (steps > shape.horizon() && history.season() > shape.horizon()) {
                repeatSeason(history, all[k]);
            }
            double[] units = new double[steps];
            Arrays.setAll(units, lines.get(k).units(pasts.get(k), history)::unit);
            lines.get(k).addTo(all[k]);
            forecasts.add(new BaseForecast(all[k], units, history.value(history.rows() - 1)));
        }
        return forecasts;
    }

    /** Replaces what is beyond the horizon. Modifies {@code forecast}. */
    private void repeatSeason(SeasonalHistory history, double[][] forecast) {
        int from = shape.horizon() - shape.segment();
        double[] above = new double[BaseShape.LEVELS.width()];
        for (int step = from; step < shape.horizon(); step++) {
            for (int level = 0; level < above.length; level++) {
                above[level] += (forecast[step][level] - history.naive(step)) / shape.segment();
            }
        }
        double middle = from + (shape.segment() - 1) / 2.0;
        for (int step = shape.horizon(); step < forecast.length; step++) {
            double kept = StrictMath.pow(0.5, (step - middle) / shape.horizon());
            for (int level = 0; level < above.length; level++) {
                double median = above[BaseShape.MEDIAN];
                forecast[step][level] = history.naive(step) + above[level] - median + kept * median;
            }
        }
    }

    private List<Past> extended(List<Past> pasts, double[][][] forecasts) {
        Past[] longer = new Past[forecasts.length];
        Arrays.setAll(longer, k -> {
            double[] past = pasts.get(k).values();
            double[] values = Arrays.copyOf(past, past.length + shape.horizon());
            for (int step = 0; step < shape.horizon(); step++) {
                values[past.length + step] = forecasts[k][step][BaseShape.MEDIAN];
            }
            return new Past(values, pasts.get(k).seasons());
        });
        return List.of(longer);
    }

    /** @param histories of the pasts; filled in */
    private double[][][] forecast(List<Past> pasts, SeasonalHistory[] histories) {
        double[][][] forecasts = new double[histories.length][][];
        int slices = (histories.length + Network.SLICE - 1) / Network.SLICE;
        int windows = fillsSlices ? slices * Network.SLICE : histories.length;
        float[] outputs = network.predict((from, n, to) -> read(pasts, histories, from, n, to), windows);
        for (int k = 0; k < forecasts.length; k++) {
            forecasts[k] = values(histories[k], outputs, k);
        }
        return forecasts;
    }

    /** On several threads, each of which makes the histories that it reads. */
    private void read(List<Past> pasts, SeasonalHistory[] histories, int from, int n, float[] to) {
        int count = Math.min(n, histories.length - from);
        for (int k = 0; k < count; k++) {
            Past past = pasts.get(from + k);
            histories[from + k] = new SeasonalHistory(past.values(), past.seasons());
            float[] window = inputs.window(histories[from + k]);
            for (int j = 0; j < window.length; j++) {
                to[j * n + k] = window[j];
                if (k == count - 1) {
                    Arrays.fill(to, j * n + count, (j + 1) * n, window[j]);
                }
            }
        }
    }

    private double[][] values(SeasonalHistory history, float[] outputs, int number) {
        int width = BaseShape.LEVELS.width();
        double[][] values = new double[shape.horizon()][width];
        for (int step = 0; step < values.length; step++) {
            for (int level = 0; level < width; level++) {
                float output = outputs[(number * shape.horizon() + step) * width + level];
                values[step][level] = WindowInputs.value(history, step, output);
            }
            Arrays.sort(values[step]);
        }
        return values;
    }

    @Override
    public void close() {
        network.close();
    }
}
