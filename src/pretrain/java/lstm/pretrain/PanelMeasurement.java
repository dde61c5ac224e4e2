package lstm.pretrain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.base.BaseShape;
import lstm.base.SeasonPair;
import lstm.base.SeasonalHistory;

/**
 * How well a base network forecasts a panel with a series in each line: its name, perhaps the word train or test, its
 * values. Arguments: the network's file, the steps of the season, those of a longer one or 0, those of the season that
 * MASE is relative to, and gzipped files of the training and the test part, or one with both.
 */
public final class PanelMeasurement {
    private static final int LOW = 1;
    private static final int HIGH = 5;

    private PanelMeasurement() {}

    /** Prints means over the series. */
    public static void main(String[] args) throws IOException {
        BaseModel model = BaseModelFile.read(Path.of(args[0]));
        SeasonPair seasons = new SeasonPair(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        int lag = Integer.parseInt(args[3]);
        List<double[]> train = read(Path.of(args[4]), "train");
        List<double[]> test = read(Path.of(args[args.length - 1]), "test");
        int steps = test.get(0).length;
        double[] sums = new double[5];
        try (BaseForecaster forecaster = new BaseForecaster(model.plan().shape(), model.weights(), 1)) {
            List<BaseForecaster.Past> pasts = train.stream()
                    .map(values -> new BaseForecaster.Past(values, seasons))
                    .toList();
            List<BaseForecast> forecasts = forecaster.forecast(pasts, steps);
            for (int k = 0; k < forecasts.size(); k++) {
                add(
                        sums,
                        forecasts.get(k).quantiles(),
                        train.get(k),
                        test.get(k),
                        new SeasonalHistory(train.get(k), new SeasonPair(lag, 0)));
            }
        }
        double values = (double) test.size() * steps;
        System.out.printf(
                Locale.ROOT,
                "%d series: sMAPE %.3f, MASE %.4f; seasonal naive %.3f, %.4f; 80 %% intervals cover %.1f %%%n",
                test.size(),
                sums[0] / values,
                sums[1] / values,
                sums[2] / values,
                sums[3] / values,
                100 * sums[4] / values);
    }

    private static void add(
            double[] sums, double[][] forecast, double[] past, double[] actual, SeasonalHistory history) {
        double scale = 0;
        for (int t = history.season(); t < past.length; t++) {
            scale += Math.abs(past[t] - past[t - history.season()]) / (past.length - history.season());
        }
        for (int step = 0; step < actual.length; step++) {
            double median = forecast[step][BaseShape.MEDIAN];
            double naive = history.naive(step);
            sums[0] += 200 * Math.abs(actual[step] - median) / (Math.abs(actual[step]) + Math.abs(median));
            sums[1] += Math.abs(actual[step] - median) / scale;
            sums[2] += 200 * Math.abs(actual[step] - naive) / (Math.abs(actual[step]) + Math.abs(naive));
            sums[3] += Math.abs(actual[step] - naive) / scale;
            sums[4] += actual[step] >= forecast[step][LOW] && actual[step] <= forecast[step][HIGH] ? 1 : 0;
        }
    }

    private static List<double[]> read(Path file, String part) throws IOException {
        List<double[]> series = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = Arrays.asList(line.replace("\"", "").split(","));
                boolean isNamed = cells.get(1).equals("train") || cells.get(1).equals("test");
                if (!cells.get(1).startsWith("V") && (!isNamed || cells.get(1).equals(part))) {
                    series.add(cells.stream()
                            .skip(isNamed ? 2 : 1)
                            .filter(cell -> !cell.isEmpty() && !cell.equals("NA"))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
                }
            }
        }
        return series;
    }
}
