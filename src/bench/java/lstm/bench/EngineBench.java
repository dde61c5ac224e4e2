package lstm.bench;

import java.util.Arrays;
import java.util.Locale;
import lstm.network.Architecture;
import lstm.prepare.TrainingSet;

/**
 * The classic job by this project's engine alone: seconds per epoch, GFLOP/s, and the share of what one large product
 * reaches on this machine in the same run. Arguments: [threads=2] [units=50] [cell=lstm] [epochs=12].
 */
public final class EngineBench {
    private EngineBench() {}

    /** Runs it and prints one table. */
    public static void main(String[] args) {
        String[] words = {"2", "50", "lstm", "12", "true"};
        System.arraycopy(args, 0, words, 0, Math.min(args.length, words.length));
        Arguments arguments = Arguments.of(words);
        Architecture architecture = OwnEngine.architecture(arguments);
        double[] seconds = new double[arguments.epochs()];
        double bulk;
        double one;
        TrainingSet set = ClassicJob.set(ClassicJob.ROWS, ClassicJob.LOOKBACK);
        try (OwnEngine engine = new OwnEngine(architecture, set, arguments.threads())) {
            Arrays.setAll(seconds, epoch -> Stopwatch.seconds(engine::train));
            bulk = ClassicJob.WINDOWS / Stopwatch.median(20, k -> engine.predictAll());
            one = 1e3 * Stopwatch.median(1500, engine::predictOne);
        }
        double epoch = Stopwatch.median(Arrays.copyOfRange(seconds, Stopwatch.WARM_UP, seconds.length));
        double gflop = ClassicJob.WINDOWS * OwnEngine.flopPerWindow(architecture) / 1e9;
        double sgemm = OwnEngine.sgemm();
        print("cell, units, threads", "%s, %d, %d", arguments.cell(), arguments.units(), arguments.threads());
        print("seconds per epoch (median of " + (seconds.length - Stopwatch.WARM_UP) + ")", "%.3f", epoch);
        print("first epoch", "%.3f", seconds[0]);
        print("GFLOP per epoch", "%.1f", gflop);
        print("GFLOP/s in training", "%.1f", gflop / epoch);
        print("GFLOP/s of one large sgemm, one thread", "%.1f", sgemm);
        print("share of it, per thread", "%.0f %%", 100 * gflop / epoch / sgemm / arguments.threads());
        print("windows predicted per second", "%.0f", bulk);
        print("one window, ms", "%.3f", one);
    }

    private static void print(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-44s %s%n", what, String.format(Locale.ROOT, format, values));
    }
}
