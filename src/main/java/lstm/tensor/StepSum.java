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
    private final Matrix[] a;
    private final Matrix b;
    /** For each place the columns of the gathered factors that a step is copied to; empty if nothing is gathered. */
    private final Matrix[] placesA;

    private final Matrix[] placesB;
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
        this.a = IntStream.range(0, steps).mapToObj(a).toArray(Matrix[]::new);
        this.b = b;
        int k = b.columns();
        boolean large = (long) sum.rows() * sum.columns() >= LARGE;
        atOnce = large ? Math.max(1, Math.min(steps, WIDE / k)) : 1;
        if (atOnce == 1) {
            placesA = new Matrix[0];
            placesB = new Matrix[0];
            products = products(steps, t -> Product.byTransposed(a.apply(t), b, sum));
        } else {
            Matrix allA = Matrix.zeros(workspace, sum.rows(), atOnce * k);
            Matrix allB = Matrix.zeros(workspace, sum.columns(), atOnce * k);
            placesA = places(allA, k);
            placesB = places(allB, k);
            products = products(
                    atOnce,
                    last -> Product.byTransposed(
                            allA.columns(0, (last + 1) * k), allB.columns(0, (last + 1) * k), sum));
        }
    }

    private Matrix[] places(Matrix all, int k) {
        return IntStream.range(0, atOnce)
                .mapToObj(place -> all.columns(place * k, k))
                .toArray(Matrix[]::new);
    }

    private static Product[] products(int count, IntFunction<Product> of) {
        return IntStream.range(0, count).mapToObj(of).toArray(Product[]::new);
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
        a[t].copyTo(placesA[place]);
        b.copyTo(placesB[place]);
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
