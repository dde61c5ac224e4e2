/**
 * From a series to what a network learns from: transform, scaler, split and windows, fitted on the training rows only;
 * and back from what it gives to the units of the data.
 */
package lstm.prepare;
