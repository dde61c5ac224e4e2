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

    static void add(Path file) {
        FILES.add(file);
    }

    static void done(Path file) {
        FILES.remove(file);
    }

    /** Removes them. Only for a process that ends at once: whoever is writing one of them fails. */
    public static void remove() {
        for (Path file : FILES) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The next training of that model removes it.
            }
        }
    }
}
