package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.FittedBaselines;
import lstm.model.Method;

/**
 * Learns the weights of a combination on forecasts of rows that taught none of its methods. At each step they minimize
 * the mean squared error plus a penalty on their distance from equal weights, which the more forecasts there are counts
 * the less: w' S w + (k / n) s |w - 1/k|^2, with the products S of the errors of k methods, the smallest mean square s
 * among them, and n forecasts that do not overlap (see {@link ErrorProducts}). Steps from half as far to twice as far
 * ahead are pooled. Naive, seasonal naive and drift, which the other methods refine, take part only where one of them
 * errs least.
 */
public final class CombinationFit {
    /** Later steps have the weights of the last of these. */
    private static final int MOST_STEPS = 1_000;

    /** Smaller weights are noise. */
    private static final double LEAST_WEIGHT = 0.03;

    /** The largest error that counts, in root mean square errors of the best method. */
    private static final double LARGE = 5;

    /** Keeps sums of squares finite. */
    private static final double LARGEST = 1e100;

    /** A network with a smaller mean share is left out. */
    static final double LEAST_SHARE = 0.05;

    private static final Set<Method> PLAIN = EnumSet.of(Method.NAIVE, Method.SEASONAL_NAIVE, Method.DRIFT);

    private final List<Method> methods;
    private final int targets;
    private final int steps;
    /** [target][step], sums of the products of errors, and how many forecasts are independent. */
    private final double[][][][] products;

    private final double[] independent;

    private CombinationFit(List<Method> methods, int targets, int steps) {
        this.methods = methods;
        this.targets = targets;
        this.steps = steps;
        products = new double[targets][steps][methods.size()][methods.size()];
        independent = new double[steps];
    }

    /**
     * The weights that suit forecasts best.
     *
     * @param each result of each series, at least one, in which {@link Method#MODEL} is the network
     */
    public static Combination of(Combine mode, List<BacktestResult> each) {
        return among(mode, methods(mode, each), each);
    }

    /** The same of some of the methods. */
    static Combination among(Combine mode, List<Method> methods, List<BacktestResult> each) {
        double[][][] weights = learned(methods, each).weights(methods.size());
        List<Method> members =
                methods.stream().map(CombinationFit::member).sorted().toList();
        return new Combination(mode, members, weights);
    }

    /** The methods that made forecasts of all results; the network only if one is trained. */
    static List<Method> methods(Combine mode, List<BacktestResult> each) {
        List<Method> common = new ArrayList<>(each.get(0).methods());
        each.forEach(result -> common.retainAll(result.methods()));
        if (!mode.trains()) {
            common.remove(Method.MODEL);
        }
        return common;
    }

