package lstm.workflow;

import java.util.Optional;
import lstm.base.BaseForecaster;
import lstm.error.LstmException;
import lstm.forecast.BaseIntervalPlan;
import lstm.forecast.IntervalLevels;
import lstm.forecast.SeriesForecast;
import lstm.series.KeyedSeries;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;

/**
 * Forecasts the series of a table with the base network, one after the other: each as {@link BasePrediction} does, from
 * its own rows and errors alone, so that no forecast depends on which other series there are.
 */
public final class BaseSeriesPrediction extends BaseRequest<BaseSeriesPrediction> implements AutoCloseable {
    private boolean skipsEnded;
    private Optional<BaseForecaster> opened = Optional.empty();

    /** Leaves out series that end earlier than others. */
    public BaseSeriesPrediction skippingEnded(boolean skips) {
        skipsEnded = skips;
        return this;
    }

    /**
     * The levels of the intervals.
     *
     * @throws LstmException of kind {@code USAGE} if the base network cannot give the intervals that are asked for
     */
    public IntervalLevels levels() throws LstmException {
        return BaseIntervalPlan.of(intervals()).levels();
    }

    /**
     * Forecasts one series.
     *
     * @param latest last stamp of the table, before which a series has ended
     * @throws LstmException of kind {@code USAGE} if the base network cannot give what is asked for
     */
    public KeyedForecast forecast(KeyedSeries one, long latest) throws LstmException {
        boolean hasEnded = one.series().endsBefore(latest);
        SeriesStatus status = hasEnded ? SeriesStatus.ENDED : SeriesStatus.OK;
        if (hasEnded && skipsEnded) {
            return new KeyedForecast(one.key(), status, Optional.empty(), Optional.empty());
        }
        try {
            BasePrediction prediction =
                    BasePrediction.of(one.series()).horizon(horizon()).intervals(intervals());
            if (season().isPresent()) {
                prediction.season(season().getAsInt());
            }
            SeriesForecast forecast = prediction.forecast(open());
            return new KeyedForecast(one.key(), status, Optional.of(forecast), Optional.empty());
        } catch (LstmException e) {
            if (e.kind() != LstmException.Kind.DATA) {
                throw e;
            }
            return refused(one.key(), e);
        }
    }

    /** The answer for a series that has no row with a value. */
    public KeyedForecast missing(SeriesKey key, String name) {
        return new KeyedForecast(key, SeriesStatus.MISSING, Optional.empty(), Optional.of(SeriesTable.noRows(name)));
    }

    /** The answer for a series that cannot be forecast. */
    public KeyedForecast refused(SeriesKey key, LstmException reason) {
        return new KeyedForecast(key, SeriesStatus.FAILED, Optional.empty(), Optional.of(reason));
    }

    private BaseForecaster open() {
        if (opened.isEmpty()) {
            opened = Optional.of(forecaster());
        }
        return opened.get();
    }

    @Override
    public void close() {
        opened.ifPresent(BaseForecaster::close);
        opened = Optional.empty();
    }

    @Override
    BaseSeriesPrediction self() {
        return this;
    }
}
