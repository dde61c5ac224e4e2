package lstm.synthetic;

import lstm.base.SeasonPair;

/**
 * A synthetic series.
 *
 * @param values NaN where one is missing; not copied
 * @param complete the same with those that are missing; not copied
 * @param seasons that it was made with
 * @param family what kind of series it is
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and read.
public record SyntheticSeries(double[] values, double[] complete, SeasonPair seasons, Family family) {}
