package lstm.random;

/**
 * The independent uses of one seed. Each stream has a number that takes part in every draw, so no two streams draw the
 * same values. The number is the position in this list: models and resumed trainings depend on it, so append new
 * streams at the end and never reorder them.
 */
public enum RandomStream {
    /** Initial weights. */
    WEIGHTS,
    /** Dropout during training. */
    DROPOUT,
    /** The order of the windows in an epoch. */
    SHUFFLE,
    /** The samples of a synthetic task. */
    TASK,
    /** Dropout during prediction, which draws samples of a forecast. */
    SAMPLE,
    /** The settings that a search tries. */
    SEARCH,
    /** The windows that a leaking validation takes from among those that are learned. */
    VALIDATION,
    /** The seeds of the further networks of an ensemble. */
    ENSEMBLE,
    /** The training windows that show a category as one that was never seen. */
    OTHER_CATEGORY,
    /** The training windows whose first rows are padding. */
    PADDING;

    /** The first coordinate of the stream's draws, from 1. */
    long number() {
        return ordinal() + 1L;
    }
}
