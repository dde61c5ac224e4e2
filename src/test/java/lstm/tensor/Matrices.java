package lstm.tensor;

import java.util.EnumMap;
import java.util.Map;

/** Matrices for tests, each in a workspace of its own that lives as long as the matrix. */
public final class Matrices {
    private static final Map<BackendKind, Backend> LOADED = new EnumMap<>(BackendKind.class);

    private Matrices() {}

    /** A workspace on a backend, which is loaded at most once. */
    static synchronized Workspace workspace(BackendKind kind) {
        return new Workspace(LOADED.computeIfAbsent(kind, BackendKind::load));
    }

    static Matrix zeros(BackendKind kind, int rows, int columns) {
        return Matrix.zeros(workspace(kind), rows, columns);
    }

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
