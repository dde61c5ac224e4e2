package lstm.workflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import lstm.base.BaseForecaster;
import lstm.base.BaseForecaster.Past;
import lstm.base.BaseShape;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.BaseSeries;
import lstm.explain.PastEffects;
import lstm.forecast.FiniteForecasts;
import lstm.modelfile.BaseNetworkFile;
import lstm.series.Series;

/**
 * A forecast of the base network explained: which rows it rests on.
 *
 * @param effects of the rows
 * @param rows that are explained, the last that the forecast sees
 * @param season in rows; 1 for none
 * @param step how many steps after the last row the forecast is for, from 1
 * @param date that is forecast
 */
public record BaseExplanation(PastEffects effects, Series rows, int season, int step, String date) {
    /** Seasons that are explained row by row, in case they are longer than the window. */
    private static final int SEASONS = 2;

    /** Rows in a segment of the network. */
    public static int segment() {
        return shape().segment();
    }

    private static BaseShape shape() {
        return BaseNetworkFile.shipped().shape();
    }

    /**
     * Explains a forecast.
     *
     * @param season in steps, 1 for none; empty to find it
     * @param at last row that the forecast sees; the last of all if empty
     * @param step to explain, from 1
     * @throws LstmException if the series has several columns, no such row, or fewer than two values
     */
    public static BaseExplanation of(Series series, OptionalInt season, Optional<String> at, int step)
            throws LstmException {
        BaseRequest.requireOneColumn(series);
        int origin = at.isPresent() ? ForecastExplanation.row(series, at.get()) + 1 : series.rows();
        Series seen = series.first(origin);
        BaseSeries one = BaseSeries.of(seen, Calendar.infer(seen), season, origin);
        if (seen.masked().nextClearBit(0) >= origin || values(one.past()) < 2) {
            throw LstmException.data("has fewer than two values to forecast from")
                    .remedy(at.isEmpty() ? "add earlier rows" : "give a later row to " + Setting.AT)
                    .in(series.source());
        }
        Past past = one.past();
        int rows = Math.min(past.values().length, Math.max(shape().window(), SEASONS * one.longest()));
        PastEffects effects;
        try (BaseForecaster forecaster =
                BaseRequest.forecaster(Runtime.getRuntime().availableProcessors())) {
            effects = PastEffects.of(forecaster, past, rows, segment(), step);
        }
        FiniteForecasts.required(effects.known(), series.source());
        String date = series.kind()
                .text(ForecastExplanation.stamps(series, origin + step).at(origin + step - 1));
        return new BaseExplanation(effects, seen.tail(rows), one.longest(), step, date);
    }

    private static long values(Past past) {
        return Arrays.stream(past.values())
                .filter(value -> !Double.isNaN(value))
                .count();
    }
}
