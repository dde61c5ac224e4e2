/** Evaluation of forecasts: baselines, error measures, significance tests, and backtest results. */
package lstm.evaluate;
