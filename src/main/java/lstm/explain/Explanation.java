package lstm.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.model.Model;
import lstm.network.Architecture;
import lstm.network.Ensemble;
import lstm.network.Network;
import lstm.network.Predictor;
import lstm.network.Trace;
import lstm.network.Tracer;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PreparationPlan;
import lstm.train.Recipe;

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
 * @param network number of the network that is explained, from 1: of several the one whose output is their median, or
 *     the lower of the two in the middle
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record Explanation(
        double forecast,
        float[][] inputs,
        Trace trace,
        Trace untrained,
        double[][] gradient,
        double[][] occlusion,
        int network) {
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
        int output = place * width + width / 2;
        int features = model.architecture().inputs();
        float[][] inputs = new float[model.lookback()][];
        float[][] outputs = new float[model.networks().size()][];
        float[] window;
        try (Ensemble networks =
                new Ensemble(model.architecture(), model.networks().size(), model.lookback(), 1)) {
            networks.load(model.weights());
            for (int call = 0; call < (step - 1) / plan.outputSteps(); call++) {
                path.take(predict(networks, window(model, path)), 0);
            }
            float[] last = window(model, path);
            window = last;
            Arrays.setAll(inputs, t -> Arrays.copyOfRange(last, t * features, (t + 1) * features));
            Arrays.setAll(outputs, k -> predict(networks.networks().get(k), last));
        }
        int number = middle(outputs, output);
        Recipe recipe = model.recipe().ofNetwork(number);
        float[] start = Network.initialWeights(model.architecture(), recipe.seed());
        TrainedWeights weights = new TrainedWeights(
                model.architecture(), model.networks().get(number).weights(), start);
        path.take(Ensemble.median(outputs), 0);
        double forecast = path.forecasts(0, step)[step - 1];
        float[] beside = Arrays.copyOfRange(window, model.lookback() * features, window.length);
        Explanation explanation =
                of(weights, new Window(inputs, beside), output, own -> forecast).withNetwork(number + 1);
        explanation.add(plan.residual(), place);
        return explanation;
    }

    private static float[] predict(Predictor network, float[] window) {
        return network.predict((from, n, to) -> System.arraycopy(window, 0, to, 0, window.length), 1);
    }

    /** The number of the network whose output is the median; of an even number the lower of the two in the middle. */
    private static int middle(float[][] outputs, int output) {
        return IntStream.range(0, outputs.length)
                .boxed()
                .sorted(Comparator.comparing(k -> outputs[k][output]))
                .skip((outputs.length - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    private Explanation withNetwork(int number) {
        return new Explanation(forecast, inputs, trace, untrained, gradient, occlusion, number);
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
        return new Explanation(forecast.applyAsDouble(outputs), inputs, trace, untrained, gradient, occlusion, 1);
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