    /**
     * Equal weights, where there is nothing to learn others from.
     *
     * @param fitted baselines of each target
     */
    public static Combination equal(Combine mode, List<FittedBaselines> fitted) {
        List<Method> members = new ArrayList<>(mode.trains() ? List.of(Method.NETWORK) : List.of());
        Baseline.of(fitted.get(0)).forEach(baseline -> members.add(baseline.method()));
        fitted.forEach(one -> members.retainAll(Stream.concat(
                        Stream.of(Method.NETWORK), Baseline.of(one).stream().map(Baseline::method))
                .toList()));
        double[] weights = new double[members.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        double[][][] each = new double[fitted.size()][][];
        Arrays.fill(each, new double[][] {weights});
        return new Combination(mode, members, each);
    }

    /**
     * The same with more forecasts by the methods that are not trained, whose weights among each other they help to
     * learn; how much of the network is added to these is learned on its own forecasts alone.
     *
     * @param earlier results of rows that taught none of the methods in it, without the network; may be none, and are
     *     not used if they are of fewer steps
     */
    public static Combination of(Combine mode, List<BacktestResult> each, List<BacktestResult> earlier) {
        if (earlier.stream().allMatch(result -> result.steps() < each.get(0).steps())) {
            return of(mode, each);
        }
        Combination others = of(
                mode.trains() ? Combine.BASE : mode,
                Stream.concat(each.stream(), earlier.stream()).toList());
        return mode.trains() ? NetworkShare.of(mode, each, others) : others;
    }

    /** Of what was learned from the forecasts of some methods. */
    static CombinationFit learned(List<Method> methods, List<BacktestResult> each) {
        int steps = Math.min(MOST_STEPS, each.get(0).steps());
        CombinationFit fit = new CombinationFit(methods, each.get(0).targets(), steps);
        each.forEach(fit::learn);
        return fit;
    }

    /** Number of forecasts of a step that do not overlap. */
    double independent(int step) {
        return independent[step];
    }

    private static Method member(Method method) {
        return method == Method.MODEL ? Method.NETWORK : method;
    }

    private void learn(BacktestResult result) {
        for (int target = 0; target < targets; target++) {
            double unit = unit(result, target);
            for (OriginForecast origin : result.origins()) {
                for (int step = 0; step < steps && unit > 0; step++) {
                    if (!result.masked().get(origin.row() + step)) {
                        learn(errors(result, target, origin, step), unit, products[target][step]);
                    }
                }
            }
        }
        for (int step = 0; step < steps; step++) {
            independent[step] += Math.max(1, result.origins().size() * result.every() / (step + 1.0));
        }
    }

    /** Few errors that are very large shall not decide. */
    private static void learn(double[] errors, double unit, double[][] sums) {
        for (int i = 0; i < errors.length; i++) {
            for (int j = 0; j < errors.length; j++) {
                sums[i][j] += bounded(errors[i] / unit, LARGE) * bounded(errors[j] / unit, LARGE);
            }
        }
    }

    /** The root mean square error of the best method: each series counts alike; 0 if a method makes no error. */
    private double unit(BacktestResult result, int target) {
        double[] squares = new double[methods.size()];
        int count = 0;
        for (OriginForecast origin : result.origins()) {
            for (int step = 0; step < steps; step++) {
                if (!result.masked().get(origin.row() + step)) {
                    double[] errors = errors(result, target, origin, step);
                    Arrays.setAll(squares, k -> squares[k] + errors[k] * errors[k]);
                    count++;
                }
            }
        }
        double least = Math.sqrt(Arrays.stream(squares).min().orElse(0) / Math.max(1, count));
        return Double.isFinite(1 / least) ? least : 0;
    }

    private double[] errors(BacktestResult result, int target, OriginForecast origin, int step) {
        double scale = result.scales().get(target).rmse();
        double whole = scale > 0 && Double.isFinite(scale) ? scale : 1;
        double actual = result.columns()[target][origin.row() + step];
        return methods.stream()
                .mapToDouble(method -> (origin.forecasts().get(method)[target][step] - actual) / whole)
                .map(error -> bounded(error, LARGEST))
                .toArray();
    }

    private static double bounded(double error, double most) {
        return Math.max(-most, Math.min(most, error));
    }

    private double[][][] weights(int count) {
        boolean[] taken = worthy();
        double[][][] weights = solved(taken);
        if (methods.get(0) != Method.MODEL || !taken[0] || count == 1 || share(weights) >= LEAST_SHARE) {
            return weights;
        }
        taken[0] = false;
        boolean others = IntStream.range(1, count).anyMatch(k -> taken[k]);
        return others ? solved(taken) : weights;
    }

    /** All but the plain methods; with the best of these if it is the best of all. */
    private boolean[] worthy() {
        double[] errors = new double[methods.size()];
        for (double[][][] target : products) {
            for (double[][] step : target) {
                double unit = ErrorProducts.smallest(step);
                for (int k = 0; k < errors.length && unit > 0; k++) {
                    errors[k] += step[k][k] / unit;
                }
            }
        }
        boolean[] taken = new boolean[errors.length];
        int best = 0;
        for (int k = 0; k < taken.length; k++) {
            taken[k] = !PLAIN.contains(methods.get(k));
            best = errors[k] < errors[best] ? k : best;
        }
        taken[best] = true;
        return taken;
    }

    /** The mean weight of the first method. */
    private static double share(double[][][] weights) {
        return Arrays.stream(weights)
                .flatMap(Arrays::stream)
                .mapToDouble(step -> step[0])
                .average()
                .orElseThrow();
    }

    private double[][][] solved(boolean[] taken) {
        double[][][] weights = new double[targets][steps][];
        for (int target = 0; target < targets; target++) {
            for (int step = 0; step < steps; step++) {
                weights[target][step] =
                        pruned(new ErrorProducts(pooled(target, step), taken).weights(independent[step]));
            }
        }
        return weights;
    }

    /** The sums of products of errors of a step and those around it. */
    double[][] pooled(int target, int step) {
        int count = methods.size();
        double[][] sum = new double[count][count];
        for (int other = (step + 1) / 2; other < Math.min(steps, 2 * (step + 1)); other++) {
            double[][] one = products[target][other];
            double unit = ErrorProducts.smallest(one);
            for (int i = 0; i < count && unit > 0; i++) {
                for (int j = 0; j < count; j++) {
                    sum[i][j] += one[i][j] / unit;
                }
            }
        }
        return sum;
    }

    /** The same without weights that are noise. */
    static double[] pruned(double[] weights) {
        double kept =
                Arrays.stream(weights).filter(weight -> weight >= LEAST_WEIGHT).sum();
        return Arrays.stream(weights)
                .map(weight -> weight >= LEAST_WEIGHT ? weight / kept : 0)
                .toArray();
    }
}
