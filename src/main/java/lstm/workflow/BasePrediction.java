package lstm.workflow;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.evaluate.BaseHindcast;
import lstm.evaluate.BaseRivals;
import lstm.evaluate.BaseSeries;
import lstm.forecast.BaseIntervalPlan;
import lstm.forecast.BaseIntervals;
import lstm.forecast.FiniteForecasts;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalPlan;
import lstm.forecast.NaiveShare;
import lstm.forecast.SeriesForecast;
import lstm.model.HistoryTail;
import lstm.model.Score;
import lstm.series.Series;

/**
 * Forecasts a series without training, with the base network that is part of the program.
 *
 * <pre>{@code
 * SeriesForecast next = BasePrediction.of(sales).horizon(12).run().forecast();
 * }</pre>
 */
public final class BasePrediction extends BaseRequest<BasePrediction> {
    /** Rows before a forecast that a chart shows. */
    private static final int SHOWN = 60;

    private static final int SHOWN_SEASONS = 3;

    private final Series series;

    /**
     * A forecast, and what is known about it.
     *
     * @param season that was found or given; 1 for none
     * @param heldOut how well the last rows would have been forecast, beside simple methods; empty if they are too few
     * @param errors number of forecasts whose errors the intervals know
     */
    public record Result(SeriesForecast forecast, int season, Optional<Score> heldOut, int errors) {}

    private BasePrediction(Series series) {
        this.series = series;
    }

    /**
     * A forecast of a series.
     *
     * @throws LstmException of kind {@code USAGE} if it has several columns
     */
    public static BasePrediction of(Series series) throws LstmException {
        requireOneColumn(series);
        return new BasePrediction(series.rows() > MOST_ROWS ? series.tail(MOST_ROWS) : series);
    }

    /**
     * Forecasts.
     *
     * @throws LstmException if the series or what is asked for does not suit
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public Result run() throws LstmException {
        try (BaseForecaster forecaster = forecaster()) {
            return run(forecaster);
        }
    }

    /** Forecasts with a network that others use, too. */
    Result run(BaseForecaster forecaster) throws LstmException {
        BaseSeries one = prepared();
        int[] origins = one.origins(horizon());
        Supplier<Optional<BaseRivals>> rivals = beside(() -> rivals(one, origins));
        Made made = made(one, origins, forecaster);
        return new Result(
                made.forecast(),
                one.longest(),
                rivals.get().flatMap(fitted -> score(made.known(), fitted)),
                origins.length);
    }

    /** The forecast alone, without what it takes to score it. */
    SeriesForecast forecast(BaseForecaster forecaster) throws LstmException {
        BaseSeries one = prepared();
        return made(one, one.origins(horizon()), forecaster).forecast();
    }

    private BaseSeries prepared() {
        BaseSeries recent = BaseSeries.of(series, Calendar.infer(series), season(), series.rows())
                .recent();
        return recent.tried(recent.series().rows());
    }

    /** A forecast, and those of known rows that it has learned from. */
    private record Made(SeriesForecast forecast, BaseHindcast known) {}

    private Made made(BaseSeries one, int[] origins, BaseForecaster forecaster) throws LstmException {
        IntervalPlan plan = BaseIntervalPlan.of(intervals());
        ForecastStart start = start(one);
        long[] stamps = start.after(horizon());
        BaseIntervals ends = new BaseIntervals(plan, horizon());
        NaiveShare share = new NaiveShare(horizon());
        BaseHindcast known =
                BaseHindcast.of(one, origins, horizon(), forecaster).mixed(share);
        BaseForecast next =
                share.mixed(forecaster.forecast(List.of(one.past()), horizon()).get(0));
        known.teach(ends);
        return new Made(forecast(start, series.target(), stamps, next, ends.around(next), plan.levels()), known);
    }

    static ForecastStart start(BaseSeries one) throws LstmException {
        Series rows = one.series();
        if (rows.masked().nextClearBit(0) >= rows.rows()) {
            throw LstmException.data("has no value to forecast from").in(rows.source());
        }
        Series last = rows.tail(Math.max(SHOWN, SHOWN_SEASONS * one.longest()));
        HistoryTail context = new HistoryTail(last.stamps().toArray(), last.values());
        return new ForecastStart(rows.source(), context, one.calendar(), rows.kind(), List.of());
    }

    /** @param ends of {@link BaseIntervals#around} */
    static SeriesForecast forecast(
            ForecastStart start,
            String target,
            long[] stamps,
            BaseForecast next,
            double[][][] ends,
            IntervalLevels levels)
            throws LstmException {
        double[] points = FiniteForecasts.required(next.medians(), start.source());
        return new SeriesForecast(
                start, List.of(target), stamps, new double[][] {points}, new double[][][][] {ends}, levels, List.of());
    }

    /** Computes on another thread while this one goes on, unless the caller wants one thread. */
    private <T> Supplier<T> beside(Supplier<T> work) {
        return threads() > 1 ? CompletableFuture.supplyAsync(work)::join : work;
    }

    private static Optional<BaseRivals> rivals(BaseSeries one, int... origins) {
        return origins.length == 0 ? Optional.empty() : Optional.of(BaseRivals.fitted(one, origins[0]));
    }

    /** Over as many steps as half of the rows that were forecast. */
    private Optional<Score> score(BaseHindcast hindcast, BaseRivals rivals) {
        int rows = hindcast.one().series().rows();
        int steps = Math.max(1, Math.min(horizon(), (rows - hindcast.origins()[0]) / 2));
        return hindcast
                .whole(steps)
                .beside(rivals, steps, (forecast, origin) -> new double[steps][0][])
                .scores()
                .stream()
                .findFirst();
    }

    @Override
    BasePrediction self() {
        return this;
    }
}
