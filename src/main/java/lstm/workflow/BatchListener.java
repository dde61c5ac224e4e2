package lstm.workflow;

/** Follows a batch and may stop it. Threads call it one at a time. */
public interface BatchListener {
    /** Follows nothing and never stops. */
    BatchListener NONE = new BatchListener() {};

    /** After each file. */
    default void done(BatchResult result) {}

    /** Whether no further file is to be started. */
    default boolean isOver() {
        return false;
    }

    /**
     * Whether the trainings that run are to stop, to be resumed by the next batch; asked after each step, by any
     * thread.
     */
    default boolean stopsTrainings() {
        return false;
    }
}
