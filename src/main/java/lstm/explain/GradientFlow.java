package lstm.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.network.Architecture;
import lstm.network.Loss;
import lstm.network.Trace;
import lstm.network.Tracer;
import lstm.prepare.Samples;
import lstm.statistics.EvenlySpaced;

/**
 * How the gradient of a loss flows back through time in one layer: its Euclidean norm over all units and some samples
 * at each step back, relative to the last step. Entry 0 is the last step, hence 1, or NaN if the gradient is zero
 * there.
 *
 * @param hidden for d loss / d h; not copied
 * @param memory for d loss / d c, not copied; none for a cell without a memory
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record GradientFlow(double[] hidden, Optional<double[]> memory) {
    /** Maximum number of samples. */
    private static final int MOST = 64;

    /**
     * Measures a network on validation samples.
     *
     * @param layer 1, 2, ... from the input up
     */
    public static GradientFlow of(
            Architecture architecture, float[] weights, ComparisonTask task, Loss loss, int layer) {
        Samples samples = task.validation();
        int count = Math.min(MOST, samples.count());
        int[] order = EvenlySpaced.of(samples.count(), count).toArray();
        float[] windows = new float[architecture.windowValues(task.steps()) * count];
        float[] targets = new float[count * task.outputs()];
        samples.read(order, 0, count, windows);
        samples.targets(order, 0, count, targets);
        try (Tracer tracer = new Tracer(architecture, task.steps(), count, weights)) {
            float[] predictions = tracer.forward(windows).predictions();
            float[] slopes = new float[predictions.length];
            loss.gradient(predictions, targets, slopes, slopes.length, slopes.length);
            Trace.Gradients gradients = tracer.backward(slopes);
            Optional<double[]> memory = gradients.memory().isEmpty()
                    ? Optional.empty()
                    : Optional.of(stepsBack(gradients.memory().get(layer - 1)));
            return new GradientFlow(stepsBack(gradients.hidden().get(layer - 1)), memory);
        }
    }

    /** The norm at each step relative to the last step, the last step first. */
    private static double[] stepsBack(float[][] steps) {
        double[] norms = Trace.norms(steps);
        double last = norms[norms.length - 1];
        double[] shares = new double[norms.length];
        Arrays.setAll(shares, back -> norms[norms.length - 1 - back] / last);
        return shares;
    }

    /** The furthest step back at which the gradient with respect to h still has this share; 0 if there is none. */
    public int reach(double share) {
        return IntStream.range(0, hidden.length)
                .filter(back -> hidden[back] >= share)
                .max()
                .orElse(0);
    }
}
