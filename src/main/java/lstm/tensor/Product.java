package lstm.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * A matrix product that is prepared once and run many times, by the single-precision {@code cblas_sgemm} of the
 * OpenBLAS that ND4J runs on. It is called directly because ND4J's own {@code gemm} costs five times the product at the
 * sizes of one time step.
 *
 * <p>OpenBLAS multiplies without packing, and faster, when a call has at most a million multiplications; so a product
 * with few columns is cut by rows into such calls. The cut depends on the shapes only.
 */
public final class Product {
    /** Multiplications of a call that OpenBLAS still takes for small (its SkylakeX and Cooperlake kernels). */
    private static final long SMALL = 1_000_000;
    /** With more columns than this, packing pays. */
    private static final int FEW = 32;
    /** Cuts fall on multiples of a vector register's values. */
    private static final int LANES = 16;

    private record Call(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {}

    private final Call[] calls;
    private final int ofB;
    private final Matrix a;
    private final Matrix b;
    private final Matrix c;

    private Product(Matrix a, Matrix b, Matrix c, boolean transposed) {
        this.a = a;
        this.b = b;
        this.c = c;
        int k = transposed ? b.columns() : b.rows();
        int n = transposed ? b.rows() : b.columns();
        if (a.columns() != k || c.rows() != a.rows() || c.columns() != n) {
            // Native code would read and write beyond the memory of the matrices.
            throw new IllegalArgumentException(
                    "shapes do not fit: " + a + " by " + b + (transposed ? " transposed" : "") + " into " + c);
        }
        ofB = transposed ? openblas.CblasTrans : openblas.CblasNoTrans;
        boolean cut = !transposed && n <= FEW && (long) a.rows() * n * k > SMALL;
        long height = cut ? Math.max(LANES, SMALL / ((long) n * k) / LANES * LANES) : a.rows();
        List<Call> parts = new ArrayList<>();
        for (int row = 0; row < a.rows(); row += (int) height) {
            int m = (int) Math.min(height, a.rows() - row);
            parts.add(new Call(
                    a.rows(row, m).pointer(), b.pointer(), c.rows(row, m).pointer(), m, n, k));
        }
        calls = parts.toArray(Call[]::new);
    }

    /** The product a b for a [m, k], b [k, n], into c [m, n]. */
    public static Product of(Matrix a, Matrix b, Matrix c) {
        return new Product(a, b, c, false);
    }

    /** The product a b^T for a [m, k], b [n, k], into c [m, n]. */
    public static Product byTransposed(Matrix a, Matrix b, Matrix c) {
        return new Product(a, b, c, true);
    }

    /** c = the product. Modifies c. */
    public void set() {
        for (Call call : calls) {
            run(call, 0f);
        }
    }

    /** c = c + the product. Modifies c. */
    public void add() {
        for (Call call : calls) {
            run(call, 1f);
        }
    }

    private void run(Call call, float beta) {
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                openblas.CblasNoTrans,
                ofB,
                call.m,
                call.n,
                call.k,
                1f,
                call.a,
                a.stride(),
                call.b,
                b.stride(),
                beta,
                call.c,
                c.stride());
    }
}
