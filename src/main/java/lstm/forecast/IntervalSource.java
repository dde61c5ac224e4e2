package lstm.forecast;

/**
 * Computes prediction intervals for forecasts from one origin after another, each from what was known at the origin.
 */
public interface IntervalSource {
    /**
     * The intervals of a forecast; each origin must be later than the one before.
     *
     * @param levels each in (0, 1)
     * @return [targets][steps][levels][lower, upper], NaN where too little is known
     */
    double[][][][] next(int origin, Forecast forecast, double[] levels);
}
