package lstm.workflow;

import java.util.List;
import java.util.OptionalLong;
import lstm.base.BaseForecaster;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BaseHindcast;
import lstm.evaluate.BaseRivals;
import lstm.evaluate.BaseSeries;
import lstm.forecast.BaseIntervalPlan;
import lstm.forecast.BaseIntervals;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalPlan;
import lstm.forecast.NaiveShare;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.StampColumn;

/** Forecasts rows whose values are known with the base network, and scores the forecasts beside simple methods. */
public final class BaseEvaluation extends BaseRequest<BaseEvaluation> {
    private int every = 1;
    private OptionalLong since = OptionalLong.empty();

    /**
     * Forecasts of the rows of a series.
     *
     * @param forecasts from each origin, beside the truth
     * @param levels of the intervals
     */
    public record Result(Series rows, BacktestResult forecasts, IntervalLevels levels) implements ScoredRows {
        @Override
        public List<String> targets() {
            return List.of(rows.target());
        }

        @Override
        public StampColumn stamps() {
            return rows.stamps();
        }

        @Override
        public List<BacktestResult> parts() {
            return List.of(forecasts);
        }

        @Override
        public boolean isPadded() {
            return false;
        }
    }

    /** Rows from one origin to the next (default: 1). */
    public BaseEvaluation every(int rows) throws LstmException {
        every = SettingRange.atLeastOne(Setting.EVERY, rows);
        return this;
    }

    /** Stamp of the first row to forecast (default: that of the first of the rows that a training would hold out). */
    public BaseEvaluation from(OptionalLong stamp) {
        since = stamp;
        return this;
    }

    /**
     * Forecasts and scores the rows of a series.
     *
     * @throws LstmException if no row can be forecast, or the base network cannot give what is asked for
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public Result run(Series rows) throws LstmException {
        requireOneColumn(rows);
        IntervalPlan plan = BaseIntervalPlan.of(intervals());
        int first = origins().known(rows);
        BaseSeries one =
                BaseSeries.of(rows, Calendar.infer(rows), season(), first).tried(first);
        int[] origins = origins().of(one);
        double[] truths = one.truths();
        BaseIntervals ends = new BaseIntervals(plan, horizon());
        NaiveShare share = new NaiveShare(horizon());
        BaseHindcast hindcast;
        try (BaseForecaster forecaster = forecaster()) {
            BaseSeries earlier = one.first(first).recent();
            BaseHindcast.of(earlier, earlier.origins(horizon()), horizon(), forecaster)
                    .mixed(share)
                    .teach(ends);
            hindcast = BaseHindcast.of(one, origins, horizon(), forecaster)
                    .mixed(share)
                    .every(every);
        }
        BacktestResult result = hindcast.beside(
                BaseRivals.fitted(one, first), horizon(), (next, origin) -> ends.next(next, origin, truths));
        return new Result(rows, result, plan.levels());
    }

    /**
     * Forecasts and scores the rows of each series of a table, as far as they can be forecast. Series too short to show
     * a season have that of most others, which is that of the scores, and all share the errors of some on the rows
     * before, by which intervals are corrected.
     *
     * @throws LstmException if the base network cannot give what is asked for
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public List<KeyedEvaluation<Result>> run(SeriesTable table) throws LstmException {
        requireOneColumn(table.each().get(0).series());
        IntervalPlan plan = BaseIntervalPlan.of(intervals());
        BaseTable prepared = BaseTable.of(table.each(), season(), origins()::known);
        try (BaseForecaster forecaster = forecaster()) {
            return KeyedEvaluation.all(table, new BaseTableScores(prepared, origins(), plan, forecaster).run());
        }
    }

    private BaseOrigins origins() {
        return new BaseOrigins(horizon(), every, since);
    }

    @Override
    BaseEvaluation self() {
        return this;
    }
}
