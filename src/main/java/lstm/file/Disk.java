package lstm.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * The operations that change what a disk holds, and reading back. All that this program writes goes through here, so a
 * test that fails, delays or loses any one of these calls has seen every way in which writing can go wrong.
 */
public interface Disk {
    /** The disk of this machine. */
    Disk LOCAL = new LocalDisk();

    /** Who may open a file that is being created. */
    enum Access {
        /** Its owner alone: mode 0600 where there are modes. */
        OWNER,
        /** Whoever the user's umask lets in. */
        ORDINARY
    }

    /** A file open for writing, unbuffered. */
    abstract class Output extends OutputStream {
        @Override
        public final void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public abstract void write(byte[] bytes, int from, int count) throws IOException;

        /** Returns when all bytes written so far, and the file's mode, would survive a power cut. */
        public abstract void force() throws IOException;

        @Override
        public abstract void close() throws IOException;
    }

    /**
     * Creates an empty file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the name is taken, even by a dangling link
     */
    Output create(Path file, Access access) throws IOException;

    /** Opens an existing file, device or pipe; what is written goes to its end. */
    Output append(Path file) throws IOException;

    /** Opens a file to be read from its start. */
    InputStream read(Path file) throws IOException;

    /** Who may do what with a file; empty where files have no POSIX mode. */
    Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException;

    /** Sets who may do what with a file; only for what {@link #permissions} returned, so POSIX alone. */
    void permit(Path file, Set<PosixFilePermission> permissions) throws IOException;

    /** Gives a file a new name in the same directory in one step; a file that had this name is replaced. */
    void rename(Path file, Path name) throws IOException;

    /**
     * Gives a file a second name in the same directory, in one step.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the name is taken; any other exception leaves it open whether
     *     this file system knows second names at all
     */
    void link(Path file, Path name) throws IOException;

    /** Removes a name; one that is missing is no failure. */
    void delete(Path file) throws IOException;

    /** Returns when names created, changed and removed in this directory would survive a power cut. */
    void forceDirectory(Path directory) throws IOException;
}
