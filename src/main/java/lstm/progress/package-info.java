/** How a call tells its caller how far it is, and how it is stopped. */
package lstm.progress;
