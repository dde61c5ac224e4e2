package lstm.file;

import static lstm.error.LstmException.Kind.LOCKED;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.error.Setting;

/**
 * Keeps other processes, and other threads of this one, from writing the same file, until closed. The lock is the
 * operating system's, on an empty hidden file beside the target, so it is freed however its holder dies; all symbolic
 * links and relative paths to one file take the same lock, hard links do not. Over a network disk it may not hold.
 */
public final class PathLock implements AutoCloseable {
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /**
     * Lock files that this process has open. POSIX drops all locks of a process on a file as soon as the process closes
     * any descriptor of it, so a lock file must not be opened a second time just to find that it is locked.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private static final String ANOTHER = "another lstm process is writing it";

    /** More rounds than this and the file system is not telling the truth about which file is which. */
    private static final int MOST_ROUNDS = 1000;

    private final Target target;
    private final Path file;
    private FileChannel locked;
    private FileChannel witness;
    private Optional<Object> key = Optional.empty();

    private PathLock(Target target) {
        this.target = target;
        this.file = target.form() == Target.Form.STREAM ? null : target.hidden().lock();
    }

    /**
     * Takes the lock at once or fails. A device or a pipe has no lock, and taking it always succeeds.
     *
     * @param path the file that is to be written; it need not exist, its directory must
     * @throws LstmException {@code LOCKED} if another holds it; {@code IO} if its directory is missing or cannot be
     *     written to; {@code USAGE} if it is a directory
     */
    public static PathLock acquire(Path path) throws LstmException {
        Target target = Target.of(path);
        target.check(Existing.REPLACE);
        if (target.form() == Target.Form.STREAM) {
            return new PathLock(target);
        }
        PathLock lock = new PathLock(target);
        if (!OPEN.add(lock.file)) {
            throw lock.isHeldByAnother(ANOTHER);
        }
        lock.acquire(ANOTHER);
        return lock;
    }

    private void acquire(String another) throws LstmException {
        boolean held = false;
        try {
            synchronized (Unfinished.class) {
                // Together, so that no signal comes between them. Another's lock file is not ours to remove.
                held = take();
                if (held) {
                    key = keyOf(file);
                    Unfinished.add(file);
                }
            }
        } catch (IOException e) {
            throw LstmException.io("cannot be locked with ", file, ": ", Reason.of(e))
                    .remedy("fix that or name another file")
                    .in(target.path())
                    .because(e);
        } finally {
            if (!held) {
                release();
            }
        }
        if (!held) {
            throw isHeldByAnother(another);
        }
    }

    private LstmException isHeldByAnother(String another) {
        return LstmException.of(LOCKED, another, " (lock ", shownFor(target.path()), ")")
                .remedy("wait for it, or name another file with ", Setting.OUTPUT)
                .in(target.path());
    }

    /**
     * Locks the file that the name leads to. The last holder may remove that file after we opened it and before we
     * locked it; then our lock is on a file without a name, and others may lock a new one. So it is opened once more,
     * and the second lock must overlap the first one; if it does not, it is the one on the newer file, and is tried in
     * turn.
     */
    private boolean take() throws IOException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            witness = FileChannel.open(file, OPTIONS);
            try {
                if (witness.tryLock() == null) {
                    return false;
                }
            } catch (OverlappingFileLockException e) {
                return true;
            }
            if (locked != null) {
                locked.close();
            }
            locked = witness;
        }
        throw new IOException("the lock file keeps changing");
    }

    private Path shownFor(Path path) {
        Path beside = path.resolveSibling(file.getFileName());
        return beside.toAbsolutePath().normalize().equals(file) ? beside : file;
    }

    /** The file that is locked. */
    public Target target() {
        return target;
    }

    /**
     * Makes sure, before the target is written, that it is still locked. If somebody removed the lock file, others can
     * lock the target with a new one; then that is taken too, unless another was faster.
     *
     * @throws LstmException {@code LOCKED} if another holds it now; {@code IO} if the lock file cannot be made anew
     */
    public synchronized void confirm() throws LstmException {
        if (locked == null || isInPlace()) {
            return;
        }
        closeQuietly(witness);
        closeQuietly(locked);
        locked = null;
        acquire("its lock file was removed, and another lstm process is writing it now");
    }

    private boolean isInPlace() {
        return key.equals(keyOf(file));
    }

    /** What tells a file from all others: its key, or only its name if the file system has no keys. */
    private static Optional<Object> keyOf(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return Optional.of(key == null ? file : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Removes the lock file and frees the lock, in this order, so that none but its holder ever removes it. */
    @Override
    public synchronized void close() {
        if (locked == null) {
            return;
        }
        try {
            if (isInPlace()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // An empty file stays, which nobody has locked: the next to come takes it.
        }
        release();
    }

    private void release() {
        Unfinished.done(file);
        closeQuietly(witness);
        closeQuietly(locked);
        locked = null;
        OPEN.remove(file);
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The descriptor is gone all the same, and the lock with it.
            }
        }
    }
}
