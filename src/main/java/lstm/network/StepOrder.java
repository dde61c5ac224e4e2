package lstm.network;

/**
 * Which step of a pass follows which. The first steps follow one another; each further step decodes one segment of the
 * horizon and follows the last of the first ones.
 *
 * @param steps of the pass
 * @param encoding number of steps that follow one another, at least 1
 */
record StepOrder(int steps, int encoding) {
    /** The step whose state a step starts from; -1 for the first. */
    int before(int t) {
        return t > encoding ? encoding - 1 : t - 1;
    }

    /** Whether a step decodes. */
    boolean isDecoding(int t) {
        return t >= encoding;
    }

    /** Whether the steps that decode follow this one. */
    boolean isBranching(int t) {
        return t == encoding - 1 && steps > encoding;
    }

    /**
     * The last of the steps that follow a step, the first of which is t + 1. Nothing follows a step that decodes, nor
     * the last of all.
     */
    int lastAfter(int t) {
        return isDecoding(t) ? t : isBranching(t) ? steps - 1 : t + 1;
    }

    /**
     * Where a pass that keeps no more than it must has the state after a step: 0 for the initial state, else one of two
     * places, so that the state before a step never occupies the slot of the one after it.
     */
    int place(int t) {
        return t < 0 ? 0 : 1 + Math.min(t, encoding) % 2;
    }

    /** The first step that the dense head reads. */
    int firstOut() {
        return steps > encoding ? encoding : steps - 1;
    }
}
