package lstm.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Patience with files that another program has open. Windows refuses to replace such a file, and virus scanners and
 * indexers open every new one for a moment.
 */
final class OpenElsewhere {
    private static final int FIRST_MILLIS = 20;
    private static final int TRIES = 8;

    private OpenElsewhere() {}

    /** What is tried. */
    interface Action {
        void run() throws IOException;
    }

    /** What passes the time between two tries. */
    interface Pause {
        void millis(int count) throws InterruptedException;
    }

    /**
     * Runs an action until it succeeds: eight times at most, with pauses that double, two and a half seconds in all.
     *
     * @throws IOException what the last try threw; at once if the reason is not that a file is in use, or if the thread
     *     is interrupted
     */
    static void retry(Action action, Pause pause) throws IOException {
        for (int millis = FIRST_MILLIS, tried = 1; true; millis *= 2, tried++) {
            try {
                action.run();
                return;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                if (tried == TRIES || isInterrupted(pause, millis)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isInterrupted(Pause pause, int millis) {
        try {
            pause.millis(millis);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
