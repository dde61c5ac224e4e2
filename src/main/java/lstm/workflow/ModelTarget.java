package lstm.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import lstm.error.LstmException;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.file.PathLock;
import lstm.model.Model;
import lstm.modelfile.ModelFile;

/** A model file that is locked for writing until it is closed. */
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
        lock.sweep(disk);
        return new ModelTarget(path, lock, disk, clock);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Nanoseconds since some moment. */
    long now() {
        return clock.getAsLong();
    }

    /** The model in it, if the file exists. */
    Optional<Model> read() throws LstmException {
        return Files.exists(path) ? Optional.of(ModelFile.read(path)) : Optional.empty();
    }

    /** Writes a model whole, or leaves what is there. */
    public void write(Model model) throws LstmException {
        ModelFile.write(disk, path, model, Existing.REPLACE);
    }

    @Override
    public void close() {
        lock.close();
    }
}
