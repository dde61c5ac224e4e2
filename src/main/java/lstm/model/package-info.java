/** The JSON model file: what is in it, how it is written, and how it is checked when read. */
package lstm.model;
