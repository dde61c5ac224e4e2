/** Optimizers, learning rate schedules, early stopping, the trainer and the state from which it can resume. */
package lstm.train;
