package lstm.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;

/**
 * Weights that are common to several series. A weight that suits most of them may spoil the forecasts of others, so
 * weights that are learned on every other series are tried on those between, and the other way round. The better one of
 * the network and the base network makes the forecasts alone, unless both together, or these with the simple methods,
 * clearly reduce both its MASE and its sMAPE each time. The sMAPE is that of the series with positive values, as it
 * says nothing about others.
 */
public final class CommonWeights {
    /** The errors of a combination are at most this share of those without it. */
    private static final double CLEARLY = 0.98;

    private CommonWeights() {}

    /**
     * The weights of several series.
     *
     * @param each result of each series, at least one, in which {@link Method#MODEL} is the network
     */
    public static Combination of(Combine mode, List<BacktestResult> each) {
        List<Method> all = CombinationFit.methods(mode, each);
        List<Method> learned = new ArrayList<>(all);
        learned.retainAll(List.of(Method.MODEL, Method.BASE));
        if (learned.isEmpty()) {
            return CombinationFit.among(mode, all, each);
        }
        List<Method> taken = learned.stream()
                .map(List::of)
                .min(Comparator.comparingDouble(
                        alone -> mean(errors(each, CombinationFit.among(mode, alone, each)), Errors::mase)))
                .orElseThrow();
        for (List<Method> more : List.of(learned, all)) {
            boolean given = more.size() > taken.size() && serve(mode, more, taken, each);
            taken = given ? more : taken;
        }
        return CombinationFit.among(mode, taken, each);
    }

    private static boolean serve(Combine mode, List<Method> more, List<Method> taken, List<BacktestResult> each) {
        List<BacktestResult> even = half(each, 0);
        List<BacktestResult> odd = half(each, 1);
        return !odd.isEmpty() && serve(mode, more, taken, even, odd) && serve(mode, more, taken, odd, even);
    }

    private static List<BacktestResult> half(List<BacktestResult> each, int first) {
        return IntStream.range(0, each.size())
                .filter(k -> k % 2 == first)
                .mapToObj(each::get)
                .toList();
    }

    private static boolean serve(
            Combine mode,
            List<Method> more,
            List<Method> taken,
            List<BacktestResult> learned,
            List<BacktestResult> judged) {
        List<Errors> after = errors(judged, CombinationFit.among(mode, more, learned));
        List<Errors> before = errors(judged, CombinationFit.among(mode, taken, learned));
        double smape = mean(before, Errors::smape);
        return mean(after, Errors::mase) < CLEARLY * mean(before, Errors::mase)
                && (Double.isNaN(smape) || mean(after, Errors::smape) < CLEARLY * smape);
    }

    private static List<Errors> errors(List<BacktestResult> judged, Combination parts) {
        return judged.stream().map(result -> Errors.of(result, parts)).toList();
    }

    private static double mean(List<Errors> each, ToDoubleFunction<Errors> measure) {
        return each.stream()
                .mapToDouble(measure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The mean errors of a combination on one series.
     *
     * @param mase not finite for a series that the seasonal naive forecast never misses
     * @param smape not a number for a series with values that are not positive
     */
    private record Errors(double mase, double smape) {
        static Errors of(BacktestResult result, Combination parts) {
            double scaled = 0;
            double relative = 0;
            boolean positive = true;
            int count = 0;
            for (int target = 0; target < result.targets(); target++) {
                double scale = result.scales().get(target).mae();
                for (OriginForecast origin : result.origins()) {
                    for (int step = 0; step < result.steps(); step++) {
                        if (!result.masked().get(origin.row() + step)) {
                            double actual = result.columns()[target][origin.row() + step];
                            double forecast = combined(origin, parts, target, step);
                            double error = Math.abs(forecast - actual);
                            double size = (Math.abs(forecast) + Math.abs(actual)) / 2;
                            scaled += error / scale;
                            relative += error / size;
                            positive &= actual > 0;
                            count++;
                        }
                    }
                }
            }
            return new Errors(scaled / count, positive ? relative / count : Double.NaN);
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
