package lstm.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.base.BaseShape;
import lstm.base.SeasonalHistory;
import lstm.error.LstmException;

/**
 * How well a base network forecasts real series that it was not trained on. Arguments: its file and a folder of CSV
 * files. In backtests over the last tenth of each series, one step and one season ahead, it prints the absolute error
 * relative to that of seasonal naive, or of naive where there is no season, and the share of the values in the 80 %
 * intervals.
 */
public final class Measurement {
    private static final int MOST_ORIGINS = 100;
    private static final int LOW = 1;
    private static final int HIGH = 5;

    private double covered;
    private double all;

    private Measurement() {}

    /** Prints a table. */
    public static void main(String[] args) throws IOException, LstmException {
        BaseModel model = BaseModelFile.read(Path.of(args[0]));
        Measurement measurement = new Measurement();
        double logs = 0;
        int count = 0;
        try (BaseForecaster forecaster = new BaseForecaster(model.plan().shape(), model.weights(), 1)) {
            for (MeasuredSeries series : MeasuredSeries.of(Path.of(args[1]))) {
                int season = series.seasons().longer() > 0
                        ? series.seasons().longer()
                        : series.seasons().main();
                for (int steps : season > 1 ? new int[] {1, season} : new int[] {1}) {
                    double ratio = measurement.ratio(forecaster, series, steps);
                    System.out.printf(Locale.ROOT, "%-45s %4d %4d  %.3f%n", series.name(), season, steps, ratio);
                    logs += StrictMath.log(ratio);
                    count++;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "geometric mean of %d: %.3f, 80 %% intervals cover %.1f %%%n",
                count,
                StrictMath.exp(logs / count),
                100 * measurement.covered / measurement.all);
    }

    /** The error relative to that of the better of the seasonal naive forecasts of the seasons found. */
    private double ratio(BaseForecaster forecaster, MeasuredSeries series, int steps) {
        double[] values = series.values();
        int first = (int) Math.round(values.length * (1 - MeasuredSeries.TESTED));
        int origins = values.length - first - steps + 1;
        if (origins < 1) {
            first = values.length - steps;
            origins = 1;
        }
        int every = Math.max(1, origins / MOST_ORIGINS);
        List<BaseForecaster.Past> pasts = new ArrayList<>();
        for (int k = 0; k < origins; k += every) {
            pasts.add(new BaseForecaster.Past(Arrays.copyOf(values, first + k), series.seasons()));
        }
        List<BaseForecast> forecasts = forecaster.forecast(pasts, steps);
        double own = 0;
        double[] naive = new double[2];
        for (int k = 0; k < pasts.size(); k++) {
            double[] past = pasts.get(k).values();
            SeasonalHistory history = new SeasonalHistory(past, series.seasons());
            for (int step = 0; step < steps; step++) {
                double actual = values[past.length + step];
                if (!Double.isNaN(actual)) {
                    double[] quantiles = forecasts.get(k).quantiles()[step];
                    own += Math.abs(actual - quantiles[BaseShape.MEDIAN]);
                    naive[0] += Math.abs(actual - history.naive(step));
                    naive[1] += Math.abs(actual - history.otherNaive(step));
                    covered += actual >= quantiles[LOW] && actual <= quantiles[HIGH] ? 1 : 0;
                    all++;
                }
            }
        }
        return own / Math.min(naive[0], naive[1]);
    }
}
