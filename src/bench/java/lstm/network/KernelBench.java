package lstm.network;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.Workspace;

/**
 * What the parts of a step cost: nanoseconds per value of the gates and of dropout, microseconds per product. Measured
 * in processor time of one thread, the best of many rounds, so that other work on the machine matters little.
 */
public final class KernelBench {
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 20;
    /** Nanoseconds of a round, about. */
    private static final double ROUND = 5e6;

    private KernelBench() {}

    /** Prints a line for each. */
    public static void main(String[] args) {
        for (int n : new int[] {3200, 800, 200, 50}) {
            float[] x = new float[n];
            pointwise("sigmoid", n, () -> fill(x), () -> Activations.sigmoid(x, 0, n));
            pointwise("tanh", n, () -> fill(x), () -> Activations.tanh(x, 0, n));
        }
        Dropout dropout = new Dropout(0.2, 1, 800);
        SplitMix64 random = SplitMix64.of(1);
        pointwise("dropout drawn", 800, () -> {}, () -> dropout.draw(random, t -> true));
        try (Workspace workspace = new Workspace()) {
            for (int columns : new int[] {1, 16, 32, 64}) {
                product(workspace, 200, 100, columns, false);
                product(workspace, 100, 200, columns, false);
                product(workspace, 100, columns, 200, true);
                product(workspace, 512, 256, columns, false);
            }
        }
    }

    private static void fill(float[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] = (float) (4 * Math.sin(j));
        }
    }

    private static void pointwise(String what, int n, Runnable before, Runnable work) {
        double nanos = best(before, work);
        System.out.printf(Locale.ROOT, "%-34s %8.3f ns a value%n", what + ", " + n + " values", nanos / n);
    }

    private static void product(Workspace workspace, int m, int k, int n, boolean transposed) {
        Matrix a = Matrix.zeros(workspace, m, k);
        Matrix b = transposed ? Matrix.zeros(workspace, n, k) : Matrix.zeros(workspace, k, n);
        Matrix c = Matrix.zeros(workspace, m, n);
        Product product = transposed ? Product.byTransposed(a, b, c) : Product.of(a, b, c);
        double nanos = best(() -> {}, product::set);
        String shape = String.format(Locale.ROOT, "[%d x %d] [%d x %d]%s", m, k, k, n, transposed ? ", from ^T" : "");
        System.out.printf(Locale.ROOT, "%-34s %8.2f us %8.1f GFLOP/s%n", shape, nanos / 1e3, 2.0 * m * k * n / nanos);
    }

    /** Nanoseconds of one run. */
    private static double best(Runnable before, Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        int repeats = 1;
        for (int round = 0; round < ROUNDS; round++) {
            before.run();
            long start = processorTime();
            for (int k = 0; k < repeats; k++) {
                work.run();
            }
            double nanos = (double) (processorTime() - start) / repeats;
            repeats = (int) Math.max(1, Math.min(1e6, ROUND / Math.max(1, nanos)));
            if (round >= WARM_UP) {
                best = Math.min(best, nanos);
            }
        }
        return best;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
