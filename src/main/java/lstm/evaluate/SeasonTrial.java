package lstm.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.base.BaseNetwork;
import lstm.base.SeasonPair;
import lstm.model.BaseFit;
import lstm.modelfile.BaseNetworkFile;

/**
 * Which of two seasons that were found the base network is better told of: both, as far as known rows show, or only
 * one. Half hours of electricity demand, for example, are forecast with half the error by one who thinks of weeks
 * alone.
 */
final class SeasonTrial {
    private static final int ORIGINS = 24;
    private static final int LEAST_ROWS = 100;
    private static final int HORIZONS = 4;
    private static final int SEASONS = 2;

    /** Both unless one alone errs less than this part of what they do. */
    private static final double CLEARLY = 0.9;

    private SeasonTrial() {}

    /**
     * The better choice.
     *
     * @param truths of a series, NaN where there is none
     * @param found the second season 0 if there is only one
     */
    static SeasonPair of(double[] truths, SeasonPair found) {
        if (found.longer() == 0) {
            return found;
        }
        BaseNetwork network = BaseNetworkFile.shipped();
        int steps = network.shape().horizon();
        int[] origins = origins(truths, steps, found.longest());
        try (BaseForecaster forecaster = new BaseForecaster(network.shape(), network.weights(), 1).fillingSlices()) {
            SeasonPair best = found;
            double least = CLEARLY * error(truths, found, origins, forecaster, steps);
            for (int alone : new int[] {found.longer(), found.main()}) {
                SeasonPair one = new SeasonPair(alone, 0);
                double error = error(truths, one, origins, forecaster, steps);
                best = error < least ? one : best;
                least = Math.min(least, error);
            }
            return best;
        }
    }

    /** The last rows with as many as a horizon after them, evenly spaced. */
    private static int[] origins(double[] truths, int steps, int season) {
        int span = Math.min(truths.length / 2, Math.max(LEAST_ROWS, Math.max(HORIZONS * steps, SEASONS * season)));
        int last = truths.length - steps;
        int every = Math.max(1, (span + ORIGINS - 1) / ORIGINS);
        return IntStream.range(0, ORIGINS)
                .map(k -> last - (ORIGINS - 1 - k) * every)
                .filter(row -> row > 0 && !Double.isNaN(truths[row - 1]))
                .toArray();
    }

    private static double error(
            double[] truths, SeasonPair seasons, int[] origins, BaseForecaster forecaster, int steps) {
        int most = new BaseFit(seasons, Optional.empty()).memory();
        List<BaseForecast> forecasts = forecaster.forecast(
                k -> new BaseForecaster.Past(
                        Arrays.copyOfRange(truths, Math.max(0, origins[k] - most), origins[k]), seasons),
                origins.length,
                steps);
        return IntStream.range(0, origins.length)
                .mapToDouble(k -> IntStream.range(0, steps)
                        .mapToDouble(step -> Math.abs(
                                truths[origins[k] + step] - forecasts.get(k).median(step)))
                        .filter(Double::isFinite)
                        .sum())
                .sum();
    }
}
