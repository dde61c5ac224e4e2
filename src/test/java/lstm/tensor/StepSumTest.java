package lstm.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sum over steps agrees with a loop in float64, for small sums and large ones, which gather several steps. */
class StepSumTest {
    /** Columns 3: 21 steps are gathered at once; 16: 4; 70: none. */
    @ParameterizedTest
    @CsvSource({
        "5, 7, 3, 1",
        "5, 7, 3, 30",
        "320, 330, 3, 1",
        "320, 330, 3, 20",
        "320, 330, 3, 21",
        "320, 330, 3, 50",
        "320, 330, 16, 1",
        "320, 330, 16, 8",
        "320, 330, 16, 11",
        "320, 330, 70, 3"
    })
    void itIsTheSumOfTheProductsOfAllSteps(int m, int n, int k, int steps) {
        Random random = Seed.random();
        Matrix all = Matrices.zeros(steps * m, k);
        Matrix b = Matrices.zeros(n, k);
        Matrix sum = Matrices.zeros(m, n);
        StepSum stepSum = new StepSum(new Workspace(), steps, t -> all.rows(t * m, m), b, sum);
        for (int pass = 0; pass < 2; pass++) {
            double[] expected = new double[m * n];
            fill(all, random);
            for (int t = steps - 1; t >= 0; t--) {
                fill(b, random);
                addProduct(Matrices.values(all.rows(t * m, m)), Matrices.values(b), k, expected);
                stepSum.add(t);
            }
            float[] actual = Matrices.values(sum);
            for (int at = 0; at < expected.length; at++) {
                assertEquals(expected[at], actual[at], 1e-5 * steps * k, "value " + at + " of pass " + pass);
            }
        }
    }

    private static void fill(Matrix matrix, Random random) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        for (int at = 0; at < values.length; at++) {
            values[at] = 2 * random.nextFloat() - 1;
        }
        matrix.write(0, values, 0, values.length);
    }

    /** sum += a b^T. Modifies {@code sum}. */
    private static void addProduct(float[] a, float[] b, int k, double[] sum) {
        int n = b.length / k;
        for (int at = 0; at < sum.length; at++) {
            for (int j = 0; j < k; j++) {
                sum[at] += (double) a[at / n * k + j] * b[at % n * k + j];
            }
        }
    }
}
