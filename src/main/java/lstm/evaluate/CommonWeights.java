package lstm.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.ErrorScale;
import lstm.model.Method;
import lstm.prepare.Demand;

/**
 * Weights that are common to several series. A weight that suits most of them may spoil the forecasts of others, so
 * every series is forecast with weights that were learned on others. The better one of the network and the base network
 * makes the forecasts alone, unless both together have a smaller mean MASE; and so do these with the simple methods if
 * their mean MASE and mean sMAPE are smaller on average of the two, as in the overall weighted average of the M4
 * competition: simple methods may err much on series of small values, which squares do not see and networks do not. No
 * more is asked, as a network chose its epoch by the same rows. The sMAPE is that of the series with positive values,
 * as it says nothing about others.
 *
 * <p>Where most series are {@linkplain Demand#isIntermittent intermittent}, the mean RMSSE decides, as in the M5
 * competition: absolute errors are smallest for the median, which is often 0, and nobody can stock a shop by that
 * (Kolassa 2016).
 */
public final class CommonWeights {
    /** Each series belongs to one of these parts, and is judged with weights of the others. */
    private static final int PARTS = 10;

    private static final List<Method> NETWORKS = List.of(Method.MODEL, Method.BASE);

    private final Combine mode;
    private final List<BacktestResult> each;
    private final boolean intermittent;

    private CommonWeights(Combine mode, List<BacktestResult> each) {
        this.mode = mode;
        this.each = each;
        long demands = each.stream()
                .filter(result -> result.methods().contains(Method.TSB))
                .count();
        intermittent = 2 * demands > each.size();
    }

    /**
     * The weights of several series.
     *
     * @param each result of each series, at least one, in which {@link Method#MODEL} is the network
     */
    public static Combination of(Combine mode, List<BacktestResult> each) {
        return CombinationFit.among(mode, new CommonWeights(mode, each).taken(), each);
    }

    private List<Method> taken() {
        List<Method> all = CombinationFit.methods(mode, each);
        List<Method> networks = new ArrayList<>(all);
        networks.retainAll(NETWORKS);
        if (networks.isEmpty()) {
            return all;
        }
        List<Method> taken = networks.stream()
                .map(List::of)
                .min(Comparator.comparingDouble(this::error))
                .orElseThrow();
        for (List<Method> more : List.of(networks, all)) {
            taken = more.size() > taken.size() && serve(more, taken) ? more : taken;
        }
        return taken;
    }

    private double error(List<Method> alone) {
        double error = mean(errors(each, CombinationFit.among(mode, alone, each)), measure());
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    private ToDoubleFunction<Errors> measure() {
        return intermittent ? Errors::rmsse : Errors::mase;
    }

    private static double mean(List<Errors> each, ToDoubleFunction<Errors> measure) {
        return each.stream()
                .mapToDouble(measure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private boolean serve(List<Method> more, List<Method> taken) {
        int parts = Math.min(PARTS, each.size());
        List<Errors> after = new ArrayList<>();
        List<Errors> before = new ArrayList<>();
        for (int part = 0; part < parts && parts > 1; part++) {
            int judged = part;
            List<BacktestResult> some = some(k -> k % parts == judged);
            List<BacktestResult> others = some(k -> k % parts != judged);
            after.addAll(errors(some, CombinationFit.among(mode, more, others)));
            before.addAll(errors(some, CombinationFit.among(mode, taken, others)));
        }
        double ratio = mean(after, measure()) / mean(before, measure());
        double smape = mean(after, Errors::smape) / mean(before, Errors::smape);
        boolean alone = intermittent || NETWORKS.containsAll(more) || !Double.isFinite(smape);
        return alone ? ratio < 1 : ratio + smape < 2;
    }

    private List<BacktestResult> some(IntPredicate taken) {
        return IntStream.range(0, each.size()).filter(taken).mapToObj(each::get).toList();
    }

    private static List<Errors> errors(List<BacktestResult> judged, Combination parts) {
        return judged.stream().map(result -> Errors.of(result, parts)).toList();
    }

    /**
     * The mean errors of a combination on one series.
     *
     * @param mase not finite for a series that the seasonal naive forecast never misses
     * @param rmsse the same
     * @param smape not a number for a series with values that are not positive
     */
    private record Errors(double mase, double rmsse, double smape) {
        static Errors of(BacktestResult result, Combination parts) {
            double scaled = 0;
            double squares = 0;
            double relative = 0;
            boolean positive = true;
            int count = 0;
            for (int target = 0; target < result.targets(); target++) {
                ErrorScale scale = result.scales().get(target);
                for (OriginForecast origin : result.origins()) {
                    for (int step = 0; step < result.steps(); step++) {
                        if (!result.masked().get(origin.row() + step)) {
                            double actual = result.columns()[target][origin.row() + step];
                            double forecast = combined(origin, parts, target, step);
                            double error = Math.abs(forecast - actual);
                            double size = (Math.abs(forecast) + Math.abs(actual)) / 2;
                            scaled += error / scale.mae();
                            squares += error / scale.rmse() * (error / scale.rmse());
                            relative += error / size;
                            positive &= actual > 0;
                            count++;
                        }
                    }
                }
            }
            return new Errors(scaled / count, Math.sqrt(squares / count), positive ? relative / count : Double.NaN);
        }

        private static double combined(OriginForecast origin, Combination parts, int target, int step) {
            double sum = 0;
            for (int k = 0; k < parts.members().size(); k++) {
                double weight = parts.at(target, step)[k];
                if (weight > 0) {
                    Method member = parts.members().get(k);
                    Method made = member == Method.NETWORK ? Method.MODEL : member;
                    sum += weight * origin.forecasts().get(made)[target][step];
                }
            }
            return sum;
        }
    }
}
