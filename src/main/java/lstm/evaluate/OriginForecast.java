package lstm.evaluate;

import java.util.Map;
import lstm.model.Method;

/**
 * The forecasts from one origin of a backtest.
 *
 * @param row the first row forecast
 * @param fitted number of rows that the model and baselines were fitted on, the first ones; at most {@code row}
 * @param forecasts of each method, [targets][steps]; not copied
 * @param intervals of the model, [targets][steps][levels][lower, upper]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to them or compares them.
public record OriginForecast(int row, int fitted, Map<Method, double[][]> forecasts, double[][][][] intervals) {}
