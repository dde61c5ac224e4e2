/** Settings chosen by traits of the training rows. */
package lstm.preset;
