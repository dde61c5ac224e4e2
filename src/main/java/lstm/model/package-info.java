/** A trained model: its weights and preparation, the data it was trained on, its scores and baselines. */
package lstm.model;
