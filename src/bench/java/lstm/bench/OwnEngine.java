package lstm.bench;

import java.util.Arrays;
import java.util.Locale;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Network;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.Workspace;
import lstm.train.DivergedException;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** This project's engine at the classic job, trained by the trainer that the command line uses, one epoch a call. */
final class OwnEngine implements Contender {
    private static final Trainer.Listener NOBODY = new Trainer.Listener() {
        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return false;
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            // Nobody listens.
        }
    };

    private final Network network;
    private final TrainingSet set;
    private final Samples windows;
    private final int[] order;
    private final TrainingState state;

    OwnEngine(Architecture architecture, TrainingSet set, int threads) {
        this.set = set;
        windows = set.learn();
        network = new Network(architecture, set.preparation().lookback(), threads);
        order = new int[windows.count()];
        Arrays.setAll(order, k -> k);
        state = TrainingState.start(Network.initialWeights(architecture, 1), Optimizer.ADAM);
    }

    static Architecture architecture(Arguments arguments) {
        CellKind cell = CellKind.valueOf(arguments.cell().toUpperCase(Locale.ROOT));
        return new Architecture(cell, 1, arguments.units(), ClassicJob.LAYERS, ClassicJob.DROPOUT, 1);
    }

    /** Times it, and one large product beside it: {@code sgemm} and {@code training} in GFLOP/s. */
    public static void main(String[] args) {
        Arguments arguments = Arguments.of(args);
        Architecture architecture = architecture(arguments);
        TrainingSet set = ClassicJob.set(ClassicJob.ROWS, ClassicJob.LOOKBACK);
        try (OwnEngine engine = new OwnEngine(architecture, set, arguments.threads())) {
            Stopwatch.run(engine, arguments.epochs(), arguments.predict());
        }
        Stopwatch.print("gflop", ClassicJob.WINDOWS * flopPerWindow(architecture) / 1e9);
        Stopwatch.print("sgemm", sgemm());
    }

    @Override
    public void train() {
        int epochs = state.history().size() + 1;
        Recipe recipe =
                Recipe.CLASSIC.withEpochs(epochs).withBatch(ClassicJob.BATCH).withRate(ClassicJob.RATE);
        try {
            new Trainer(network, windows, set.validation(), recipe).run(state, NOBODY);
        } catch (DivergedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void predictAll() {
        network.predict((from, count, to) -> windows.read(order, from, count, to), order.length);
    }

    @Override
    public void predictOne(int k) {
        int[] one = {k % order.length};
        network.predict((from, count, to) -> windows.read(one, from, count, to), 1);
    }

    @Override
    public void close() {
        network.close();
    }

    /** Multiplications and additions of the products, forward and (twice as many) backward. */
    static double flopPerWindow(Architecture a) {
        double gates = a.cell().gates().size();
        double perStep = 0;
        for (int layer = 0; layer < a.layers(); layer++) {
            int inputs = layer == 0 ? a.inputs() : a.units();
            perStep += 2 * gates * a.units() * (inputs + a.units());
        }
        return 3 * ClassicJob.LOOKBACK * perStep;
    }

    /** GFLOP/s of one large product on one thread. */
    static double sgemm() {
        int size = 1000;
        try (Workspace workspace = new Workspace()) {
            Matrix a = Matrix.zeros(workspace, size, size);
            Matrix b = Matrix.zeros(workspace, size, size);
            Matrix c = Matrix.zeros(workspace, size, size);
            Product product = Product.of(a, b, c);
            return 2e-9 * size * size * size / Stopwatch.median(20, k -> product.set());
        }
    }
}
