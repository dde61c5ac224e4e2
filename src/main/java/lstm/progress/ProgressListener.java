package lstm.progress;

import java.util.concurrent.CancellationException;

/** Follows a call that reads or forecasts, and may stop it. */
@FunctionalInterface
public interface ProgressListener {
    /** Follows nothing and never stops. */
    ProgressListener NONE = (done, total) -> false;

    /**
     * After each part of the work.
     *
     * @param done rows read, or rounds of the network
     * @param total how many there will be; 0 if that is not known
     * @return true to stop the call
     */
    boolean stopsAfter(long done, long total);

    /**
     * Stops the call if the listener says so or this thread is interrupted; the thread stays interrupted.
     *
     * @throws CancellationException if it is stopped
     */
    default void checkpoint(long done, long total) {
        if (stopsAfter(done, total) || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped after " + done + (total > 0 ? " of " + total : ""));
        }
    }
}
