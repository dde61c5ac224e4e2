package lstm.spark;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.SettingValue;
import lstm.report.ForecastReport;
import lstm.report.Table;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.StampKind;
import lstm.workflow.KeyedForecast;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Forecasts the series of one partition, with one network for all of them: a row for each series, with its keys,
 * status, reason and forecasts. One series is forecast after the other: in a batch their last digits would depend on
 * which others are in it.
 *
 * @param forecaster what forecasts them
 * @param isMethodNamed whether a column names the method
 * @param latest the last stamp of the table
 */
record ForecastTask(Maker forecaster, boolean isMethodNamed, TableLayout layout, StampKind kind, long latest)
        implements MapPartitionsFunction<Row, Row> {
    /** Makes what forecasts, in each task. */
    interface Maker extends Serializable {
        SeriesForecasts make() throws LstmException;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        try {
            SeriesForecasts forecasts = forecaster.make();
            TaskCompletionListener close = context -> forecasts.close();
            TaskContext.get().addTaskCompletionListener(close);
            SeriesIterator each = new SeriesIterator(rows, layout, kind, forecasts.rows());
            return MappedIterator.of(each, one -> row(forecast(one, forecasts), forecasts));
        } catch (LstmException e) {
            throw JobFailure.of(e);
        }
    }

    private KeyedForecast forecast(SeriesIterator.Read one, SeriesForecasts forecasts) throws LstmException {
        String source = SeriesTable.name(layout.source(), layout.keys(), one.key());
        if (one.rows().fault().isPresent()) {
            return forecasts.refused(one.key(), one.rows().fault().get().in(source));
        }
        Optional<Series> series = one.rows().series(source, forecasts.reading());
        return series.isPresent()
                ? forecasts.forecast(new KeyedSeries(one.key(), series.get()), latest)
                : forecasts.missing(one.key(), source);
    }

    private Row row(KeyedForecast one, SeriesForecasts all) throws LstmException {
        List<Object> cells = new ArrayList<>(one.key().values());
        cells.add(one.status().toString());
        cells.add(one.reason()
                .map(why -> why.problem().text(SettingValue::toString))
                .orElse(null));
        Table table = ForecastReport.table(layout.keys(), List.of(one), all.levels(), isMethodNamed);
        int keys = layout.keys().size();
        List<Row> forecasts = table.rows().stream()
                .map(row -> forecast(row.subList(keys, row.size())))
                .toList();
        cells.add(CollectionConverters.asScala(forecasts).toSeq());
        return RowFactory.create(cells.toArray());
    }

    /** A forecast of a step as the command line writes it, but with a date in place of its text. */
    private Row forecast(List<Object> row) {
        List<Object> cells = new ArrayList<>(row);
        if (!layout.hasTextDates()) {
            LocalDateTime date = StampKind.time(kind.stamp((String) row.get(0)).orElseThrow());
            cells.set(0, date);
        }
        return RowFactory.create(cells.toArray());
    }
}
