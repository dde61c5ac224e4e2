/**
 * What a trained model is, and the file it is kept in. {@link lstm.model.ModelFile} is the way in; each part of the
 * file is written and read in one class, side by side.
 */
package lstm.model;
