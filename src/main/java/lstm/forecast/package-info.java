/** Forecasts from a model, the naive forecast beside them, and the measures that tell them apart. */
package lstm.forecast;
