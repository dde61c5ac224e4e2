package lstm.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.FanChart;
import lstm.chart.FanLevel;
import lstm.chart.TimeAxis;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.error.Setting;
import lstm.evaluate.ErrorMeasures;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import lstm.model.Method;
import lstm.model.Score;
import lstm.series.ReadOptions;
import lstm.series.Series;

/**
 * A CSV that another command wrote: {@code evaluate} with the columns actual, predicted, naive and step, or
 * {@code predict} with forecast and any number of lowerNN and upperNN.
 *
 * @param series actual, predicted, naive and step, or forecast and step
 * @param levels the intervals of a forecast
 * @param name of the column that was forecast; empty if the file does not say
 * @param notes notes about intervals that are not drawn
 */
public record ForecastCsv(Series series, List<FanLevel> levels, Optional<String> name, List<String> notes) {
    /** Standard input is read more than once, so it is kept; a million forecasts fit. */
    private static final int MOST_BYTES = 64 << 20;

    private static final Pattern LOWER = Pattern.compile("lower((?!0+(\\.0+)?$)\\d{1,2}(\\.\\d+)?)");

    /**
     * Reads a file.
     *
     * @param last number of rows to keep at the end; all if empty
     */
    public static ForecastCsv read(String file, InputStream stdin, Optional<Integer> last) throws LstmException {
        CsvSource source = file.equals("-") ? kept(stdin) : CsvSource.of(file, stdin);
        List<String> columns = CsvReader.columns(source, ReadOptions.DEFAULT);
        if (columns.containsAll(List.of("actual", "predicted"))) {
            List<String> others = new ArrayList<>(List.of("predicted"));
            columns.stream().filter("naive"::equals).forEach(others::add);
            columns.stream().filter("step"::equals).forEach(others::add);
            Series series = numbers(source, "actual", others, last);
            requireOneStep(series);
            return new ForecastCsv(series, List.of(), Optional.empty(), List.of());
        } else if (columns.contains("forecast")) {
            return forecast(source, columns, last);
        }
        throw LstmException.data("has neither the columns actual and predicted, as evaluate writes them, nor forecast,"
                        + " as predict does")
                .in(source.name())
                .remedy("name such a file, or a model file");
    }

