package lstm.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times a contender in its own process, all by the same rules, and prints one measured value a line, as {@code name
 * value}: {@code first} and {@code epoch} in seconds, {@code bulk} in windows per second, {@code one} in milliseconds.
 */
final class Stopwatch {
    /** Epochs before the first one that counts. */
    static final int WARM_UP = 2;

    private static final int BULK = 20;
    private static final int ONE = 1500;

    private Stopwatch() {}

    /** Trains the given number of epochs, the first two of which are warm-up; then, if asked to, times predictions. */
    static void run(Contender contender, int epochs, boolean predict) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            double seconds = seconds(contender::train);
            if (epoch == 0) {
                print("first", seconds);
            }
            if (epoch >= WARM_UP) {
                print("epoch", seconds);
            }
        }
        if (predict) {
            print("bulk", ClassicJob.WINDOWS / median(BULK, k -> contender.predictAll()));
            print("one", 1e3 * median(ONE, contender::predictOne));
        }
    }

    /** Work that is repeated. */
    interface Repeated {
        void run(int k);
    }

    /** The median of the second half of the runs, in seconds. */
    static double median(int times, Repeated work) {
        double[] seconds = new double[times];
        for (int k = 0; k < times; k++) {
            int run = k;
            seconds[k] = seconds(() -> work.run(run));
        }
        return median(Arrays.copyOfRange(seconds, times / 2, times));
    }

    /** The middle value. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.6g%n", name, value);
    }

    /** How long it takes. */
    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
