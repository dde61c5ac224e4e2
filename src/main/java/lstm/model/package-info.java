/** What a trained model is: its weights and preparation, what it has seen, its scores and simple methods. */
package lstm.model;
