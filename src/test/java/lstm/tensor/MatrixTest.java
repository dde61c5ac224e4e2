package lstm.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTest {
    @ParameterizedTest
    @EnumSource
    void aNewMatrixIsAllZeros(BackendKind kind) {
        Matrix matrix = Matrices.zeros(kind, 3, 4);
        assertEquals(3, matrix.rows());
        assertEquals(4, matrix.columns());
        assertArrayEquals(new float[12], Matrices.values(matrix));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 5", "5, -1", "65536, 32768", "65536, 65536", "2147483647, 2147483647"})
    void anEmptyOrUncountableMatrixIsRefused(int rows, int columns) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Matrices.zeros(rows, columns));
        assertEquals("no matrix of " + rows + " x " + columns, refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void rowsStandOneAfterTheOther(BackendKind kind) {
        assertArrayEquals(
                new float[] {4, 5, 6, 7, 8, 9, 10, 11},
                Matrices.values(counted(kind).rows(1, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void aCopyStaysWithinItsView(BackendKind kind) {
        Matrix all = Matrices.zeros(kind, 3, 4);
        counted(kind).columns(2, 2).rows(1, 2).copyTo(all.columns(1, 2).rows(0, 2));
        assertArrayEquals(new float[] {0, 6, 7, 0, 0, 10, 11, 0, 0, 0, 0, 0}, Matrices.values(all));
        assertThrows(IllegalArgumentException.class, () -> all.copyTo(all.rows(0, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void aViewKnowsItsSize(BackendKind kind) {
        Matrix view = counted(kind).columns(1, 3).rows(1, 2);
        assertEquals(2, view.rows());
        assertEquals(3, view.columns());
    }

    @ParameterizedTest
    @EnumSource
    void aViewAtAFlatPositionHasAShapeOfItsOwn(BackendKind kind) {
        Matrix view = counted(kind).at(2, 3, 2);
        assertEquals(3, view.rows());
        assertEquals(2, view.columns());
        assertArrayEquals(new float[] {2, 3, 4, 5, 6, 7}, Matrices.values(view));
    }

    @ParameterizedTest
    @EnumSource
    void viewsOfViewsCountFromTheirOwnStart(BackendKind kind) {
        assertArrayEquals(
                new float[] {8, 9, 10, 11},
                Matrices.values(counted(kind).rows(1, 2).rows(1, 1)));
        assertArrayEquals(
                new float[] {9, 10}, Matrices.values(counted(kind).rows(1, 2).at(5, 1, 2)));
        assertArrayEquals(
                new float[] {10},
                Matrices.values(counted(kind).columns(1, 3).rows(2, 1).columns(1, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void aViewSharesItsMemoryBothWays(BackendKind kind) {
        Matrix matrix = counted(kind);
        Matrix view = matrix.columns(1, 2).rows(2, 1);
        view.write(0, new float[] {-1, -2}, 0, 2);
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -2, 11}, Matrices.values(matrix));
        matrix.write(9, new float[] {50}, 0, 1);
        assertArrayEquals(new float[] {50, -2}, Matrices.values(view));
    }

    @ParameterizedTest
    @EnumSource
    void readingAndWritingTouchTheValuesNamedAndNoOther(BackendKind kind) {
        Matrix matrix = counted(kind);
        float[] values = {-1, -2, -3, -4};
        matrix.write(5, values, 1, 2);
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, -2, -3, 7, 8, 9, 10, 11}, Matrices.values(matrix));
        matrix.read(7, values, 2, 1);
        assertArrayEquals(new float[] {-1, -2, 7, -4}, values);
    }

    @ParameterizedTest
    @EnumSource
    void valuesBeyondTheMemoryAreRefused(BackendKind kind) {
        Matrix matrix = counted(kind);
        float[] values = new float[20];
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.read(11, values, 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.read(-1, values, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.write(0, values, 0, 13));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.write(12, values, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.rows(2, 1).write(0, values, 0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.read(0, values, 19, 2));
        assertArrayEquals(Matrices.values(counted(kind)), Matrices.values(matrix));
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAClosedWorkspaceCanBeUsed(BackendKind kind) {
        Workspace workspace = Matrices.workspace(kind);
        Matrix matrix = Matrix.zeros(workspace, 2, 2);
        Matrix view = matrix.rows(1, 1);
        Product product = Product.of(matrix, Matrices.zeros(kind, 2, 2), Matrices.zeros(kind, 2, 2));
        Product intoClosed = Product.of(Matrices.zeros(kind, 2, 2), Matrices.zeros(kind, 2, 2), matrix);
        workspace.close();
        workspace.close();

        assertThrows(IllegalStateException.class, () -> Matrix.zeros(workspace, 1, 1));
        assertThrows(IllegalStateException.class, () -> matrix.read(0, new float[1], 0, 1));
        assertThrows(IllegalStateException.class, () -> view.write(0, new float[1], 0, 1));
        assertThrows(IllegalStateException.class, product::set);
        assertThrows(IllegalStateException.class, intoClosed::add);
    }

    /** 3 x 4, each value its own flat position. */
    private static Matrix counted(BackendKind kind) {
        Matrix matrix = Matrices.zeros(kind, 3, 4);
        matrix.write(0, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0, 12);
        return matrix;
    }
}
