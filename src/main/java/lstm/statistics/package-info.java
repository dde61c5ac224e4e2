/**
 * Statistics of plain arrays: means, standard deviations, quantiles and autocovariances, each written once.
 *
 * <ul>
 *   <li>{@link lstm.statistics.Means}: the arithmetic mean, in three orders of summation
 *   <li>{@link lstm.statistics.Moments}: mean and standard deviation, by three algorithms
 *   <li>{@link lstm.statistics.Quantiles}: the median and interpolated quantiles
 *   <li>{@link lstm.statistics.Autocovariance}: products of values a lag apart
 *   <li>{@link lstm.statistics.LagMoments}: moments of a column and all its lags at once, for a regression
 *   <li>{@link lstm.statistics.BinaryScale}, {@link lstm.statistics.Distances}: values brought to the size of 1, so
 *       that sums and squares neither overflow nor vanish
 * </ul>
 *
 * <p>Where there is more than one algorithm for the same quantity, they differ in the last bits. Each result in a model
 * file or a report depends on the bits of one of them, so they must not be exchanged for one another.
 */
package lstm.statistics;
