/** Forecasts, trains and backtests the series of a table on Apache Spark. */
package lstm.spark;
