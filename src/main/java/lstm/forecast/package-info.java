/** Forecasts from a model, and the prediction intervals around them. */
package lstm.forecast;
