package lstm.forecast;

/** Makes prediction intervals of forecasts from one origin after another, each from what was known there. */
public interface IntervalSource {
    /**
     * The intervals of a forecast from an origin, later than the one before.
     *
     * @param levels each in (0, 1)
     * @return [targets][steps][levels][lower, upper], NaN where too little is known
     */
    double[][][][] next(int origin, Forecast forecast, double[] levels);
}
