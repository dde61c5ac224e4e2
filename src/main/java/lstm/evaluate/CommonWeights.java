package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;

/**
 * Weights that are common to several series. A weight that suits most of them may spoil the forecasts of others, so
 * every series is forecast with weights that were learned on others: unless these reduce both the mean MASE and the
 * mean sMAPE of the network, the network alone makes the forecasts. No more is asked, as the network chose its epoch by
 * the same rows. The sMAPE is that of the series with positive values, as it says nothing about others.
 */
public final class CommonWeights {
    /** Each series belongs to one of these parts, and is judged with weights of the others. */
    private static final int PARTS = 10;

    private CommonWeights() {}

    /**
     * The weights of several series.
     *
     * @param each result of each series, at least one, in which {@link Method#MODEL} is the network
     */
    public static Combination of(Combine mode, List<BacktestResult> each) {
        return mode == Combine.SIMPLE || serve(each)
                ? CombinationFit.of(mode, each)
                : networkAlone(mode, each.get(0).targets());
    }

    private static Combination networkAlone(Combine mode, int targets) {
        double[][][] weights = new double[targets][][];
        Arrays.fill(weights, new double[][] {{1}});
        return new Combination(mode, List.of(Method.NETWORK), weights);
    }

    private static boolean serve(List<BacktestResult> each) {
        int parts = Math.min(PARTS, each.size());
        List<Errors> combined = new ArrayList<>();
        List<Errors> network = new ArrayList<>();
        for (int part = 0; part < parts && parts > 1; part++) {
            int judged = part;
            List<BacktestResult> some = some(each, k -> k % parts == judged);
            combined.addAll(errors(some, CombinationFit.of(Combine.ALL, some(each, k -> k % parts != judged))));
            network.addAll(errors(some, networkAlone(Combine.ALL, each.get(0).targets())));
        }
        double smape = mean(network, Errors::smape);
        return mean(combined, Errors::mase) < mean(network, Errors::mase)
                && (Double.isNaN(smape) || mean(combined, Errors::smape) < smape);
    }

    private static List<BacktestResult> some(List<BacktestResult> each, IntPredicate taken) {
        return IntStream.range(0, each.size()).filter(taken).mapToObj(each::get).toList();
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
