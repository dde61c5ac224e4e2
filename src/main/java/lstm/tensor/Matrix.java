package lstm.tensor;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major float32 matrix in the memory of an ND4J array, off the Java heap, or a rectangle of one. Rectangles share
 * memory with their origin; making one costs a little, so they are made when the work is laid out and never inside a
 * loop over time. Index arithmetic is not checked beyond what the buffer checks: sizes are the caller's contract.
 */
public final class Matrix {
    static {
        Backend.start();
    }

    private final INDArray array;
    private final FloatBuffer buffer;
    private final int offset;
    private final int rows;
    private final int columns;
    private final int stride;
    private final FloatPointer pointer;

    private Matrix(INDArray array, FloatBuffer buffer, int offset, int rows, int columns, int stride) {
        this.array = array;
        this.buffer = buffer;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
        this.pointer = new FloatPointer(array.data().pointer()).getPointer(offset);
    }

    /**
     * A new matrix of zeros.
     *
     * @throws IllegalArgumentException if it would be empty or hold more than 2^31 - 1 values
     */
    public static Matrix zeros(int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no matrix of " + rows + " x " + columns);
        }
        INDArray array = Nd4j.zeros(DataType.FLOAT, rows, columns);
        FloatPointer whole = new FloatPointer(array.data().pointer()).capacity((long) rows * columns);
        return new Matrix(array, whole.asBuffer(), 0, rows, columns, columns);
    }

    /** Rows from..from+count, sharing this matrix's memory. */
    public Matrix rows(int from, int count) {
        return new Matrix(array, buffer, offset + from * stride, count, columns, stride);
    }

    /** Columns from..from+count, sharing this matrix's memory. */
    public Matrix columns(int from, int count) {
        return new Matrix(array, buffer, offset + from, rows, count, stride);
    }

    /** The [rows, columns] matrix that starts at a flat position of this one, sharing its memory. */
    public Matrix at(int position, int rows, int columns) {
        return new Matrix(array, buffer, offset + position, rows, columns, columns);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    int stride() {
        return stride;
    }

    FloatPointer pointer() {
        return pointer;
    }

    /** Copies {@code n} values from flat position {@code from} on into {@code to}. Modifies {@code to}. */
    public void read(int from, float[] to, int at, int n) {
        buffer.get(offset + from, to, at, n);
    }

    /** Copies {@code n} values of {@code from} to flat position {@code to} on. Modifies this matrix. */
    public void write(int to, float[] from, int at, int n) {
        buffer.put(offset + to, from, at, n);
    }

    @Override
    public String toString() {
        return rows + " x " + columns;
    }

    /** All values, row by row, of a matrix that is not a range of columns. */
    public float[] toArray() {
        float[] values = new float[rows * columns];
        read(0, values, 0, values.length);
        return values;
    }
}
