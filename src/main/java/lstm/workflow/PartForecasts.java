package lstm.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lstm.evaluate.OriginForecast;
import lstm.model.Method;
import lstm.series.Series;

/**
 * Forecasts of one series of a table by its model, from rows in the past: a part of a sum of such.
 *
 * @param rows of the series
 * @param points by the stamp of the first row that is forecast, [targets][steps]
 */
record PartForecasts(Series rows, Map<Long, double[][]> points) {
    /** Those of an evaluation. */
    static PartForecasts of(EvaluationResult result) {
        Map<Long, double[][]> points = new HashMap<>();
        for (OriginForecast origin : result.forecasts().origins()) {
            points.put(
                    result.history().stamps().at(origin.row()),
                    origin.forecasts().get(Method.MODEL));
        }
        return new PartForecasts(result.rows(), points);
    }

    /** The stamp of the first row from which there is a forecast. */
    long first() {
        return points.keySet().stream().mapToLong(stamp -> stamp).min().orElseThrow();
    }

    /** Whether the series has begun and not ended at a stamp. */
    boolean isAt(long stamp) {
        return rows.stamps().at(0) <= stamp && stamp <= rows.stamps().last();
    }

    /** The forecasts from a stamp, if there are any. */
    Optional<double[][]> from(long stamp) {
        return Optional.ofNullable(points.get(stamp));
    }
}
