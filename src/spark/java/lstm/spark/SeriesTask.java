package lstm.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.SettingValue;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.StampKind;
import lstm.workflow.SeriesStatus;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Does the same with each series of a partition, one after the other: a row for each, with its keys, what came of it,
 * and the reason if nothing did. A series that fails does not end the job.
 *
 * @param work what is done
 */
record SeriesTask(Work work, TrainingOptions options, TableLayout layout, StampKind kind)
        implements MapPartitionsFunction<Row, Row> {
    /** What is done with a series. */
    enum Work {
        /** Trains a model of its own. */
        TRAIN {
            @Override
            List<Object> on(Series series, TrainingOptions options) throws LstmException {
                return SparkTrainer.cells(series, options);
            }
        },
        /** Forecasts from dates in its past. */
        BACKTEST {
            @Override
            List<Object> on(Series series, TrainingOptions options) throws LstmException {
                return SparkTrainer.scores(series, options);
            }
        };

        /** The cells of the row after keys, status and reason. */
        abstract List<Object> on(Series series, TrainingOptions options) throws LstmException;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        try {
            // As a file of its own it would have no keys, and neither has its model.
            ReadOptions reading = options.reading().withKeys(List.of());
            return MappedIterator.of(
                    new SeriesIterator(rows, layout, kind, Integer.MAX_VALUE), one -> row(one, reading));
        } catch (LstmException e) {
            throw JobFailure.of(e);
        }
    }

    private Row row(SeriesIterator.Read one, ReadOptions reading) throws LstmException {
        String source = SeriesTable.name(layout.source(), layout.keys(), one.key());
        if (one.rows().fault().isPresent()) {
            return without(one, SeriesStatus.FAILED, one.rows().fault().get());
        }
        Optional<Series> series = one.rows().series(source, reading);
        if (series.isEmpty()) {
            return without(one, SeriesStatus.MISSING, LstmException.data("no row has a value in every column"));
        }
        try {
            List<Object> cells = new ArrayList<>(one.key().values());
            cells.addAll(Arrays.asList(SeriesStatus.OK.toString(), null));
            cells.addAll(work.on(series.get(), options));
            return RowFactory.create(cells.toArray());
        } catch (LstmException e) {
            if (e.kind() != Kind.DATA && e.kind() != Kind.DIVERGED) {
                throw e;
            }
            return without(one, SeriesStatus.FAILED, e);
        }
    }

    private Row without(SeriesIterator.Read one, SeriesStatus status, LstmException reason) {
        int width = layout.keys().size() + 2 + SparkTrainer.columns(work).size();
        List<Object> cells = new ArrayList<>(one.key().values());
        cells.add(status.toString());
        cells.add(reason.problem().text(SettingValue::toString));
        return RowFactory.create(Arrays.copyOf(cells.toArray(), width));
    }
}
