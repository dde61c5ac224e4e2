package lstm.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * The off-heap memory of a network: every {@link Matrix} is allocated in a workspace, and closing the workspace frees
 * all of them at once, without waiting for the garbage collector. After that each use of one of its matrices, or of a
 * {@link Product} over them, throws {@link IllegalStateException}.
 *
 * <p>Allocation and {@link #close} belong to one thread; other threads may use the matrices in between.
 */
public final class Workspace implements AutoCloseable {
    private final Backend backend;
    private final List<Backend.Memory> allocated = new ArrayList<>();
    private volatile boolean closed;

    /** A workspace on the backend of this program, which the first one loads. */
    public Workspace() {
        this(BackendLoader.backend());
    }

    Workspace(Backend backend) {
        this.backend = backend;
    }

    /** What multiplies the matrices of this workspace. */
    Backend backend() {
        return backend;
    }

    /** Allocates {@code rows} times {@code columns} zeros, which this workspace frees. */
    Backend.Memory allocate(int rows, int columns) {
        requireOpen();
        Backend.Memory memory = backend.allocate(rows, columns);
        allocated.add(memory);
        return memory;
    }

    /**
     * Checks that the memory has not been freed.
     *
     * @throws IllegalStateException if this workspace is closed
     */
    public void requireOpen() {
        if (closed) {
            throw new IllegalStateException("already closed: its memory has been freed");
        }
    }

    /** Frees the memory of all matrices of this workspace; does nothing the second time. */
    @Override
    public void close() {
        closed = true;
        allocated.forEach(Backend.Memory::free);
        allocated.clear();
    }
}
