package lstm.bench;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.RNNOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's C++ library (CPU, oneDNN) at the classic job. */
final class TorchEngine implements Contender {
    private final Net net;
    private final Adam adam;
    private final Tensor inputs;
    private final Tensor truths;

    /** Four recurrent layers with dropout after each, and a dense unit on the last step. */
    private static final class Net extends Module {
        private final List<UnaryOperator<Tensor>> layers = new ArrayList<>();
        private final LinearImpl dense;

        Net(String cell, int units) {
            for (int number = 1; number <= ClassicJob.LAYERS; number++) {
                layers.add(layer("layer" + number, cell, number == 1 ? 1 : units, units));
            }
            dense = register_module("dense", new LinearImpl(units, 1));
        }

        private UnaryOperator<Tensor> layer(String name, String cell, int inputs, int units) {
            switch (cell) {
                case "lstm":
                    LSTMOptions lstm = new LSTMOptions(inputs, units);
                    lstm.batch_first().put(true);
                    LSTMImpl lstmLayer = register_module(name, new LSTMImpl(lstm));
                    return x -> lstmLayer.forward(x).get0();
                case "gru":
                    GRUOptions gru = new GRUOptions(inputs, units);
                    gru.batch_first().put(true);
                    GRUImpl gruLayer = register_module(name, new GRUImpl(gru));
                    return x -> gruLayer.forward(x).get0();
                case "rnn":
                    RNNOptions rnn = new RNNOptions(inputs, units);
                    rnn.batch_first().put(true);
                    RNNImpl rnnLayer = register_module(name, new RNNImpl(rnn));
                    return x -> rnnLayer.forward(x).get0();
                default:
                    throw new IllegalArgumentException("no cell " + cell);
            }
        }

        Tensor forward(Tensor x) {
            Tensor sequence = x;
            for (int k = 0; k < layers.size(); k++) {
                Tensor output = layers.get(k).apply(sequence);
                boolean top = k == layers.size() - 1;
                sequence = torch.dropout(top ? output.select(1, -1) : output, ClassicJob.DROPOUT, is_training());
            }
            return dense.forward(sequence);
        }
    }

    TorchEngine(Arguments arguments) {
        net = new Net(arguments.cell(), arguments.units());
        adam = new Adam(net.parameters(), new AdamOptions(ClassicJob.RATE));
        int count = ClassicJob.WINDOWS;
        inputs = Tensor.create(ClassicJob.inputs(), count, ClassicJob.LOOKBACK, 1);
        truths = Tensor.create(ClassicJob.truths(), count, 1);
    }

    /** Times it. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args);
        // All parts have to lie side by side before the first is loaded, for they load each other.
        Loader.cacheResources("/org/bytedeco/pytorch/" + Loader.getPlatform() + "/");
        torch.set_num_threads(arguments.threads());
        torch.manual_seed(1);
        try (TorchEngine engine = new TorchEngine(arguments)) {
            Stopwatch.run(engine, arguments.epochs(), arguments.predict());
        }
    }

    @Override
    public void train() {
        net.train(true);
        try (PointerScope epoch = new PointerScope()) {
            Tensor order = torch.randperm(ClassicJob.WINDOWS);
            for (int from = 0; from < ClassicJob.WINDOWS; from += ClassicJob.BATCH) {
                try (PointerScope step = new PointerScope()) {
                    int count = Math.min(ClassicJob.BATCH, ClassicJob.WINDOWS - from);
                    Tensor batch = order.narrow(0, from, count);
                    adam.zero_grad();
                    Tensor predicted = net.forward(inputs.index_select(0, batch));
                    torch.mse_loss(predicted, truths.index_select(0, batch)).backward();
                    adam.step();
                }
            }
        }
    }

    @Override
    public void predictAll() {
        predict(0, ClassicJob.WINDOWS);
    }

    @Override
    public void predictOne(int k) {
        predict(k % ClassicJob.WINDOWS, 1);
    }

    private float[] predict(int first, int count) {
        net.eval();
        try (PointerScope scope = new PointerScope();
                NoGradGuard without = new NoGradGuard()) {
            float[] predictions = new float[count];
            FloatBuffer values = net.forward(inputs.narrow(0, first, count)).contiguous().createBuffer();
            values.get(predictions);
            return predictions;
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
