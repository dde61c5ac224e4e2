/** Trains the base network on synthetic series, and measures how well it forecasts real ones. */
package lstm.pretrain;
