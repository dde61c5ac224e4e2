/**
 * Files that say what to do, not what to learn from: options of the program, and the list of files of a batch. They
 * hold names and values only; what these mean is for the command line to say.
 */
package lstm.config;
