package lstm.tensor;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The sum over all time steps of a[t] b[t]^T, added up from step T-1 down to step 0. A large sum would pass through the
 * second-level cache at every step; for those, the factors of S steps are first gathered side by side, [m, S*k] and [n,
 * S*k], and multiplied at once.
 */
public final class StepSum {
    /** Values from which a sum is large; below, gathering costs more than it saves. */
    private static final int LARGE = 100_000;
    /** Columns gathered at most. */
    private static final int WIDE = 64;

    private final int steps;
    private final int atOnce;
    /** For each step the copy of a[t] to its gathered place; empty if nothing is gathered. */
    private final Product[] gatherA;

    private final Product[] gatherB;
    /** One for each step; with gathering, one for each number of gathered steps. */
    private final Product[] products;

    /**
     * Prepares a sum.
     *
     * @param workspace for the gathered factors
     * @param steps T
     * @param a the first factor of each step, [m, k]
     * @param b the second factor, [n, k], at the same place for every step
     * @param sum the result, [m, n], modified by {@link #add}
     */
    public StepSum(Workspace workspace, int steps, IntFunction<Matrix> a, Matrix b, Matrix sum) {
        this.steps = steps;
        int k = b.columns();
        boolean large = (long) sum.rows() * sum.columns() >= LARGE;
        atOnce = large ? Math.max(1, Math.min(steps, WIDE / k)) : 1;
        if (atOnce == 1) {
            gatherA = new Product[0];
            gatherB = new Product[0];
            products = products(steps, t -> Product.byTransposed(a.apply(t), b, sum));
        } else {
            Matrix allA = Matrix.zeros(workspace, sum.rows(), atOnce * k);
            Matrix allB = Matrix.zeros(workspace, sum.columns(), atOnce * k);
            // The BLAS binding cannot copy rectangles; a product with the identity matrix is exact, and fast.
            Matrix identity = identity(workspace, k);
            gatherA = products(steps, t -> Product.of(a.apply(t), identity, allA.columns(place(t) * k, k)));
            gatherB = products(atOnce, place -> Product.of(b, identity, allB.columns(place * k, k)));
            products = products(
                    atOnce,
                    last -> Product.byTransposed(
                            allA.columns(0, (last + 1) * k), allB.columns(0, (last + 1) * k), sum));
        }
    }

    private static Product[] products(int count, IntFunction<Product> of) {
        return IntStream.range(0, count).mapToObj(of).toArray(Product[]::new);
    }

    private static Matrix identity(Workspace workspace, int size) {
        Matrix identity = Matrix.zeros(workspace, size, size);
        for (int k = 0; k < size; k++) {
            identity.write(k * size + k, new float[] {1f}, 0, 1);
        }
        return identity;
    }

    /** The place among the gathered factors that step t takes. */
    private int place(int t) {
        return (steps - 1 - t) % atOnce;
    }

    /** Adds step t; steps come in the order T-1 .. 0. Modifies the sum, which is complete after step 0. */
    public void add(int t) {
        if (atOnce == 1) {
            run(products[t], t == steps - 1);
            return;
        }
        int place = place(t);
        gatherA[t].set();
        gatherB[place].set();
        if (place == atOnce - 1 || t == 0) {
            run(products[place], steps - t <= atOnce);
        }
    }

    private static void run(Product product, boolean first) {
        if (first) {
            product.set();
        } else {
            product.add();
        }
    }
}
