package lstm.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import lstm.error.LstmException;
import lstm.file.AtomicFile;
import lstm.file.BoundedFile;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.file.PathLock;
import lstm.model.Model;
import lstm.modelfile.ModelFile;

/**
 * A model file that is locked for writing until it is closed. What is locked is what is written, even if a link on the
 * way to it is changed meanwhile. A pipe or a device has no lock, and gets the finished model alone.
 */
public final class ModelTarget implements AutoCloseable {
    private final Path path;
    private final PathLock lock;
    private final Disk disk;
    private final LongSupplier clock;

    private ModelTarget(Path path, PathLock lock, Disk disk, LongSupplier clock) {
        this.path = path;
        this.lock = lock;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * Locks a model file, and removes what killed trainings left beside it.
     *
     * @throws LstmException of kind {@code LOCKED} if another process or thread holds it, or as
     *     {@link PathLock#acquire}
     */
    public static ModelTarget lock(Path path) throws LstmException {
        return lock(path, Disk.LOCAL, System::nanoTime);
    }

    /**
     * The same on another disk.
     *
     * @param clock nanoseconds, for how often an unfinished training is saved
     */
    public static ModelTarget lock(Path path, Disk disk, LongSupplier clock) throws LstmException {
        PathLock lock = PathLock.acquire(path);
        AtomicFile.sweep(disk, path);
        return new ModelTarget(path, lock, disk, clock);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Whether this is a pipe or a device, which can be written once and not be read back. */
    public boolean isStream() {
        return lock.target().isStream();
    }

    /** Refuses a pipe or a device. */
    public void requireFile() throws LstmException {
        if (isStream()) {
            throw LstmException.usage("is a pipe or a device, and the model in it has to be read back")
                    .remedy("name a file")
                    .in(path);
        }
    }

    /** Nanoseconds since some moment. */
    long now() {
        return clock.getAsLong();
    }

    /** The model in it, if the file exists. */
    Optional<Model> read() throws LstmException {
        Path file = lock.target().file();
        return Files.exists(file) ? Optional.of(load()) : Optional.empty();
    }

    /**
     * The model in it.
     *
     * @throws LstmException of kind {@code MODEL} if there is none
     */
    public Model load() throws LstmException {
        try {
            return ModelFile.read(lock.target().file());
        } catch (LstmException e) {
            throw e.in(path);
        }
    }

    /** The bytes of the finished model in it, if it holds one. */
    Optional<byte[]> finished() throws LstmException {
        Path file = lock.target().file();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = BoundedFile.read(file, Integer.MAX_VALUE, LstmException.Kind.MODEL);
        return load().training().isFinished() ? Optional.of(bytes) : Optional.empty();
    }

    /** Puts back what {@link #finished} returned. */
    void restore(byte[] bytes) throws LstmException {
        lock.confirm();
        AtomicFile.write(disk, lock.target(), to -> to.write(bytes), Existing.REPLACE);
    }

    /** Writes a model whole, or leaves what is there. */
    public void write(Model model) throws LstmException {
        lock.confirm();
        ModelFile.write(disk, lock.target(), model, Existing.REPLACE);
    }

    @Override
    public void close() {
        lock.close();
    }
}
