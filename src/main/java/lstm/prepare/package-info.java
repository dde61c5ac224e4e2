/**
 * From a series to what a network learns from: transform, scaler, split and windows, fitted on the training rows only;
 * and back from what it gives to the units of the data. A {@link lstm.prepare.Profile} says what a column looks like.
 */
package lstm.prepare;
