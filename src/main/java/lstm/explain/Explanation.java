package lstm.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lstm.model.Model;
import lstm.network.Architecture;
import lstm.network.Network;
import lstm.network.Trace;
import lstm.network.Tracer;
import lstm.prepare.ForecastRollout;

/**
 * One forecast explained: what the units did, and which values of the window it depends on. Both measures of dependence
 * are on the scale of the network, after transform and scaling.
 *
 * @param forecast in the units of the data
 * @param inputs the scaled window, [T][F]; not copied
 * @param trace of the forecast
 * @param gradient d forecast / d value, [T][F]; not copied
 * @param occlusion how much the forecast falls if the value is replaced by the mean of its column over the window,
 *     [T][F]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record Explanation(double forecast, float[][] inputs, Trace trace, double[][] gradient, double[][] occlusion) {
    /**
     * Explains the forecast of the first target one step ahead.
     *
     * @param path that has not begun, as wide as the loss of the model; it takes its first steps
     */
    public static Explanation of(Model model, ForecastRollout path) {
        int features = model.architecture().inputs();
        float[] window = new float[model.lookback() * features];
        path.read(0, 1, window);
        float[][] inputs = new float[model.lookback()][];
        Arrays.setAll(inputs, t -> Arrays.copyOfRange(window, t * features, (t + 1) * features));
        int median = model.recipe().loss().width() / 2;
        Explanation explanation = of(model.architecture(), model.weights(), inputs, median, outputs -> {
            path.take(outputs, 0);
            return path.forecasts(0, 1)[0];
        });
        explanation.add(model.preparation().plan().residual());
        return explanation;
    }

    /**
     * Adds what the forecast depends on without the network: the mean of the first target's values at the given lags.
     * Modifies gradient and occlusion.
     */
    void add(List<Integer> residual) {
        double mean = means(inputs)[0];
        for (int lag : residual) {
            int t = inputs.length - lag;
            gradient[t][0] += 1.0 / residual.size();
            occlusion[t][0] += (inputs[t][0] - mean) / residual.size();
        }
    }

    /**
     * Explains one output of a network for a window.
     *
     * @param inputs [T][F], scaled
     * @param output its index
     * @param forecast converts the outputs to the forecast, in the units of the data
     */
    static Explanation of(
            Architecture architecture,
            float[] weights,
            float[][] inputs,
            int output,
            ToDoubleFunction<float[]> forecast) {
        Trace trace;
        float[] slopes;
        try (Tracer tracer = new Tracer(architecture, inputs.length, 1, weights)) {
            trace = tracer.forward(flat(inputs));
            float[] dPredictions = new float[architecture.outputs()];
            dPredictions[output] = 1f;
            slopes = tracer.backward(dPredictions).inputs();
        }
        int features = architecture.inputs();
        double[][] gradient = new double[inputs.length][features];
        for (int k = 0; k < slopes.length; k++) {
            gradient[k / features][k % features] = slopes[k];
        }
        float[] outputs = trace.predictions();
        double[][] occlusion = occlude(architecture, weights, inputs, output, outputs[output]);
        return new Explanation(forecast.applyAsDouble(outputs), inputs, trace, gradient, occlusion);
    }

    private static float[] flat(float[][] inputs) {
        int features = inputs[0].length;
        float[] flat = new float[inputs.length * features];
        for (int t = 0; t < inputs.length; t++) {
            System.arraycopy(inputs[t], 0, flat, t * features, features);
        }
        return flat;
    }

    /** Predicts one window for each replaced value, all in one batch. */
    private static double[][] occlude(
            Architecture architecture, float[] weights, float[][] inputs, int output, float forecast) {
        int features = inputs[0].length;
        float[] plain = flat(inputs);
        double[] means = means(inputs);
        float[] without;
        try (Network network = new Network(architecture, inputs.length, 1)) {
            network.load(weights);
            without = network.predict(
                    (from, count, to) -> {
                        for (int k = 0; k < plain.length; k++) {
                            Arrays.fill(to, k * count, (k + 1) * count, plain[k]);
                            if (k >= from && k < from + count) {
                                to[k * count + k - from] = (float) means[k % features];
                            }
                        }
                    },
                    plain.length);
        }
        double[][] effect = new double[inputs.length][features];
        for (int k = 0; k < plain.length; k++) {
            effect[k / features][k % features] = (double) forecast - without[k * architecture.outputs() + output];
        }
        return effect;
    }

    private static double[] means(float[][] inputs) {
        double[] means = new double[inputs[0].length];
        for (float[] row : inputs) {
            for (int f = 0; f < means.length; f++) {
                means[f] += (double) row[f] / inputs.length;
            }
        }
        return means;
    }

    /**
     * What each occlusion should do according to the gradient: the gradient times the change of the value, [T][F]. It
     * is exact as far as the network is linear over that distance.
     */
    public double[][] expectedOcclusion() {
        double[] means = means(inputs);
        double[][] expected = new double[inputs.length][means.length];
        for (int t = 0; t < expected.length; t++) {
            for (int f = 0; f < means.length; f++) {
                expected[t][f] = gradient[t][f] * (inputs[t][f] - means[f]);
            }
        }
        return expected;
    }

    /**
     * How far the two measures agree: the correlation of {@link #occlusion} and {@link #expectedOcclusion}; NaN if one
     * of them is constant.
     */
    public double agreement() {
        double[] a = Arrays.stream(occlusion).flatMapToDouble(Arrays::stream).toArray();
        double[] b = Arrays.stream(expectedOcclusion())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < a.length; k++) {
            ab += (a[k] - meanA) * (b[k] - meanB);
            aa += (a[k] - meanA) * (a[k] - meanA);
            bb += (b[k] - meanB) * (b[k] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
