package lstm.workflow;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.SeriesForecast;
import lstm.series.SeriesKey;

/**
 * The forecast of one series of a table.
 *
 * @param forecast by the model or, if it cannot forecast the series, by a simple method; empty if there is none
 * @param reason why the model has not forecast it; empty if it has
 */
public record KeyedForecast(
        SeriesKey key, SeriesStatus status, Optional<SeriesForecast> forecast, Optional<LstmException> reason) {}
