package lstm.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.series.StampKind;
import lstm.train.Epoch;

/** Charts to look at. */
public final class Sample {
    static final long DAY = 86_400;

    private Sample() {}

    /** Days from 2020-01-01 on. */
    static TimeAxis days(int from, int to) {
        return new TimeAxis(
                StampKind.DATE,
                IntStream.range(from, to).mapToLong(k -> (18_262L + k) * DAY).toArray());
    }

    static double[] wave(int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(k -> 100 + 10 * StrictMath.sin(k / 5.0))
                .toArray();
    }

    public static Chart comparison() {
        return Charts.comparison("prices", days(0, 90), wave(0, 90), wave(-1, 89), Optional.of(score()));
    }

    static Score score() {
        return new Score(1, Map.of(Method.MODEL, accuracy(1.25), Method.NAIVE, accuracy(2.5)), Optional.empty());
    }

    private static Accuracy accuracy(double rmse) {
        OptionalDouble none = OptionalDouble.empty();
        return new Accuracy(90, rmse, rmse, none, 1, none, none);
    }

    static Chart fan(List<FanLevel> bounds) {
        return FanChart.of("close", days(0, 40), wave(0, 40), days(40, 50), wave(40, 50), bounds);
    }

    static FanLevel around(double percent, double half) {
        double[] lower = wave(40, 50);
        double[] upper = wave(40, 50);
        for (int k = 0; k < lower.length; k++) {
            lower[k] -= half * (k + 1);
            upper[k] += half * (k + 1);
        }
        return new FanLevel(percent, lower, upper);
    }

    static Chart losses(double first, double ratio, int epochs) {
        List<Epoch> history = IntStream.range(0, epochs)
                .mapToObj(k -> new Epoch(
                        first * StrictMath.pow(ratio, k),
                        OptionalDouble.of(1.1 * first * StrictMath.pow(ratio, k)),
                        0.001))
                .toList();
        return Charts.losses("close", history, epochs);
    }

    static Chart errors() {
        return Charts.errorsByStep(
                "close",
                "RMSE",
                List.of(
                        new StepErrors("model", new double[] {1, 2, 3, 4}, new double[] {1, 1.5, 2, 2.2}),
                        new StepErrors("naive", new double[] {1, 2, 3, 4}, new double[] {1.2, 1.8, 2.5, 3.1})));
    }
}
