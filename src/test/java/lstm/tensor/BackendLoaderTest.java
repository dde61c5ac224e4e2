package lstm.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import lstm.error.LstmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackendLoaderTest {
    @ParameterizedTest
    @EnumSource
    void aBackendIsLoadedByItsName(BackendKind kind) throws Exception {
        BackendInfo info = BackendLoader.choose(kind.toString()).info();
        assertEquals(kind, info.kind());
        assertEquals(Map.of(), info.failed());
    }

    @Test
    void nd4jIsTakenWhereItLoads() throws Exception {
        assertEquals(BackendKind.ND4J, BackendLoader.choose("").info().kind());
    }

    @Test
    void theKernelsOfOpenBlasAreNamed() throws Exception {
        String library = BackendLoader.choose("openblas").info().library();
        assertTrue(
                library.matches("OpenBLAS \\d+\\.\\d+\\.\\d+, kernel ([A-Z0-9_]+|fixed when it was built)"), library);
    }

    @Test
    void aNameThatNoneHasIsRefused() {
        LstmException refusal = assertThrows(LstmException.class, () -> BackendLoader.choose("ND4J"));
        assertEquals(LstmException.Kind.USAGE, refusal.kind());
        assertEquals(
                "no backend \"ND4J\", which lstm.backend names; there are nd4j, openblas, java", refusal.getMessage());
    }

    /** Of the sizes of one time step, of one that is cut into calls, and of one that OpenBLAS packs. */
    @ParameterizedTest
    @CsvSource({"16, 50, 200", "600, 128, 16", "70, 200, 190", "1, 7, 3"})
    void openBlasAloneGivesTheBitsOfNd4j(int m, int k, int n) {
        Random random = Seed.random();
        float[] a = values(m * k, random);
        float[] b = values(k * n, random);
        assertArrayEquals(product(BackendKind.ND4J, a, b, m, k, n), product(BackendKind.OPENBLAS, a, b, m, k, n));
    }

    private static float[] values(int count, Random random) {
        float[] values = new float[count];
        for (int at = 0; at < count; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] product(BackendKind kind, float[] a, float[] b, int m, int k, int n) {
        Matrix first = Matrices.zeros(kind, m, k);
        Matrix second = Matrices.zeros(kind, k, n);
        Matrix into = Matrices.zeros(kind, m, n);
        first.write(0, a, 0, a.length);
        second.write(0, b, 0, b.length);
        Product.of(first, second, into).set();
        return Matrices.values(into);
    }
}
