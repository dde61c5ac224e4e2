package lstm.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Which file a path leads to, whatever it is called: equal for all names, symbolic links and hard links of one file.
 * The one way in which this program compares files.
 *
 * @param key the key that the file system has for a file; its real path where it has none, or where there is no file
 */
public record FileIdentity(Object key) {
    private static final int MOST_LINKS = 40;

    /**
     * The file that a path leads to, or would if it were created.
     *
     * @return empty for a device, such as a terminal, which many may use at once, and for what cannot name a file
     */
    public static Optional<FileIdentity> of(Path path) {
        try {
            if (FileKind.of(path) == FileKind.DEVICE) {
                return Optional.empty();
            }
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Optional.of(new FileIdentity(key == null ? path.toRealPath() : key));
        } catch (IOException e) {
            return Optional.of(new FileIdentity(place(path.toAbsolutePath(), MOST_LINKS)));
        }
    }

    /** The same for an argument of a command line; empty also for text that cannot be a path. */
    public static Optional<FileIdentity> of(String name) {
        try {
            return of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where a file would be created: the real path of what exists of its folders, and the rest as written. */
    private static Path place(Path path, int links) {
        try {
            if (links > 0 && Files.isSymbolicLink(path)) {
                return place(path.resolveSibling(Files.readSymbolicLink(path)), links - 1);
            }
            if (Files.exists(path)) {
                return path.toRealPath();
            }
        } catch (IOException | InvalidPathException e) {
            // It cannot be followed, so that what is written is all that is known of it.
        }
        Path folder = path.getParent();
        return folder == null
                ? path
                : place(folder, links).resolve(path.getFileName()).normalize();
    }
}
