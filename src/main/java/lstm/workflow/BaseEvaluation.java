package lstm.workflow;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import lstm.base.BaseForecaster;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BaseHindcast;
import lstm.evaluate.BaseRivals;
import lstm.evaluate.BaseSeries;
import lstm.evaluate.EvaluationOrigins;
import lstm.forecast.BaseIntervalPlan;
import lstm.forecast.BaseIntervals;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalPlan;
import lstm.forecast.NaiveShare;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.text.NumberText;

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
    public record Result(Series rows, BacktestResult forecasts, IntervalLevels levels) {}

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
        int first = first(rows);
        BaseSeries one =
                BaseSeries.of(rows, Calendar.infer(rows), season(), first).tried(first);
        int[] origins = origins(one, first);
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

    private int first(Series rows) throws LstmException {
        if (since.isEmpty()) {
            PreparationPlan plan =
                    PreparationPlan.CLASSIC.toBuilder().horizon(horizon()).build();
            return Math.max(1, rows.rows() - Split.heldRows(Settings.CLASSIC.validation(), rows.rows(), plan, 1));
        }
        return Math.max(1, EvaluationOrigins.firstFrom(rows, since.getAsLong()));
    }

    private int[] origins(BaseSeries one, int first) throws LstmException {
        Series rows = one.series();
        int end = rows.rows() - horizon();
        if (first > end) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(rows.rows() - first),
                            " to forecast after the first ",
                            first,
                            ", and ",
                            Setting.HORIZON.to(horizon()),
                            " needs ",
                            horizon())
                    .remedy("use a smaller ", Setting.HORIZON)
                    .in(rows.source());
        }
        int[] origins = IntStream.iterate(first, row -> row <= end, row -> row + every)
                .filter(one::isOrigin)
                .filter(row -> rows.masked().nextClearBit(row) < row + horizon())
                .toArray();
        if (origins.length == 0) {
            throw LstmException.data("no row after the first ", first, " has a value to compare a forecast with")
                    .remedy("use an earlier ", Setting.FROM)
                    .in(rows.source());
        }
        return origins;
    }

    @Override
    BaseEvaluation self() {
        return this;
    }
}
