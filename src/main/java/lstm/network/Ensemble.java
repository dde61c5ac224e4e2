package lstm.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.tensor.Workers;

/**
 * Networks of one architecture, each with weights of its own, whose prediction is the median of theirs, output by
 * output. They work side by side on the threads there are; any number of threads gives the same bits. One caller at a
 * time.
 */
public final class Ensemble implements Predictor, AutoCloseable {
    /** Networks at most: more add nothing that could be measured. */
    public static final int MOST = 100;

    private final List<Network> networks;
    private final Workers workers;

    /**
     * Creates networks whose weights are all zero; see {@link #load}.
     *
     * @param size number of networks
     * @param steps T, of a window
     * @param threads to work on, including the caller's
     * @throws IllegalArgumentException if {@code size} is not from 1 to {@value #MOST}, or {@code threads} is less than
     *     1
     */
    public Ensemble(Architecture architecture, int size, int steps, int threads) {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException(size + " networks");
        }
        workers = new Workers(Math.min(size, threads));
        networks = Stream.generate(() -> new Network(architecture, steps, Math.max(1, threads / size)))
                .limit(size)
                .toList();
    }

    /**
     * The seed of one of several networks.
     *
     * @param seed of them all, which the first network has
     * @param number of the network, from 0
     */
    public static long seed(long seed, int number) {
        return number == 0
                ? seed
                : SplitMix64.of(seed, RandomStream.ENSEMBLE, number).nextLong();
    }

    /** The networks. */
    public List<Network> networks() {
        return networks;
    }

    /** Takes over the weights of each network, in the order of {@link Architecture#layout()}. */
    public void load(List<float[]> weights) {
        for (int k = 0; k < networks.size(); k++) {
            networks.get(k).load(weights.get(k));
        }
    }

    /**
     * Runs a task for each of some networks, side by side, and returns when all are done.
     *
     * @param task takes the number of a network, from 0
     */
    public void each(int[] numbers, IntConsumer task) {
        workers.run(numbers.length, k -> task.accept(numbers[k]));
    }

    @Override
    public Architecture architecture() {
        return networks.get(0).architecture();
    }

    @Override
    public float[] predict(Network.WindowReader windows, int count) {
        float[][] predictions = new float[networks.size()][];
        each(all(), k -> predictions[k] = networks.get(k).predict(windows, count));
        return median(predictions);
    }

    /** Each network makes its share of the draws, so that they differ as the networks do. */
    @Override
    public float[] sample(Network.WindowReader windows, int count, DropoutKey dropout) {
        int outputs = architecture().outputs();
        float[] samples = new float[count * outputs];
        each(all(), k -> {
            int begin = share(k, count);
            int size = share(k + 1, count) - begin;
            float[] drawn = networks.get(k)
                    .sample((from, n, to) -> windows.read(begin + from, n, to), size, dropout.ofNetwork(k));
            System.arraycopy(drawn, 0, samples, begin * outputs, drawn.length);
        });
        return samples;
    }

    private int share(int number, int count) {
        return (int) ((long) count * number / networks.size());
    }

    private int[] all() {
        return IntStream.range(0, networks.size()).toArray();
    }

    /** The median at each place; of an even number the mean of the two in the middle. NaN if any is. */
    public static float[] median(float[][] each) {
        if (each.length == 1) {
            return each[0];
        }
        float[] medians = new float[each[0].length];
        float[] sorted = new float[each.length];
        for (int place = 0; place < medians.length; place++) {
            for (int k = 0; k < sorted.length; k++) {
                sorted[k] = each[k][place];
            }
            Arrays.sort(sorted);
            float low = sorted[(sorted.length - 1) / 2];
            float high = sorted[sorted.length / 2];
            boolean isNumber = !Float.isNaN(sorted[sorted.length - 1]);
            medians[place] = isNumber ? (float) ((low + (double) high) / 2) : Float.NaN;
        }
        return medians;
    }

    /** Stops the threads and frees the memory; does nothing the second time. */
    @Override
    public void close() {
        workers.close();
        networks.forEach(Network::close);
    }
}
