package lstm.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The figures that the README reports: each is printed, and kept in {@code target/promises.txt} as a line. */
public final class Figures {
    private static final Path FILE = Path.of("target", "promises.txt");

    private Figures() {}

    /**
     * Reports a figure; one of the same name, from an earlier run, is replaced.
     *
     * @param name such as {@code 01.kills.survived}: the number of the promise, then words
     */
    public static synchronized void report(String name, Object value) {
        String line = name + "=" + value;
        System.out.println(line);
        try {
            Map<String, String> lines = new TreeMap<>();
            if (Files.exists(FILE)) {
                Files.readAllLines(FILE).forEach(old -> lines.put(old.substring(0, old.indexOf('=')), old));
            }
            lines.put(name, line);
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines.values());
        } catch (IOException e) {
            throw new AssertionError("the figures cannot be kept", e);
        }
    }
}
