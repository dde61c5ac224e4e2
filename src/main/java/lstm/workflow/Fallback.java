package lstm.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lstm.evaluate.Baseline;
import lstm.evaluate.BaselineFit;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.prepare.Preparation;
import lstm.series.Series;

/** The simple method that forecasts a series of a table where the model cannot. */
public enum Fallback {
    /** The value one season before; without a season, or with less than one, the last value. */
    SEASONAL_NAIVE(Method.SEASONAL_NAIVE),
    /** The last value. */
    NAIVE(Method.NAIVE),
    /** A straight line from the last value. */
    DRIFT(Method.DRIFT),
    /** A linear function of the rows before. */
    AUTOREGRESSION(Method.AUTOREGRESSION),
    /** No forecast. */
    NONE(Method.NAIVE);

    private final Method method;

    Fallback(Method method) {
        this.method = method;
    }

    /**
     * The forecasts of each target after the end of a series; empty if there shall be none.
     *
     * @param preparation of the model, with its season and bounds
     */
    Optional<double[][]> forecast(Series series, Preparation preparation, int steps) {
        if (this == NONE) {
            return Optional.empty();
        }
        List<FittedBaselines> fitted = BaselineFit.of(series.values(), series.masked(), series.rows(), preparation);
        double[][] points = new double[preparation.plan().targets()][];
        for (int target = 0; target < points.length; target++) {
            Baseline chosen = Baseline.within(Baseline.of(fitted.get(target)), series.rows()).stream()
                    .filter(possible -> possible.method() == method || possible.method() == Method.NAIVE)
                    .max(Comparator.comparing(possible -> possible.method() == method))
                    .orElseThrow();
            points[target] = chosen.forecast(series.column(target), series.rows(), steps);
            for (int step = 0; step < steps; step++) {
                points[target][step] = preparation.plan().bounds().clamp(points[target][step]);
            }
        }
        return Optional.of(points);
    }

    /** The name on the command line: {@code seasonal-naive}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
