package lstm.evaluate;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import lstm.model.Method;
import lstm.model.SmoothingFits;

/**
 * A method that smooths, with parameters fitted on the training rows. Each forecast starts from the last rows before
 * it, as many as it remembers, divided by the largest of them to keep sums finite.
 *
 * @param method exponential smoothing, Theta or that of Teunter, Syntetos and Babai
 * @param memory maximum number of rows to start from
 */
record Smoothed(Method method, SmoothingFits fits, int memory) implements Baseline {
    @Override
    public int historyRows() {
        return method == Method.TSB ? 1 : fits.historyRows();
    }

    @Override
    public double[] forecast(double[] values, int row, int horizon) {
        double[] known = Arrays.copyOfRange(values, Math.max(0, row - memory), row);
        double last = known[known.length - 1];
        return scaled(known, whole -> steps(whole, horizon), last);
    }

    private double[] steps(double[] known, int horizon) {
        double[] steps = new double[horizon];
        switch (method) {
            case EXPONENTIAL_SMOOTHING -> {
                SmoothingState state = new SmoothingState(fits.smoothing(), known, 0, known.length);
                for (double value : known) {
                    state.take(value);
                }
                Arrays.setAll(steps, step -> state.forecast(step + 1));
            }
            case THETA -> steps = new ThetaForecast(fits.theta(), known, 0, known.length).steps(horizon);
            case TSB -> {
                DemandForecast demand = new DemandForecast(fits.demand().orElseThrow(), known, 0, known.length);
                for (double value : known) {
                    demand.take(value);
                }
                Arrays.fill(steps, demand.forecast());
            }
            default -> throw new IllegalStateException("no fit of " + method);
        }
        return steps;
    }

    /**
     * What a method makes of values that are divided by the largest of them, times that.
     *
     * @param otherwise where a season of zeros leaves no number
     */
    private static double[] scaled(double[] values, UnaryOperator<double[]> method, double otherwise) {
        double unit = unit(values, values.length);
        double[] whole = new double[values.length];
        for (int row = 0; row < whole.length; row++) {
            whole[row] = values[row] / unit;
        }
        double[] steps = method.apply(whole);
        for (int step = 0; step < steps.length; step++) {
            double value = Double.isNaN(steps[step]) ? otherwise : steps[step] * unit;
            steps[step] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
        }
        return steps;
    }

    /** The largest of the first values, or the smallest positive number. */
    static double unit(double[] values, int rows) {
        double largest = Double.MIN_NORMAL;
        for (int row = 0; row < rows; row++) {
            largest = Math.max(largest, Math.abs(values[row]));
        }
        return largest;
    }
}
