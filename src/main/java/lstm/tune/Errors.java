package lstm.tune;

import java.util.ArrayList;
import java.util.List;
import lstm.forecast.Measures;
import lstm.forecast.Origin;
import lstm.model.ErrorScale;
import lstm.model.Method;
import lstm.series.Series;

/** Forecasts of all targets beside what came, over the folds so far. */
final class Errors {
    /** More often wrong than this and it does not matter how much. */
    private static final double WORST = 1e9;

    private final Series series;
    private final List<Origin> origins = new ArrayList<>();

    Errors(Series series) {
        this.series = series;
    }

    void add(List<Origin> more) {
        origins.addAll(more);
    }

    /** RMSE of a target, over the rows that are not masked; 0 if there are none. */
    double rmse(int target, Method method) {
        List<Double> actual = new ArrayList<>();
        List<Double> forecast = new ArrayList<>();
        for (Origin origin : origins) {
            double[] steps = origin.forecasts().get(method)[target];
            for (int step = 0; step < steps.length; step++) {
                if (!series.masked().get(origin.row() + step)) {
                    actual.add(series.column(target)[origin.row() + step]);
                    forecast.add(steps[step]);
                }
            }
        }
        return actual.isEmpty()
                ? 0
                : Measures.accuracy(array(actual), array(forecast), new ErrorScale(0, 0))
                        .rmse();
    }

    /** The mean over the targets of RMSE / RMSE of naive; 1 where neither makes an error. */
    double ratio(int targets) {
        double sum = 0;
        for (int target = 0; target < targets; target++) {
            double model = rmse(target, Method.MODEL);
            double naive = rmse(target, Method.NAIVE);
            sum += model == naive ? 1 : Math.min(WORST, model / naive);
        }
        return sum / targets;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
