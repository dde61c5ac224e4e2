package lstm.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.base.SeasonPair;
import lstm.error.LstmException;
import lstm.forecast.BaseIntervalPlan;
import lstm.forecast.BaseIntervals;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalPlan;
import lstm.forecast.NaiveShare;
import lstm.forecast.SeriesForecast;
import lstm.model.Score;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;
import lstm.workflow.BaseTable.Keyed;

/**
 * Forecasts each series of a table without training, with the base network. All share the errors of some, by which
 * intervals are corrected.
 */
public final class BaseTablePrediction extends BaseRequest<BaseTablePrediction> {
    private final SeriesTable table;
    private boolean skipsEnded;

    /**
     * Forecasts in the order of the keys.
     *
     * @param levels of the intervals
     * @param heldOut how well the last rows of some series would have been forecast, beside the naive methods; empty if
     *     they are too few
     */
    public record Result(List<KeyedForecast> forecasts, IntervalLevels levels, Optional<Score> heldOut) {
        /** Copies the list. */
        public Result {
            forecasts = List.copyOf(forecasts);
        }
    }

    private BaseTablePrediction(SeriesTable table) {
        this.table = table;
    }

    /**
     * Forecasts of a table.
     *
     * @throws LstmException of kind {@code USAGE} if its series have several columns
     */
    public static BaseTablePrediction of(SeriesTable table) throws LstmException {
        requireOneColumn(table.each().get(0).series());
        return new BaseTablePrediction(table);
    }

    /** Leaves out series that end earlier than others. */
    public BaseTablePrediction skippingEnded(boolean skips) {
        skipsEnded = skips;
        return this;
    }

    /**
     * Forecasts.
     *
     * @throws LstmException if the base network cannot give what is asked for
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public Result run() throws LstmException {
        IntervalPlan plan = BaseIntervalPlan.of(intervals());
        long latest = table.latest();
        List<KeyedForecast> done = new ArrayList<>();
        List<KeyedSeries> open = new ArrayList<>();
        for (KeyedSeries one : table.each()) {
            if (skipsEnded && one.series().endsBefore(latest)) {
                done.add(new KeyedForecast(one.key(), SeriesStatus.ENDED, Optional.empty(), Optional.empty()));
            } else {
                open.add(one);
            }
        }
        BaseTable prepared = BaseTable.of(open, season(), Series::rows);
        List<Keyed> each = prepared.each().stream()
                .map(keyed -> new Keyed(keyed.key(), keyed.one().recent()))
                .toList();
        BaseIntervals ends = new BaseIntervals(plan, horizon());
        NaiveShare share = new NaiveShare(horizon());
        Optional<Score> heldOut;
        try (BaseForecaster forecaster = forecaster()) {
            heldOut = errors(each, prepared.most()).teach(ends, share, forecaster);
            List<BaseForecast> next = forecaster.forecast(k -> each.get(k).one().past(), each.size(), horizon());
            for (int k = 0; k < next.size(); k++) {
                done.add(forecast(each.get(k), share.mixed(next.get(k)), ends, plan.levels(), latest));
            }
        }
        for (SeriesKey key : table.missing()) {
            LstmException reason = SeriesTable.noRows(table.name(key));
            done.add(new KeyedForecast(key, SeriesStatus.MISSING, Optional.empty(), Optional.of(reason)));
        }
        done.sort(Comparator.comparing(KeyedForecast::key));
        return new Result(done, plan.levels(), heldOut);
    }

    private BaseTableErrors errors(List<Keyed> each, SeasonPair most) {
        return new BaseTableErrors(each.stream().map(Keyed::one).toList(), most.longest(), horizon());
    }

    private KeyedForecast forecast(
            Keyed keyed, BaseForecast next, BaseIntervals ends, IntervalLevels levels, long latest) {
        Series series = keyed.one().series();
        SeriesStatus status = series.endsBefore(latest) ? SeriesStatus.ENDED : SeriesStatus.OK;
        try {
            ForecastStart start = BasePrediction.start(keyed.one());
            SeriesForecast forecast = BasePrediction.forecast(
                    start, series.target(), start.after(horizon()), next, ends.around(next), levels);
            return new KeyedForecast(keyed.key(), status, Optional.of(forecast), Optional.empty());
        } catch (LstmException e) {
            return new KeyedForecast(keyed.key(), SeriesStatus.FAILED, Optional.empty(), Optional.of(e));
        }
    }

    @Override
    BaseTablePrediction self() {
        return this;
    }
}
