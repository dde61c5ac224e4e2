package lstm.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Deeplearning4j at the classic job, which it knows as LSTM only. */
final class Dl4jEngine implements Contender {
    private final MultiLayerNetwork net;
    private final INDArray inputs;
    private final INDArray truths;
    private final List<Integer> order = new ArrayList<>();
    private final Random random = new Random(1);

    Dl4jEngine(Arguments arguments) {
        int units = arguments.units();
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(ClassicJob.RATE))
                .list();
        for (int number = 1; number <= ClassicJob.LAYERS; number++) {
            LSTM.Builder lstm = new LSTM.Builder()
                    .nIn(number == 1 ? 1 : units)
                    .nOut(units)
                    .activation(Activation.TANH);
            if (number > 1) {
                // It drops what goes into a layer and wants the share that is kept.
                lstm.dropOut(1 - ClassicJob.DROPOUT);
            }
            layers.layer(number == ClassicJob.LAYERS ? new LastTimeStep(lstm.build()) : lstm.build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MSE)
                .nIn(units)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .dropOut(1 - ClassicJob.DROPOUT)
                .build());
        net = new MultiLayerNetwork(layers.build());
        net.init();
        int count = ClassicJob.WINDOWS;
        inputs = Nd4j.create(ClassicJob.inputs(), new long[] {count, 1, ClassicJob.LOOKBACK});
        truths = Nd4j.create(ClassicJob.truths(), new long[] {count, 1});
        for (int k = 0; k < count; k++) {
            order.add(k);
        }
    }

    /** Times it. */
    public static void main(String[] args) {
        Arguments arguments = Arguments.of(args);
        try (Dl4jEngine engine = new Dl4jEngine(arguments)) {
            Stopwatch.run(engine, arguments.epochs(), arguments.predict());
        }
    }

    @Override
    public void train() {
        Collections.shuffle(order, random);
        for (int from = 0; from < order.size(); from += ClassicJob.BATCH) {
            int to = Math.min(order.size(), from + ClassicJob.BATCH);
            long[] batch = order.subList(from, to).stream().mapToLong(k -> k).toArray();
            net.fit(
                    inputs.get(NDArrayIndex.indices(batch)).dup(),
                    truths.get(NDArrayIndex.indices(batch)).dup());
        }
    }

    @Override
    public void predictAll() {
        net.output(inputs).data().asFloat();
    }

    @Override
    public void predictOne(int k) {
        long window = k % ClassicJob.WINDOWS;
        net.output(inputs.get(NDArrayIndex.interval(window, window + 1))).data().asFloat();
    }

    @Override
    public void close() {
        net.close();
    }
}
