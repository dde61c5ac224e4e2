package lstm.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What stands at the end of a path, as far as reading and writing it differ. */
public enum FileKind {
    /** A file whose bytes are on a disk. */
    REGULAR,
    DIRECTORY,
    /** A pipe, named or not: opening it waits for the other end. */
    PIPE,
    /** A socket, which can be used when it is open already, but not opened by its path. */
    SOCKET,
    /** A terminal, the null device or another device. */
    DEVICE;

    private static final int TYPE = 0170000;
    private static final int FIFO = 0010000;
    private static final int SOCK = 0140000;

    /**
     * Follows links and looks.
     *
     * @throws IOException if nothing is there, or it cannot be looked at
     */
    public static FileKind of(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        if (found.isRegularFile()) {
            return REGULAR;
        }
        if (found.isDirectory()) {
            return DIRECTORY;
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return DEVICE;
        }
        return switch ((int) Files.getAttribute(path, "unix:mode") & TYPE) {
            case FIFO -> PIPE;
            case SOCK -> SOCKET;
            default -> DEVICE;
        };
    }
}
