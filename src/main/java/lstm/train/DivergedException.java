package lstm.train;

/** Training diverged: the loss, the gradient or the weights of a step were not finite. */
public final class DivergedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int batch;

    DivergedException(int epoch, int batch) {
        super("diverged in epoch " + epoch + ", batch " + batch);
        this.epoch = epoch;
        this.batch = batch;
    }

    /** The epoch in which it happened, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The batch of that epoch, from 1. */
    public int batch() {
        return batch;
    }
}
