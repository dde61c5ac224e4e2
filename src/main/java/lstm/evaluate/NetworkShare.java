package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;

/** How much of a network's forecast is added to a combination of simple methods. */
final class NetworkShare {
    private static final boolean[] BOTH = {true, true};

    private NetworkShare() {}

    /**
     * The share of each step that suits forecasts best, as {@link CombinationFit} learns it for two methods.
     *
     * @param each results in which {@link Method#MODEL} is the network
     * @param simple what it is added to
     */
    static Combination of(Combine mode, List<BacktestResult> each, Combination simple) {
        List<Method> methods = new ArrayList<>(List.of(Method.MODEL));
        methods.addAll(simple.members());
        CombinationFit fit = CombinationFit.learned(methods, each);
        double[][] shares = new double[simple.weights().length][];
        for (int target = 0; target < shares.length; target++) {
            shares[target] = new double[simple.weights()[target].length];
            for (int step = 0; step < shares[target].length; step++) {
                double[][] two = errors(fit.pooled(target, step), simple.at(target, step));
                shares[target][step] = new ErrorProducts(two, BOTH).weights(fit.independent(step))[0];
            }
        }
        double mean =
                Arrays.stream(shares).flatMapToDouble(Arrays::stream).average().orElseThrow();
        List<Method> members = new ArrayList<>(List.of(Method.NETWORK));
        members.addAll(simple.members());
        double[][][] weights = new double[shares.length][][];
        for (int target = 0; target < shares.length; target++) {
            weights[target] = new double[shares[target].length][];
            for (int step = 0; step < shares[target].length; step++) {
                double share = mean < CombinationFit.LEAST_SHARE ? 0 : shares[target][step];
                weights[target][step] = with(share, simple.at(target, step));
            }
        }
        return new Combination(mode, members, weights);
    }

    /** The sums of products of the errors of the network and of the weighted mean of the others. */
    private static double[][] errors(double[][] products, double[] weights) {
        double both = 0;
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            both += weights[i] * products[0][i + 1];
            for (int j = 0; j < weights.length; j++) {
                mean += weights[i] * weights[j] * products[i + 1][j + 1];
            }
        }
        return new double[][] {{products[0][0], both}, {both, mean}};
    }

    private static double[] with(double share, double[] simple) {
        double[] all = new double[simple.length + 1];
        all[0] = share;
        for (int k = 0; k < simple.length; k++) {
            all[k + 1] = (1 - share) * simple[k];
        }
        return CombinationFit.pruned(all);
    }
}
