/** Optimisers, schedules, early stopping, the trainer and the state it can be resumed from. */
package lstm.train;
