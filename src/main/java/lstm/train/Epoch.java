package lstm.train;

import java.util.OptionalDouble;

/**
 * The result of an epoch.
 *
 * @param loss mean training loss over the batches of the epoch, with dropout, in scaled units
 * @param validation mean loss on the validation windows after the epoch; none if nothing is held out
 * @param rate the learning rate used
 */
public record Epoch(double loss, OptionalDouble validation, double rate) {
    /** The loss by which the best epoch is selected: the validation loss or, if there is none, the training loss. */
    public double selectionLoss() {
        return validation.orElse(loss);
    }
}
