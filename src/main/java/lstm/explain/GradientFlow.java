package lstm.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.network.Architecture;
import lstm.network.Loss;
import lstm.network.Trace;
import lstm.network.Tracer;
import lstm.prepare.Samples;

/**
 * How the gradient of a loss travels back through time in one layer: its Euclidean norm at each step back, over all
 * units and some samples, as a share of that at the last step. Entry 0 is the last step, hence 1, or NaN if the
 * gradient is zero there.
 *
 * @param hidden of d loss / d h; not copied
 * @param memory of d loss / d c; none for a cell without a memory
 */
@SuppressWarnings("ArrayRecordComponent") // Looked at, never compared.
public record GradientFlow(double[] hidden, Optional<double[]> memory) {
    /** Samples that are looked at, at most. */
    private static final int MOST = 64;

    /**
     * Of a network with these weights.
     *
     * @param layer 1, 2, ... from the input on
     */
    public static GradientFlow of(
            Architecture architecture, float[] weights, ComparisonTask job, Loss loss, int layer) {
        Samples samples = job.held();
        int count = Math.min(MOST, samples.count());
        int[] order = IntStream.range(0, count)
                .map(k -> (int) ((long) samples.count() * k / count))
                .toArray();
        float[] windows = new float[job.steps() * job.inputs() * count];
        float[] truths = new float[count * job.outputs()];
        samples.read(order, 0, count, windows);
        samples.targets(order, 0, count, truths);
        Tracer tracer = new Tracer(architecture, job.steps(), count, weights);
        float[] predictions = tracer.forward(windows).predictions();
        float[] slopes = new float[predictions.length];
        loss.gradient(predictions, truths, slopes, slopes.length, slopes.length);
        Trace.Gradients gradients = tracer.backward(slopes);
        Optional<double[]> memory = gradients.memory().isEmpty()
                ? Optional.empty()
                : Optional.of(back(gradients.memory().get(layer - 1)));
        return new GradientFlow(back(gradients.hidden().get(layer - 1)), memory);
    }

    /** The latest first. */
    private static double[] back(float[][] steps) {
        double[] norms = Trace.norms(steps);
        double last = norms[norms.length - 1];
        double[] shares = new double[norms.length];
        Arrays.setAll(shares, back -> norms[norms.length - 1 - back] / last);
        return shares;
    }

    /** The furthest step back at which the gradient by h is still at this share or above; 0 if there is none. */
    public int reach(double share) {
        return IntStream.range(0, hidden.length)
                .filter(back -> hidden[back] >= share)
                .max()
                .orElse(0);
    }
}
