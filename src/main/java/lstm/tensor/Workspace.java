package lstm.tensor;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The off-heap memory of a network: every {@link Matrix} is allocated in a workspace, and closing the workspace frees
 * all of them at once, without waiting for the garbage collector. After that each use of one of its matrices, or of a
 * {@link Product} over them, throws {@link IllegalStateException}.
 *
 * <p>Allocation and {@link #close} belong to one thread; other threads may use the matrices in between.
 */
public final class Workspace implements AutoCloseable {
    static {
        Backend.start();
    }

    private final List<INDArray> arrays = new ArrayList<>();
    private volatile boolean closed;

    /** Allocates {@code rows} times {@code columns} zeros, which this workspace frees. */
    INDArray allocate(int rows, int columns) {
        requireOpen();
        INDArray array = Nd4j.zeros(DataType.FLOAT, rows, columns);
        arrays.add(array);
        return array;
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
        arrays.forEach(INDArray::close);
        arrays.clear();
    }
}