    private static ForecastCsv forecast(CsvSource source, List<String> columns, Optional<Integer> last)
            throws LstmException {
        List<String> steps = columns.stream().filter("step"::equals).toList();
        Series series = numbers(source, "forecast", steps, last);
        requireOneSeries(series);
        List<FanLevel> levels = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String column : columns) {
            Matcher lower = LOWER.matcher(column);
            if (lower.matches() && columns.contains("upper" + lower.group(1))) {
                try {
                    Series bounds = numbers(source, column, List.of("upper" + lower.group(1)), last);
                    levels.add(level(Double.parseDouble(lower.group(1)), bounds));
                } catch (LstmException e) {
                    // predict leaves the cells empty where no interval is known.
                    notes.add("drawn without the " + lower.group(1) + " % interval: " + e.getMessage());
                }
            }
        }
        return new ForecastCsv(series, levels, CsvReader.firstText(source, "series"), notes);
    }

    private static FanLevel level(double percent, Series bounds) throws LstmException {
        double[] lower = bounds.column(0);
        double[] upper = bounds.column(1);
        for (int row = 0; row < bounds.rows(); row++) {
            if (lower[row] > upper[row]) {
                throw LstmException.data(
                                "at ",
                                bounds.stampText(row),
                                " ",
                                bounds.columns().get(0),
                                " is above ",
                                bounds.columns().get(1))
                        .in(bounds.source())
                        .remedy("swap them");
            }
        }
        return new FanLevel(percent, lower, upper);
    }

    private static Series numbers(CsvSource source, String target, List<String> others, Optional<Integer> last)
            throws LstmException {
        Series series =
                CsvReader.read(source, ReadOptions.DEFAULT.withTarget(target).withFeatures(others));
        return last.isPresent() ? series.tail(last.get()) : series;
    }

    private static CsvSource kept(InputStream stdin) throws LstmException {
        try {
            byte[] bytes = stdin.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw LstmException.data("is longer than 64 MiB").in("stdin").remedy("name a file instead");
            }
            return new CsvSource("stdin", () -> new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw LstmException.io("cannot be read: ", Reason.of(e)).in("stdin").because(e);
        }
    }

    /** Refuses forecasts of several steps; where another series begins is seen from its dates. */
    private static void requireOneStep(Series series) throws LstmException {
        int step = series.columns().indexOf("step");
        if (step >= 0 && Arrays.stream(series.column(step)).anyMatch(value -> value != series.column(step)[0])) {
            throw LstmException.data("forecasts several steps ahead, but a chart shows one")
                    .in(series.source())
                    .remedy(
                            "keep the rows of one step, or use ",
                            Setting.PLOT,
                            " with the evaluation or backtest that wrote them, which draws the error by step");
        }
    }

    /** Refuses several series; rows without dates show where one begins only in their steps. */
    private static void requireOneSeries(Series series) throws LstmException {
        int step = series.columns().indexOf("step");
        for (int k = 1; step >= 0 && k < series.rows(); k++) {
            if (series.column(step)[k] <= series.column(step)[k - 1]) {
                throw LstmException.data(
                                "step ",
                                (long) series.column(step)[k],
                                " follows step ",
                                (long) series.column(step)[k - 1],
                                ", but a chart shows one forecast")
                        .in(series.source())
                        .remedy("split the file");
            }
        }
    }

    /**
     * The series that was forecast, up to the first date of the forecast.
     *
     * @throws LstmException as {@link CsvReader#read}, or if it has no rows before the forecast
     */
    public Series history(CsvSource source) throws LstmException {
        if (series.target().equals("actual")) {
            throw LstmException.usage(
                            Setting.HISTORY, " is for a forecast, and ", series.source(), " has actual values")
                    .remedy("leave it out");
        }
        String column = name.orElseThrow(() -> LstmException.data("does not say in a column series what was forecast")
                .in(series.source())
                .remedy("use a file that predict wrote"));
        Series whole = CsvReader.read(source, ReadOptions.DEFAULT.withTarget(column));
        long first = series.stamps().at(0);
        int before = (int) Arrays.stream(whole.stamps().toArray())
                .filter(stamp -> stamp < first)
                .count();
        if (before == 0 || whole.kind() != series.kind()) {
            throw LstmException.data("has no rows before the forecast's first, ", series.stampText(0))
                    .in(whole.source())
                    .remedy("give the file that the forecast follows to ", Setting.HISTORY);
        }
        return whole.first(before);
    }

    /** The chart of a forecast after its history. */
    public Chart chart(Series history) {
        return FanChart.of(
                Titles.withUnit(history),
                new TimeAxis(history.kind(), history.stamps().toArray()),
                history.column(0),
                new TimeAxis(series.kind(), series.stamps().toArray()),
                series.column(0),
                levels);
    }

    /** The chart of the file. */
    public Chart chart() {
        String title = Titles.of(name.orElse(series.target()), series.source());
        TimeAxis time = new TimeAxis(series.kind(), series.stamps().toArray());
        if (series.target().equals("actual")) {
            return Charts.comparison(title, time, series.column(0), series.column(1), score());
        }
        return FanChart.of(
                title, new TimeAxis(series.kind(), new long[0]), new double[0], time, series.column(0), levels);
    }

    /** The errors of model and naive; the file has neither the other baselines nor the training rows. */
    private Optional<Score> score() {
        if (!series.columns().contains("naive")) {
            return Optional.empty();
        }
        ErrorScale none = new ErrorScale(0, 0);
        Map<Method, Accuracy> accuracies = Map.of(
                Method.MODEL, ErrorMeasures.accuracy(series.column(0), series.column(1), none),
                Method.NAIVE, ErrorMeasures.accuracy(series.column(0), series.column(2), none));
        return Optional.of(new Score(1, accuracies, Optional.empty()));
    }
}
