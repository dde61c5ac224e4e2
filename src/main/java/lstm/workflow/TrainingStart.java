package lstm.workflow;

/** How a training treats the model file that it writes. */
public enum TrainingStart {
    /** Trains from the beginning and replaces what is there. */
    ANEW,
    /** Resumes the unfinished training in the file. */
    RESUME,
    /**
     * Does nothing if the file holds a finished model of the same data and settings, resumes an unfinished training,
     * and trains from the beginning if there is no file or if data or settings have changed.
     */
    AS_NEEDED
}
