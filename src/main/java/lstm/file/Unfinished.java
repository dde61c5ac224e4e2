package lstm.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hidden files that this process has made and not yet done with, so that none is left when it leaves early. */
public final class Unfinished {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    private Unfinished() {}

    /** Notes a file that is about to be made. */
    static synchronized void add(Path file) {
        FILES.add(file);
    }

    /** Whether this process is still at work on it. */
    static boolean contains(Path file) {
        return FILES.contains(file);
    }

    static void done(Path file) {
        FILES.remove(file);
    }

    /**
     * Removes them, and leaves. Whoever is writing one of them fails, and who wants to make another waits meanwhile.
     *
     * @param exit ends the process
     */
    public static synchronized void removeAndLeave(Runnable exit) {
        for (Path file : FILES) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The next command that writes the same file removes it.
            }
        }
        exit.run();
    }
}
