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
 * <p>OpenBLAS multiplies without packing, and faster, when a call has at most a million multiplications; so products
 * with a small second factor or a small result are cut into such calls. The cut depends on the shapes only.
 */
public final class Product {
    /** Multiplications of a call that OpenBLAS still takes for small (its SkylakeX and Cooperlake kernels). */
    private static final long SMALL = 1_000_000;
    /** Values of a matrix that stays in the second-level cache from one call to the next. */
    private static final int CACHED = 1 << 15;
    /** Rows of a product that is too low to be cut by rows. */
    private static final int LOW = 32;
    /** Cuts fall on multiples of a vector register's values. */
    private static final int LANES = 16;

    private record Call(FloatPointer a, FloatPointer b, FloatPointer c, int m, int n, int k) {}

    private final Call[] calls;
    private final int ofA;
    private final Matrix a;
    private final Matrix b;
    private final Matrix c;

    private Product(Matrix a, Matrix b, Matrix c, boolean transposed) {
        this.a = a;
        this.b = b;
        this.c = c;
        int m = transposed ? a.columns() : a.rows();
        int k = transposed ? a.rows() : a.columns();
        if (b.rows() != k || c.rows() != m || c.columns() != b.columns()) {
            // Native code would read and write beyond the memory of the matrices.
            throw new IllegalArgumentException(
                    "shapes do not fit: " + a + (transposed ? " transposed" : "") + " by " + b + " into " + c);
        }
        ofA = transposed ? openblas.CblasTrans : openblas.CblasNoTrans;
        calls = (transposed ? deep(m, c.columns(), k) : flat(m, c.columns(), k)).toArray(Call[]::new);
    }

    /** The product a b for a [m, k], b [k, n], into c [m, n]. */
    public static Product of(Matrix a, Matrix b, Matrix c) {
        return new Product(a, b, c, false);
    }

    /** The product a^T b for a [k, m], b [k, n], into c [m, n]. */
    public static Product ofTransposed(Matrix a, Matrix b, Matrix c) {
        return new Product(a, b, c, true);
    }

    /** Cuts a b by rows if b is small, or by columns if there are few rows. */
    private List<Call> flat(int m, int n, int k) {
        int rows = m;
        int columns = n;
        if ((long) m * n * k > SMALL) {
            if (m <= LOW) {
                columns = atMost(n, SMALL / ((long) m * k));
            } else if (n * k <= CACHED) {
                rows = atMost(m, SMALL / ((long) n * k));
            }
        }
        List<Call> cut = new ArrayList<>();
        for (int column = 0; column < n; column += columns) {
            int width = Math.min(columns, n - column);
            Matrix right = b.columns(column, width);
            for (int row = 0; row < m; row += rows) {
                int height = Math.min(rows, m - row);
                Matrix result = c.rows(row, height).columns(column, width);
                cut.add(new Call(a.rows(row, height).pointer(), right.pointer(), result.pointer(), height, width, k));
            }
        }
        return cut;
    }

    /** Cuts a^T b along the summed rows if the result is small; the parts are added in order. */
    private List<Call> deep(int m, int n, int k) {
        int depth = (long) m * n * k > SMALL && m * n <= CACHED ? atMost(k, SMALL / ((long) m * n)) : k;
        List<Call> cut = new ArrayList<>();
        for (int from = 0; from < k; from += depth) {
            int part = Math.min(depth, k - from);
            cut.add(new Call(a.rows(from, part).pointer(), b.rows(from, part).pointer(), c.pointer(), m, n, part));
        }
        return cut;
    }

    private static int atMost(int whole, long wanted) {
        int aligned = (int) Math.max(LANES, wanted / LANES * LANES);
        return Math.min(whole, aligned);
    }

    /** c = the product. Modifies c. */
    public void set() {
        for (int k = 0; k < calls.length; k++) {
            boolean continued = k > 0 && calls[k].c.equals(calls[k - 1].c);
            run(calls[k], continued ? 1f : 0f);
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
                ofA,
                openblas.CblasNoTrans,
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
