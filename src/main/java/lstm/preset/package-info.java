/** Settings chosen by what the rows to learn from are like. */
package lstm.preset;
