package lstm.bench;

import java.lang.ref.Reference;
import java.util.Locale;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.prepare.TrainingSet;

/**
 * How time and memory grow. With the number of windows: an epoch of a small network (1 x 8 units, 20 steps), so that a
 * million of them take seconds. With the lookback: an epoch of the classic network. Memory is the Java heap in use
 * after an epoch; the series has 4 bytes a row, and each window its place in the order of the epoch, 4 bytes more.
 */
public final class Growth {
    private static final int SMALL_LOOKBACK = 20;
    private static final Architecture SMALL = new Architecture(CellKind.LSTM, 1, 8, 1, ClassicJob.DROPOUT, 1);

    private Growth() {}

    /** Prints a line for each size. */
    public static void main(String[] args) {
        windows(10_000);
        for (int count : new int[] {10_000, 30_000, 100_000, 300_000, 1_000_000}) {
            windows(count);
        }
        Arguments classic = new Arguments(1, 50, "lstm", 0, false);
        lookback(classic, 60);
        for (int lookback : new int[] {15, 30, 60, 120, 240, 480}) {
            System.out.println(lookback(classic, lookback));
        }
    }

    private static String lookback(Arguments classic, int lookback) {
        TrainingSet set = ClassicJob.set(ClassicJob.WINDOWS + lookback, lookback);
        double seconds = epoch(new OwnEngine(OwnEngine.architecture(classic), set, 1));
        return String.format(
                Locale.ROOT, "lookback %9d %10.3f s %10.2f ms a step", lookback, seconds, 1e3 * seconds / lookback);
    }

    private static void windows(int count) {
        TrainingSet set = ClassicJob.set(count + SMALL_LOOKBACK, SMALL_LOOKBACK);
        OwnEngine engine = new OwnEngine(SMALL, set, 1);
        double seconds = epoch(engine);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        Reference.reachabilityFence(engine);
        System.out.printf(
                Locale.ROOT,
                "windows %10d %10.3f s %10.2f us a window %8.1f MB in use%n",
                set.learn().count(),
                seconds,
                1e6 * seconds / count,
                used);
    }

    /** The second of two epochs. */
    private static double epoch(OwnEngine engine) {
        engine.train();
        double seconds = Stopwatch.seconds(engine::train);
        engine.close();
        return seconds;
    }
}
