/** From a series to what a network learns from: scaler, split and windows, fitted on the training rows only. */
package lstm.prepare;
