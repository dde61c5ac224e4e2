package lstm.train;

import java.util.OptionalDouble;

/**
 * How an epoch went.
 *
 * @param loss mean training loss over the epoch's batches, with dropout on, scaled units
 * @param validation mean loss on the held-out windows after the epoch; none if nothing is held out
 * @param rate the learning rate used
 */
public record Epoch(double loss, OptionalDouble validation, double rate) {
    /**
     * The loss that decides whether this epoch was the best: the validation loss, or lacking that the training loss.
     */
    public double selectionLoss() {
        return validation.orElse(loss);
    }
}
