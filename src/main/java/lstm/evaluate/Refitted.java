package lstm.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import lstm.model.IntermittentDemand;
import lstm.model.Method;
import lstm.model.Smoothing;
import lstm.model.Theta;

/**
 * A method that is fitted anew to all rows before each forecast. Values are divided by the largest of them first, which
 * changes no fit but keeps sums of squares finite.
 *
 * @param method exponential smoothing, Theta or that of Teunter, Syntetos and Babai
 * @param season number of steps in the season that the series may have, 1 if none
 * @param masked rows that smoothing does not learn from, not modified
 */
record Refitted(Method method, int season, BitSet masked) implements Baseline {
    @Override
    public int historyRows() {
        return 1;
    }

    @Override
    public double[] forecast(double[] values, int row, int horizon) {
        double unit = Smoothed.unit(values, row);
        double[] known =
                Arrays.stream(values, 0, row).map(value -> value / unit).toArray();
        return Arrays.stream(fitted(known, horizon))
                .map(value -> Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value * unit)))
                .toArray();
    }

    private double[] fitted(double[] known, int horizon) {
        return switch (method) {
            case EXPONENTIAL_SMOOTHING -> smoothed(known, horizon);
            case THETA -> {
                Theta theta = ThetaFit.of(known, known.length, season);
                yield new ThetaForecast(theta, known, 0, known.length).steps(horizon);
            }
            case TSB -> demand(known, horizon);
            default -> throw new IllegalStateException("no fit of " + method);
        };
    }

    private double[] smoothed(double[] known, int horizon) {
        Smoothing smoothing = SmoothingFit.of(known, masked, known.length, season);
        int from = Math.max(0, known.length - SmoothingFit.MOST_ROWS);
        SmoothingState state = new SmoothingState(smoothing, known, from, known.length);
        for (int row = from; row < known.length; row++) {
            if (masked.get(row)) {
                state.skip();
            } else {
                state.take(known[row]);
            }
        }
        double[] forecasts = new double[horizon];
        Arrays.setAll(forecasts, step -> state.forecast(step + 1));
        return forecasts;
    }

    private static double[] demand(double[] known, int horizon) {
        IntermittentDemand shares = DemandForecast.fit(known, known.length);
        int from = Math.max(0, known.length - SmoothingFit.MOST_ROWS);
        DemandForecast demand = new DemandForecast(shares, known, from, known.length);
        Arrays.stream(known, from, known.length).forEach(demand::take);
        double[] forecasts = new double[horizon];
        Arrays.fill(forecasts, demand.forecast());
        return forecasts;
    }
}
