/**
 * The JSON file a model is kept in. {@link lstm.modelfile.ModelFile} is the way in; each part of the file is written
 * and read in one class, side by side.
 */
package lstm.modelfile;
