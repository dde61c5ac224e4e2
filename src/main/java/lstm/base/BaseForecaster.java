package lstm.base;

import java.util.Arrays;
import java.util.List;
import lstm.network.Network;

/** Forecasts series with a base network. */
public final class BaseForecaster implements AutoCloseable {
    private static final int AT_ONCE = 512;

    private final BaseShape shape;
    private final WindowInputs inputs;
    private final Network network;

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
     * Forecasts. Beyond the horizon of the network, seasons up to the horizon go on from its own medians; a longer
     * season is repeated with what the network makes of it in the last segment, of which the median's part halves with
     * each horizon: its own medians would be taken for values that came, and errors grow from one horizon to the next.
     *
     * @return [pasts][steps][quantiles], increasing
     */
    public double[][][] forecast(List<Past> pasts, int steps) {
        double[][][] all = new double[pasts.size()][steps][];
        List<Past> longer = pasts;
        for (int done = 0; done < steps; done += shape.horizon()) {
            int count = Math.min(shape.horizon(), steps - done);
            double[][][] next = forecast(longer);
            for (int k = 0; k < all.length; k++) {
                System.arraycopy(next[k], 0, all[k], done, count);
            }
            longer = done + count < steps ? extended(longer, next) : longer;
        }
        for (int k = 0; k < all.length && steps > shape.horizon(); k++) {
            SeasonalHistory history =
                    new SeasonalHistory(pasts.get(k).values(), pasts.get(k).seasons());
            if (history.season() > shape.horizon()) {
                repeatSeason(history, all[k]);
            }
        }
        return all;
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

    private double[][][] forecast(List<Past> pasts) {
        double[][][] forecasts = new double[pasts.size()][][];
        for (int from = 0; from < forecasts.length; from += AT_ONCE) {
            int first = from;
            SeasonalHistory[] histories = new SeasonalHistory[Math.min(AT_ONCE, forecasts.length - from)];
            Arrays.setAll(
                    histories,
                    k -> new SeasonalHistory(
                            pasts.get(first + k).values(), pasts.get(first + k).seasons()));
            float[] outputs = network.predict((at, n, to) -> read(histories, at, n, to), histories.length);
            for (int k = 0; k < histories.length; k++) {
                forecasts[from + k] = values(histories[k], outputs, k);
            }
        }
        return forecasts;
    }

    private void read(SeasonalHistory[] histories, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            float[] window = inputs.window(histories[from + k]);
            for (int j = 0; j < window.length; j++) {
                to[j * n + k] = window[j];
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
