package lstm.evaluate;

import java.util.Map;
import lstm.model.Method;

/**
 * What was forecast from one origin of a backtest.
 *
 * @param row the first row forecast
 * @param fitted rows that model and simple methods were fitted on, the first ones; not more than {@code row}
 * @param forecasts of each method, [targets][steps]; not copied
 * @param intervals of the model, [targets][steps][levels][lower, upper]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to them or compares them.
public record OriginForecast(int row, int fitted, Map<Method, double[][]> forecasts, double[][][][] intervals) {}
