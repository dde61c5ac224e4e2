package lstm.workflow;

/** What a training does about the model file that it writes. */
public enum TrainingStart {
    /** Trains from the beginning and replaces what is there. */
    ANEW,
    /** Goes on with the unfinished training in the file. */
    RESUME,
    /**
     * Does what the file needs: nothing if its training is finished, of the same data and settings; goes on if it is
     * unfinished; trains from the beginning if there is no file, or data or settings have changed.
     */
    AS_NEEDED
}
