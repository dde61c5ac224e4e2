package lstm.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.LongStream;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Network;
import lstm.prepare.Plan;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * The classic job on a series of 1,258 rows (1,198 windows of 60 steps): seconds per epoch, windows per second when
 * predicting, GFLOP/s, and the share of what one large sgemm reaches on this machine in the same run. Arguments:
 * [threads=2] [units=50] [cell=lstm] [epochs=12].
 */
public final class EngineBench {
    private static final int ROWS = 1258;
    private static final int LOOKBACK = 60;
    private static final int WARM_UP = 2;

    private EngineBench() {}

    /** Runs it and prints one table. */
    public static void main(String[] args) throws DivergedException {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        int units = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        CellKind cell = CellKind.valueOf((args.length > 2 ? args[2] : "lstm").toUpperCase(Locale.ROOT));
        int epochs = args.length > 3 ? Integer.parseInt(args[3]) : 12;

        Architecture architecture = new Architecture(cell, 1, units, 4, 0.2, 1);
        TrainingSet set = windows();
        Samples windows = set.learn();
        double[] seconds;
        double perSecond;
        double single;
        try (Network network = new Network(architecture, LOOKBACK, threads)) {
            seconds = train(network, set, epochs);
            perSecond = predict(network, windows);
            single = predictOne(network, windows);
        }
        double epoch = median(Arrays.copyOfRange(seconds, WARM_UP, seconds.length));
        double gflop = windows.count() * flopPerWindow(architecture) / 1e9;
        double peak = peak();
        print("cell, units, threads", "%s, %d, %d", cell, units, threads);
        print("seconds per epoch (median of " + (epochs - WARM_UP) + ")", "%.3f", epoch);
        print("first epoch", "%.3f", seconds[0]);
        print("GFLOP per epoch", "%.1f", gflop);
        print("GFLOP/s in training", "%.1f", gflop / epoch);
        print("GFLOP/s of one large sgemm, one thread", "%.1f", peak);
        print("share of it, per thread", "%.0f %%", 100 * gflop / epoch / peak / threads);
        print("windows predicted per second", "%.0f", perSecond);
        print("one window, ms", "%.3f", single);
    }

    private static void print(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-44s " + format + "%n", prepend(what, values));
    }

    private static Object[] prepend(String what, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = what;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    private static TrainingSet windows() {
        double[] walk = new double[ROWS];
        for (int k = 1; k < ROWS; k++) {
            walk[k] = walk[k - 1] + Math.sin(k * 0.37) + Math.sin(k * k * 0.011);
        }
        long[] stamps = LongStream.range(0, ROWS).toArray();
        return TrainingSet.of(Plan.CLASSIC, LOOKBACK, new double[][] {walk}, stamps, new BitSet(), 0);
    }

    private static double[] train(Network network, TrainingSet set, int epochs) throws DivergedException {
        Recipe c = Recipe.CLASSIC;
        Recipe recipe = new Recipe(
                epochs, c.batch(), c.rate(), c.optimizer(), c.loss(), c.clipNorm(), 0, c.schedule(), c.seed());
        float[] weights = Network.initialWeights(network.architecture(), recipe.seed());
        double[] seconds = new double[epochs];
        long[] last = {System.nanoTime()};
        new Trainer(network, set.learn(), set.held(), recipe)
                .run(TrainingState.start(weights, recipe.optimizer()), new Trainer.Listener() {
                    @Override
                    public boolean afterStep(TrainingState state, int batches) {
                        return false;
                    }

                    @Override
                    public void afterEpoch(TrainingState state, boolean improved) {
                        long now = System.nanoTime();
                        seconds[state.history().size() - 1] = (now - last[0]) / 1e9;
                        last[0] = now;
                    }
                });
        return seconds;
    }

    private static double predict(Network network, Samples windows) {
        int[] order = new int[windows.count()];
        Arrays.setAll(order, k -> k);
        double[] seconds = new double[10];
        for (int k = 0; k < seconds.length; k++) {
            long start = System.nanoTime();
            network.predict((from, count, to) -> windows.read(order, from, count, to), order.length);
            seconds[k] = (System.nanoTime() - start) / 1e9;
        }
        return order.length / median(seconds);
    }

    private static double predictOne(Network network, Samples windows) {
        double[] milliseconds = new double[400];
        for (int k = 0; k < milliseconds.length; k++) {
            int[] order = {k};
            long start = System.nanoTime();
            network.predict((from, count, to) -> windows.read(order, from, count, to), 1);
            milliseconds[k] = (System.nanoTime() - start) / 1e6;
        }
        return median(Arrays.copyOfRange(milliseconds, 200, 400));
    }

    /** Multiplications and additions of the products, forward and (twice as many) backward. */
    private static double flopPerWindow(Architecture a) {
        double gates = a.cell().gates().size();
        double perStep = 0;
        for (int layer = 0; layer < a.layers(); layer++) {
            int inputs = layer == 0 ? a.inputs() : a.units();
            perStep += 2 * gates * a.units() * (inputs + a.units());
        }
        return 3 * LOOKBACK * perStep;
    }

    private static double peak() {
        int size = 1000;
        Matrix a = Matrix.zeros(size, size);
        Matrix b = Matrix.zeros(size, size);
        Matrix c = Matrix.zeros(size, size);
        Product product = Product.of(a, b, c);
        double[] seconds = new double[9];
        for (int k = 0; k < seconds.length; k++) {
            long start = System.nanoTime();
            product.set();
            seconds[k] = (System.nanoTime() - start) / 1e9;
        }
        return 2e-9 * size * size * size / median(seconds);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
