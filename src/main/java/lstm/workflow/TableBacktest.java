package lstm.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.forecast.IntervalRequest;
import lstm.model.Model;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.text.NumberText;

/**
 * A backtest of one model for all series of a table: it is trained on the rows before the first origin, and forecasts
 * from each. The origins are dates of the series that ends last, the last of them a horizon before its end; every other
 * series is forecast from the same date on.
 */
public final class TableBacktest {
    private final SeriesTable table;
    private SettingsRequest request = new SettingsRequest();
    private int origins = Backtest.ORIGINS;
    private int every;
    private IntervalRequest intervals = IntervalRequest.DEFAULT;
    private int threads = Runtime.getRuntime().availableProcessors();

    private TableBacktest(SeriesTable table) {
        this.table = table;
    }

    /** A backtest on the series of a table. */
    public static TableBacktest of(SeriesTable table) {
        return new TableBacktest(table);
    }

    /** The settings to train with (default: the classic recipe). */
    public TableBacktest settings(SettingsRequest settings) {
        request = settings;
        return this;
    }

    /** How many origins (default: {@value Backtest#ORIGINS}). */
    public TableBacktest origins(int number) throws LstmException {
        origins = SettingRange.atLeastOne(Setting.ORIGINS, number);
        return this;
    }

    /** Rows from one origin to the next (default: a horizon). */
    public TableBacktest every(int rows) throws LstmException {
        every = SettingRange.atLeastOne(Setting.EVERY, rows);
        return this;
    }

    /** The intervals around the forecasts. */
    public TableBacktest intervals(IntervalRequest how) throws LstmException {
        intervals = how.check();
        return this;
    }

    /** Threads to compute on (default: one for each processor). */
    public TableBacktest threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return this;
    }

    /**
     * The training on the rows before the first origin.
     *
     * @throws LstmException if there are too few rows, or they do not suit the settings
     */
    public TrainingRun prepare() throws LstmException {
        return Training.of(known()).settings(request).threads(threads).prepare();
    }

    /** The rows of each series before the first origin. */
    public List<Series> known() throws LstmException {
        long origin = origin();
        List<Series> known = new ArrayList<>();
        for (KeyedSeries one : table.each()) {
            int rows = rowsBefore(one.series(), origin);
            if (rows > 0) {
                known.add(one.series().first(rows));
            }
        }
        return known;
    }

    /**
     * The forecasts of each series from the first origin on.
     *
     * @param model that was trained on the rows before it
     * @throws LstmException if the model cannot give the intervals
     */
    public List<KeyedEvaluation<EvaluationResult>> run(Model model) throws LstmException {
        return ModelEvaluation.of(model)
                .from(origin())
                .every(step(horizon()))
                .intervals(intervals)
                .threads(threads)
                .run(table);
    }

    private int step(int horizon) {
        return every == 0 ? horizon : every;
    }

    private int horizon() throws LstmException {
        return request.settings(table.series()).plan().horizon();
    }

    /** The stamp of the first row to forecast. */
    private long origin() throws LstmException {
        Series longest = table.series().stream()
                .max(Comparator.comparingLong((Series series) -> series.stamps().last())
                        .thenComparingInt(Series::rows))
                .orElseThrow();
        int horizon = horizon();
        long row = longest.rows() - horizon - (origins - 1L) * step(horizon);
        if (row < 1) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(longest.rows()),
                            ", and ",
                            Setting.ORIGINS.to(origins),
                            " every ",
                            NumberText.rows(step(horizon)),
                            " leave none to train on")
                    .in(longest.source())
                    .remedy("use a smaller ", Setting.ORIGINS);
        }
        return longest.stamps().at((int) row);
    }

    private static int rowsBefore(Series series, long stamp) {
        return (int) series.stamps().stream().takeWhile(row -> row < stamp).count();
    }
}
