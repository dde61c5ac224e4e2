package lstm.tensor;

/** Matrices for tests, each in a workspace of its own that lives as long as the matrix. */
public final class Matrices {
    private Matrices() {}

    public static Matrix zeros(int rows, int columns) {
        return Matrix.zeros(new Workspace(), rows, columns);
    }

    /** All values, row by row, of a matrix that is not a range of columns. */
    public static float[] values(Matrix matrix) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        matrix.read(0, values, 0, values.length);
        return values;
    }
}
