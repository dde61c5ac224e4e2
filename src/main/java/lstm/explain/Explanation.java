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
import lstm.prepare.PreparationPlan;

/**
 * One forecast explained: what the units did, and which values of the window it depends on. Both measures of dependence
 * are on the scale of the network, after transform and scaling.
 *
 * @param forecast in the units of the data
 * @param inputs the scaled window, [T][F]; not copied
 * @param trace of the forecast
 * @param untrained trace of the same window through the network before it was trained
 * @param gradient d forecast / d value, [T][F]; not copied
 * @param occlusion how much the forecast falls if the value is replaced by the mean of its column over the window,
 *     [T][F]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record Explanation(
        double forecast, float[][] inputs, Trace trace, Trace untrained, double[][] gradient, double[][] occlusion) {
    /**
     * Explains a forecast of the first target, from the network call that makes it.
     *
     * @param path that has not begun, as wide as the loss of the model and with at least that many steps; it is taken
     *     as far as the step
     * @param step from 1
     */
    public static Explanation of(Model model, ForecastRollout path, int step) {
        PreparationPlan plan = model.preparation().plan();
        int width = model.recipe().loss().width();
        int place = (step - 1) % plan.outputSteps();
        advance(model, path, (step - 1) / plan.outputSteps());
        float[] window = window(model, path);
        int features = model.architecture().inputs();
        float[][] inputs = new float[model.lookback()][];
        Arrays.setAll(inputs, t -> Arrays.copyOfRange(window, t * features, (t + 1) * features));
        float[] start =
                Network.initialWeights(model.architecture(), model.recipe().seed());
        float[] beside = Arrays.copyOfRange(window, model.lookback() * features, window.length);
        TrainedWeights weights = new TrainedWeights(model.architecture(), model.weights(), start);
        Explanation explanation = of(weights, new Window(inputs, beside), place * width + width / 2, outputs -> {
            path.take(outputs, 0);
            return path.forecasts(0, step)[step - 1];
        });
        explanation.add(plan.residual(), place);
        return explanation;
    }

    /** Makes the forecasts of the first network calls. */
    private static void advance(Model model, ForecastRollout path, int calls) {
        if (calls == 0) {
            return;
        }
        try (Network network = new Network(model.architecture(), model.lookback(), 1)) {
            network.load(model.weights());
            for (int call = 0; call < calls; call++) {
                float[] window = window(model, path);
                path.take(network.predict((from, n, to) -> System.arraycopy(window, 0, to, 0, window.length), 1), 0);
            }
        }
    }

    private static float[] window(Model model, ForecastRollout path) {
        float[] window = new float[model.architecture().windowValues(model.lookback())];
        path.read(0, 1, window);
        return window;
    }

    /**
     * Adds what the forecast depends on without the network: the mean of the first target's values at the given lags,
     * or at the smallest multiple of each within the window. Modifies gradient and occlusion.
     *
     * @param place of the forecast among those of its network call, from 0
     */
    void add(List<Integer> residual, int place) {
        double mean = means(inputs)[0];
        for (int lag : residual) {
            int t = inputs.length + place - (place / lag + 1) * lag;
            gradient[t][0] += 1.0 / residual.size();
            occlusion[t][0] += (inputs[t][0] - mean) / residual.size();
        }
    }

    /**
     * What a network is and was.
     *
     * @param trained in the order of {@link Architecture#layout()}; not copied
     * @param untrained before training, in the same order; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    record TrainedWeights(Architecture architecture, float[] trained, float[] untrained) {}

    /**
     * A window and what is known beside its rows, which is not explained.
     *
     * @param inputs [T][F], scaled; not copied
     * @param beside [S]; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    record Window(float[][] inputs, float[] beside) {
        float[] flat() {
            int features = inputs[0].length;
            float[] flat = new float[inputs.length * features + beside.length];
            for (int t = 0; t < inputs.length; t++) {
                System.arraycopy(inputs[t], 0, flat, t * features, features);
            }
            System.arraycopy(beside, 0, flat, inputs.length * features, beside.length);
            return flat;
        }
    }

    /**
     * Explains one output of a network for a window.
     *
     * @param output its index
     * @param forecast converts the outputs to the forecast, in the units of the data
     */
    static Explanation of(TrainedWeights weights, Window window, int output, ToDoubleFunction<float[]> forecast) {
        float[][] inputs = window.inputs();
        Architecture architecture = weights.architecture();
        Trace trace;
        float[] slopes;
        try (Tracer tracer = new Tracer(architecture, inputs.length, 1, weights.trained())) {
            trace = tracer.forward(window.flat());
            float[] dPredictions = new float[architecture.outputs()];
            dPredictions[output] = 1f;
            slopes = tracer.backward(dPredictions).inputs();
        }
        Trace untrained;
        try (Tracer tracer = new Tracer(architecture, inputs.length, 1, weights.untrained())) {
            untrained = tracer.forward(window.flat());
        }
        int features = architecture.inputs();
        double[][] gradient = new double[inputs.length][features];
        for (int k = 0; k < inputs.length * features; k++) {
            gradient[k / features][k % features] = slopes[k];
        }
        float[] outputs = trace.predictions();
        double[][] occlusion = occlude(architecture, weights.trained(), window, output, outputs[output]);
        return new Explanation(forecast.applyAsDouble(outputs), inputs, trace, untrained, gradient, occlusion);
    }

    /** Predicts one window for each replaced value, all in one batch. */
    private static double[][] occlude(
            Architecture architecture, float[] weights, Window window, int output, float forecast) {
        float[][] inputs = window.inputs();
        int features = inputs[0].length;
        int values = inputs.length * features;
        float[] plain = window.flat();
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
                    values);
        }
        double[][] effect = new double[inputs.length][features];
        for (int k = 0; k < values; k++) {
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
