package lstm.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.chart.Chart;
import lstm.chart.FanChart;
import lstm.chart.FanLevel;
import lstm.chart.TimeAxis;
import lstm.evaluate.ForecastMethod;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalLevels;
import lstm.forecast.SeriesForecast;
import lstm.series.ReadOptions;
import lstm.workflow.KeyedForecast;

/** Forecasts as a table and as a chart. */
public final class ForecastReport {
    static final List<String> COLUMNS = List.of("date", "series", "step", "forecast");

    private ForecastReport() {}

    /**
     * A row for each target and step. The last column names the method, if one was asked for.
     *
     * @param forecasts at least one, all of the same model
     * @param files their names, the first column if there are several
     */
    public static Table table(List<SeriesForecast> forecasts, List<String> files) {
        List<String> columns =
                columns(forecasts.get(0).levels(), !forecasts.get(0).methods().isEmpty());
        List<Table> tables = forecasts.stream()
                .map(forecast ->
                        new Table(columns, rows(forecast, !forecast.methods().isEmpty())))
                .toList();
        return tables.size() > 1 ? Table.joined("file", files, tables) : tables.get(0);
    }

    /**
     * A row for each series of a table, target and step; where each target is a series, as for several targets.
     *
     * @param reading how the table was read
     * @param forecasts those without a forecast have no row
     * @param named whether the last column names the method
     */
    public static Table table(
            ReadOptions reading, List<KeyedForecast> forecasts, IntervalLevels levels, boolean named) {
        Table keyed = table(reading.keys(), forecasts, levels, named);
        return reading.layout().isOfTargets() ? KeyColumns.asTargets(keyed, reading.layout()) : keyed;
    }

    /**
     * A row for each series of a table, target and step.
     *
     * @param keys names of the key columns, which come first
     * @param forecasts those without a forecast have no row
     * @param named whether the last column names the method
     */
    public static Table table(List<String> keys, List<KeyedForecast> forecasts, IntervalLevels levels, boolean named) {
        List<String> columns = columns(levels, named);
        List<String> names = KeyColumns.names(keys, columns);
        List<Table> tables = new ArrayList<>(List.of(new Table(columns, List.of())));
        List<List<String>> cells = new ArrayList<>(List.of(keys));
        for (KeyedForecast one : forecasts) {
            if (one.forecast().isPresent()) {
                SeriesForecast forecast = one.forecast().get();
                tables.add(new Table(columns, rows(forecast, named)));
                cells.add(KeyColumns.cells(one.key()));
            }
        }
        return Table.joined(names, cells, tables);
    }

    /** The names of the columns of forecasts, after those of files or keys. */
    public static List<String> columns(IntervalLevels levels, boolean named) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(levels.columns());
        if (named) {
            columns.add("method");
        }
        return columns;
    }

    /** The CSV of one forecast. */
    public static byte[] csv(SeriesForecast forecast) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TableFormat.CSV.write(table(List.of(forecast), List.of()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<List<Object>> rows(SeriesForecast forecast, boolean named) {
        List<List<Object>> rows = new ArrayList<>();
        for (int target = 0; target < forecast.points().length; target++) {
            for (int step = 0; step < forecast.steps(); step++) {
                List<Object> row = new ArrayList<>(List.of(
                        forecast.stampText(step),
                        forecast.targets().get(target),
                        step + 1,
                        forecast.points()[target][step]));
                row.addAll(IntervalLevels.cells(forecast.intervals()[target][step]));
                if (named) {
                    // Sums of forecasts by different methods have none.
                    boolean known = !forecast.methods().isEmpty();
                    row.add(
                            known
                                    ? ForecastMethod.of(forecast.methods().get(target))
                                            .toString()
                                    : null);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * The forecast of the first target, after the rows before it.
     *
     * @param reading of the model, which knows the units of its columns
     */
    public static Chart chart(SeriesForecast forecast, ReadOptions reading) {
        ForecastStart start = forecast.start();
        return FanChart.of(
                Titles.of(forecast.targets().get(0), start.source())
                        + Titles.unit(forecast.targets().get(0), reading),
                new TimeAxis(start.stamps(), start.context().stamps()),
                start.context().values()[0],
                new TimeAxis(start.stamps(), Arrays.copyOf(forecast.stamps(), forecast.steps())),
                forecast.points()[0],
                fan(forecast.intervals()[0], forecast.levels()));
    }

    /**
     * Intervals as a chart shows them: each level as far as it has both bounds.
     *
     * @param intervals [step][level][lower, upper]
     */
    static List<FanLevel> fan(double[][][] intervals, IntervalLevels levels) {
        List<FanLevel> fan = new ArrayList<>();
        double[] shares = levels.shares();
        for (int k = 0; k < shares.length; k++) {
            int level = k;
            int known = (int) Arrays.stream(intervals)
                    .takeWhile(step ->
                            step.length > level && Double.isFinite(step[level][0]) && Double.isFinite(step[level][1]))
                    .count();
            double[][][] first = Arrays.copyOf(intervals, known);
            fan.add(new FanLevel(100 * shares[level], ends(first, level, 0), ends(first, level, 1)));
        }
        return fan;
    }

    private static double[] ends(double[][][] intervals, int level, int end) {
        return Arrays.stream(intervals).mapToDouble(step -> step[level][end]).toArray();
    }
}
