/**
 * How good forecasts are: simple methods to compare with, error measures, tests of significance, and results of
 * backtests.
 */
package lstm.evaluate;
