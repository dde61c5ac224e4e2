package lstm.tensor;

import org.bytedeco.openblas.global.openblas;

/**
 * The matrix product, by the single-precision {@code cblas_sgemm} of the OpenBLAS that ND4J runs on. It is called
 * directly because ND4J's own {@code gemm} costs five times the product at the sizes of one time step.
 */
public final class Product {
    private static final int ROW_MAJOR = openblas.CblasRowMajor;
    private static final int PLAIN = openblas.CblasNoTrans;
    private static final int TRANSPOSED = openblas.CblasTrans;

    private Product() {}

    /** c = a b for a [m, k], b [k, n], c [m, n]. Modifies c. */
    public static void set(Matrix a, Matrix b, Matrix c) {
        sgemm(PLAIN, PLAIN, a.rows(), a.columns(), a, b, 0f, c);
    }

    /** c = c + a b for a [m, k], b [k, n], c [m, n]. Modifies c. */
    public static void add(Matrix a, Matrix b, Matrix c) {
        sgemm(PLAIN, PLAIN, a.rows(), a.columns(), a, b, 1f, c);
    }

    /** c = a^T b for a [k, m], b [k, n], c [m, n]. Modifies c. */
    public static void setTransposed(Matrix a, Matrix b, Matrix c) {
        sgemm(TRANSPOSED, PLAIN, a.columns(), a.rows(), a, b, 0f, c);
    }

    /** c = a b^T for a [m, k], b [n, k], c [m, n]. Modifies c. */
    public static void setByTransposed(Matrix a, Matrix b, Matrix c) {
        sgemm(PLAIN, TRANSPOSED, a.rows(), a.columns(), a, b, 0f, c);
    }

    /** c = c + a b^T for a [m, k], b [n, k], c [m, n]. Modifies c. */
    public static void addByTransposed(Matrix a, Matrix b, Matrix c) {
        sgemm(PLAIN, TRANSPOSED, a.rows(), a.columns(), a, b, 1f, c);
    }

    private static void sgemm(int ofA, int ofB, int m, int k, Matrix a, Matrix b, float beta, Matrix c) {
        int n = c.columns();
        boolean fits = ofA == PLAIN ? m == a.rows() && k == a.columns() : m == a.columns() && k == a.rows();
        fits &= ofB == PLAIN ? b.rows() == k && b.columns() == n : b.rows() == n && b.columns() == k;
        if (!fits || c.rows() != m) {
            // Native code would read and write beyond the memory of the matrices.
            throw new IllegalArgumentException("shapes do not fit: " + a + " by " + b + " into " + c);
        }
        openblas.cblas_sgemm(
                ROW_MAJOR,
                ofA,
                ofB,
                m,
                n,
                k,
                1f,
                a.pointer(),
                a.stride(),
                b.pointer(),
                b.stride(),
                beta,
                c.pointer(),
                c.stride());
    }
}
