package lstm.tensor;

import java.nio.FloatBuffer;

/**
 * A row-major float32 matrix in memory of a {@link Backend}, or a rectangular view of one. Views share the memory of
 * the matrix they were taken from. Creating a view costs a little, so views are created when the work is laid out and
 * never inside a loop over time.
 *
 * <p>The memory belongs to a {@link Workspace}. Once that is closed, reading and writing throw
 * {@link IllegalStateException}. Positions are checked against the memory of the whole matrix only, not against the
 * bounds of a view.
 */
public final class Matrix {
    private final Workspace workspace;
    private final FloatBuffer buffer;
    private final Backend.Memory memory;
    private final int offset;
    private final int rows;
    private final int columns;
    private final int stride;

    private Matrix(Workspace workspace, Backend.Memory memory, int rows, int columns) {
        this.workspace = workspace;
        this.memory = memory;
        buffer = memory.buffer();
        offset = 0;
        this.rows = rows;
        this.columns = columns;
        stride = columns;
    }

    private Matrix(Matrix origin, int position, int rows, int columns, int stride) {
        workspace = origin.workspace;
        memory = origin.memory;
        buffer = origin.buffer;
        offset = origin.offset + position;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
    }

    /**
     * Allocates a matrix of zeros.
     *
     * @param workspace the owner of its memory
     * @throws IllegalArgumentException if it would be empty or hold more than 2^31 - 1 values
     * @throws IllegalStateException if the workspace is closed
     */
    public static Matrix zeros(Workspace workspace, int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no matrix of " + rows + " x " + columns);
        }
        return new Matrix(workspace, workspace.allocate(rows, columns), rows, columns);
    }

    /** Returns a view of rows from .. from+count-1. */
    public Matrix rows(int from, int count) {
        return new Matrix(this, from * stride, count, columns, stride);
    }

    /** Returns a view of columns from .. from+count-1. */
    public Matrix columns(int from, int count) {
        return new Matrix(this, from, rows, count, stride);
    }

    /** Returns a view of shape [rows, columns] that starts at a flat position of this matrix. */
    public Matrix at(int position, int rows, int columns) {
        return new Matrix(this, position, rows, columns, columns);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** Where the values are; valid while {@link #requireOpen} passes. */
    Backend.Operand operand() {
        return new Backend.Operand(memory, offset, stride);
    }

    /** What multiplies this matrix. */
    Backend backend() {
        return workspace.backend();
    }

    /** Throws {@link IllegalStateException} if the memory has been freed. */
    void requireOpen() {
        workspace.requireOpen();
    }

    /**
     * Copies {@code n} values, starting at flat position {@code from}, to {@code to[at]} and on. Modifies {@code to}.
     *
     * @throws IndexOutOfBoundsException if the range lies outside the memory or the array
     * @throws IllegalStateException if the workspace is closed
     */
    public void read(int from, float[] to, int at, int n) {
        requireOpen();
        buffer.get(offset + from, to, at, n);
    }

    /**
     * Copies {@code n} values, starting at {@code from[at]}, to flat position {@code to} and on. Modifies this matrix.
     *
     * @throws IndexOutOfBoundsException if the range lies outside the memory or the array
     * @throws IllegalStateException if the workspace is closed
     */
    public void write(int to, float[] from, int at, int n) {
        requireOpen();
        buffer.put(offset + to, from, at, n);
    }

    /** Copies all values, row by row, to a matrix of the same shape elsewhere in memory. Modifies {@code to}. */
    void copyTo(Matrix to) {
        requireOpen();
        to.requireOpen();
        if (to.rows != rows || to.columns != columns) {
            throw new IllegalArgumentException("a matrix of " + this + " does not fit " + to);
        }
        for (int row = 0; row < rows; row++) {
            to.buffer.put(to.offset + row * to.stride, buffer, offset + row * stride, columns);
        }
    }

    @Override
    public String toString() {
        return rows + " x " + columns;
    }
}
