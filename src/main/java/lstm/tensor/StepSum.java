package lstm.tensor;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The sum over all steps of a[t] b[t]^T, for steps that come from the last to step 0. A large sum would go through the
 * second-level cache at each step; there the factors of several steps are first gathered side by side, [m, S*k] and [n,
 * S*k], and multiplied at once.
 */
public final class StepSum {
    /** Values of a sum that is large: gathering costs more than it saves below. */
    private static final int LARGE = 100_000;
    /** Columns to gather. */
    private static final int WIDE = 64;

    private final int steps;
    private final int atOnce;
    /** For each step what gathers its factors, if any are gathered. */
    private final Product[] gatherA;

    private final Product[] gatherB;
    /** One for each step, or where factors are gathered one for each number of them. */
    private final Product[] products;

    /**
     * A sum over so many steps.
     *
     * @param a the first factor of each step, [m, k]
     * @param b the second, [n, k], in the same place for each step
     * @param sum [m, n], where the result goes
     */
    public StepSum(int steps, IntFunction<Matrix> a, Matrix b, Matrix sum) {
        this.steps = steps;
        int k = b.columns();
        boolean large = (long) sum.rows() * sum.columns() >= LARGE;
        atOnce = large ? Math.max(1, Math.min(steps, WIDE / k)) : 1;
        if (atOnce == 1) {
            gatherA = new Product[0];
            gatherB = new Product[0];
            products = products(steps, t -> Product.byTransposed(a.apply(t), b, sum));
        } else {
            Matrix allA = Matrix.zeros(sum.rows(), atOnce * k);
            Matrix allB = Matrix.zeros(sum.columns(), atOnce * k);
            // The BLAS has no copy of rectangles in its binding; a product with the unit matrix is exact, and fast.
            Matrix one = unit(k);
            gatherA = products(steps, t -> Product.of(a.apply(t), one, allA.columns(place(t) * k, k)));
            gatherB = products(atOnce, place -> Product.of(b, one, allB.columns(place * k, k)));
            products = products(
                    atOnce,
                    last -> Product.byTransposed(
                            allA.columns(0, (last + 1) * k), allB.columns(0, (last + 1) * k), sum));
        }
    }

    private static Product[] products(int count, IntFunction<Product> of) {
        return IntStream.range(0, count).mapToObj(of).toArray(Product[]::new);
    }

    private static Matrix unit(int size) {
        Matrix unit = Matrix.zeros(size, size);
        for (int k = 0; k < size; k++) {
            unit.write(k * size + k, new float[] {1f}, 0, 1);
        }
        return unit;
    }

    /** Where a step's factors are gathered. */
    private int place(int t) {
        return (steps - 1 - t) % atOnce;
    }

    /** Takes in step t. Modifies the sum, which is complete after step 0. */
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
