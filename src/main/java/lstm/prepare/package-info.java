/**
 * From a series to the input of a network (transform, scaler, split and windows, fitted on the training rows only), and
 * from its output back to the units of the data. {@link lstm.prepare.Profile} describes the values of a column.
 */
package lstm.prepare;
