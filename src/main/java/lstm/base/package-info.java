/**
 * The base network: one recurrent network, trained on synthetic series alone, that forecasts a series which it has
 * never seen. A {@link lstm.base.SeasonalHistory} is the past of a forecast, {@link lstm.base.WindowInputs} makes it
 * into what the network reads, and {@link lstm.base.BaseForecaster} forecasts many pasts at once.
 */
package lstm.base;
