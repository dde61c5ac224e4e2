package lstm.workflow;

import lstm.forecast.SeriesForecast;

/** How the forecasts of a batch are written. */
@FunctionalInterface
public interface ForecastWriter {
    /** The bytes of a file that holds a forecast. */
    byte[] bytes(SeriesForecast forecast);
}
