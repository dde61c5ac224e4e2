package lstm.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix product c = a b or c = a b^T that is prepared once and run many times by the {@link Backend} of the
 * matrices.
 *
 * <p>OpenBLAS multiplies small operands without packing, which is faster, as long as a call has at most a million
 * multiplications; so a product with few columns is cut by rows into calls of that size. The cut depends on the shapes
 * only.
 */
public final class Product {
    /** Multiplications up to which OpenBLAS uses its small-matrix kernels (SkylakeX and Cooperlake). */
    private static final long SMALL = 1_000_000;
    /** With more columns than this, packing pays. */
    private static final int FEW = 32;
    /** Cuts fall on multiples of the values in a vector register. */
    private static final int LANES = 16;

    private final Backend.Gemm[] calls;
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
        boolean cut = !transposed && n <= FEW && (long) a.rows() * n * k > SMALL;
        long height = cut ? Math.max(LANES, SMALL / ((long) n * k) / LANES * LANES) : a.rows();
        List<Backend.Gemm> parts = new ArrayList<>();
        for (int row = 0; row < a.rows(); row += (int) height) {
            Backend.Shape shape = new Backend.Shape((int) Math.min(height, a.rows() - row), n, k, transposed);
            parts.add(c.backend()
                    .gemm(shape, a.operand().from(row), b.operand(), c.operand().from(row)));
        }
        calls = parts.toArray(Backend.Gemm[]::new);
    }

    /**
     * Prepares c = a b.
     *
     * @param a [m, k]
     * @param b [k, n]
     * @param c [m, n], modified by {@link #set} and {@link #add}
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Product of(Matrix a, Matrix b, Matrix c) {
        return new Product(a, b, c, false);
    }

    /**
     * Prepares c = a b^T.
     *
     * @param a [m, k]
     * @param b [n, k]
     * @param c [m, n], modified by {@link #set} and {@link #add}
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Product byTransposed(Matrix a, Matrix b, Matrix c) {
        return new Product(a, b, c, true);
    }

    /**
     * c = the product. Modifies c.
     *
     * @throws IllegalStateException if the memory of a, b or c has been freed
     */
    public void set() {
        run(false);
    }

    /**
     * c += the product. Modifies c.
     *
     * @throws IllegalStateException if the memory of a, b or c has been freed
     */
    public void add() {
        run(true);
    }

    private void run(boolean add) {
        a.requireOpen();
        b.requireOpen();
        c.requireOpen();
        for (Backend.Gemm call : calls) {
            call.run(add);
        }
    }
}
