/**
 * Settings with which a network forecasts a series well: chosen by what its rows are like, or searched, judged by
 * backtests.
 */
package lstm.tune;
