package lstm.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lstm.error.LstmException;
import lstm.file.Content;
import lstm.workflow.BatchForecast;
import lstm.workflow.BatchForecast.Maker;
import lstm.workflow.BatchJob;

/**
 * The forecasts of a batch that are in place, those of all files in one table for a database; of the series of a table
 * with their key columns.
 */
public final class CollectedForecasts {
    /** Columns before those of a single forecast. */
    private static final List<String> FIRST = List.of("name", "file", "origin", "made_at", "model_version", "stale");

    private final TableFormat format;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private int rows;

    private record Part(BatchJob job, BatchForecast forecast) {}

    /**
     * An empty collection.
     *
     * @param format CSV or NDJSON
     */
    public CollectedForecasts(TableFormat format) {
        this.format = format;
    }

    /**
     * Adds the forecast of a file.
     *
     * @throws LstmException {@code DATA} if it cannot be read back; it is left out then
     */
    public void add(BatchJob job, BatchForecast forecast) throws LstmException {
        Table table = ForecastFile.read(job.forecast());
        others.addAll(table.columns());
        others.removeAll(ForecastReport.COLUMNS);
        job.series().ifPresent(one -> keys.addAll(one.series().reading().keys()));
        rows += table.rows().size();
        parts.add(new Part(job, forecast));
    }

    /** How a table of this format begins, unless it is empty. */
    public static String beginning(TableFormat format) {
        return format == TableFormat.CSV ? String.join(",", FIRST) + "," : "{\"" + FIRST.get(0) + "\":\"";
    }

    /** The table. Files are read again one at a time, so that it need not fit in memory. */
    public Content content() {
        return this::writeTo;
    }

    private void writeTo(OutputStream to) throws IOException, LstmException {
        List<String> columns = new ArrayList<>(FIRST);
        columns.addAll(ForecastReport.COLUMNS);
        columns.addAll(others);
        columns.addAll(FIRST.size(), KeyColumns.names(List.copyOf(keys), columns));
        if (format == TableFormat.CSV) {
            format.write(new Table(columns, List.of()), to);
        }
        for (Part part : parts) {
            format.append(table(part, columns), to);
        }
    }

    private static Table table(Part part, List<String> columns) throws LstmException {
        Table own = ForecastFile.read(part.job.forecast());
        Optional<Maker> maker = part.forecast.maker();
        List<Object> first = new ArrayList<>(Arrays.asList(
                BatchTable.name(part.job),
                part.job.file(),
                maker.map(Maker::after).orElse(null),
                BatchJson.time(part.forecast.made()),
                maker.map(BatchJson::version).orElse(null),
                part.forecast.stale()));
        part.job.series().ifPresent(one -> first.addAll(one.key().values()));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> cells : own.rows()) {
            List<Object> row = new ArrayList<>(first);
            for (String column : columns.subList(first.size(), columns.size())) {
                int index = own.columns().indexOf(column);
                row.add(index < 0 ? null : cells.get(index));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of files. */
    public int files() {
        return parts.size();
    }
}
