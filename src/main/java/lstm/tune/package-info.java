/** Searches the settings with which a network forecasts a series best, judged by backtests. */
package lstm.tune;
