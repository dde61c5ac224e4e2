/** A search for good settings, judged by backtests. */
package lstm.tune;
