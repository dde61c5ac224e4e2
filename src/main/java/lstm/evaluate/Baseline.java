package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.base.OpenBaseNetworks;
import lstm.model.Autoregression;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.SmoothingFits;

/** A simple forecasting method that a model must beat to be worth training. */
public sealed interface Baseline
        permits Baseline.Naive,
                Baseline.SeasonalNaive,
                Baseline.Drift,
                Baseline.Linear,
                Smoothed,
                Refitted,
                BaseMethod {
    /** Which one it is. */
    Method method();

    /** Number of rows that a forecast needs before it, at least 1. */
    int historyRows();

    /**
     * Forecasts a row and those after it from the rows before.
     *
     * @param values of the target, not modified
     * @param row the first to forecast, at least {@link #historyRows}
     * @param horizon number of steps, at least 1
     */
    double[] forecast(double[] values, int row, int horizon);

    /**
     * The same from several rows.
     *
     * @param rows the first of each forecast, each at least {@link #historyRows}
     * @return [rows][horizon]
     */
    default double[][] forecasts(double[] values, int[] rows, int horizon) {
        return Arrays.stream(rows)
                .mapToObj(row -> forecast(values, row, horizon))
                .toArray(double[][]::new);
    }

    /**
     * One-step forecasts of rows, each from the actual rows before it.
     *
     * @param values of the target, not modified
     * @param rows to forecast, each at least {@link #historyRows}
     */
    default double[] oneStep(double[] values, int[] rows) {
        return Arrays.stream(forecasts(values, rows, 1))
                .mapToDouble(steps -> steps[0])
                .toArray();
    }

    /**
     * All fitted baselines, the simplest first; seasonal naive only if there is a season. The base network, if it is
     * one of them, is opened for each of its calls.
     */
    static List<Baseline> of(FittedBaselines fitted) {
        return of(fitted, Optional.empty());
    }

    /**
     * The same with base networks that stay open.
     *
     * @param open the caller closes them, after which the base network forecasts no more
     */
    static List<Baseline> of(FittedBaselines fitted, OpenBaseNetworks open) {
        return of(fitted, Optional.of(open));
    }

    private static List<Baseline> of(FittedBaselines fitted, Optional<OpenBaseNetworks> open) {
        List<Baseline> all = new ArrayList<>(List.of(new Naive()));
        if (fitted.season() > 1) {
            all.add(new SeasonalNaive(fitted.season()));
        }
        all.add(new Drift(fitted.drift()));
        all.add(new Linear(fitted.autoregression()));
        fitted.smoothing().ifPresent(smoothing -> {
            int memory = SmoothingFits.memory(fitted.season());
            all.add(new Smoothed(Method.EXPONENTIAL_SMOOTHING, smoothing, memory));
            all.add(new Smoothed(Method.THETA, smoothing, memory));
            smoothing.demand().ifPresent(demand -> all.add(new Smoothed(Method.TSB, smoothing, memory)));
        });
        fitted.base().ifPresent(base -> all.add(new BaseMethod(base, open)));
        return all;
    }

    /**
     * Exponential smoothing, Theta or the method of Teunter, Syntetos and Babai, fitted to all rows before a forecast.
     *
     * @param season number of steps in the season that the series may have, 1 if none
     * @param masked rows that are not to be learned from, not modified
     */
    static Baseline refitted(Method method, int season, BitSet masked) {
        return new Refitted(method, season, masked);
    }

    /**
     * The baselines of each target that need no more than this many rows of history, as far as all targets have them:
     * autoregressions of targets, for example, differ in their order.
     *
     * @param open the caller closes them
     */
    static List<List<Baseline>> common(List<FittedBaselines> fitted, int rows, OpenBaseNetworks open) {
        List<List<Baseline>> each =
                fitted.stream().map(one -> within(of(one, open), rows)).toList();
        return each.stream()
                .map(some -> some.stream()
                        .filter(one -> each.stream()
                                .allMatch(all -> all.stream().anyMatch(other -> other.method() == one.method())))
                        .toList())
                .toList();
    }

    /** Those that need no more than this many rows of history. */
    static List<Baseline> within(List<Baseline> all, int rows) {
        return all.stream().filter(baseline -> baseline.historyRows() <= rows).toList();
    }

    /** Every value repeats the last. */
    record Naive() implements Baseline {
        @Override
        public Method method() {
            return Method.NAIVE;
        }

        @Override
        public int historyRows() {
            return 1;
        }

        @Override
        public double[] forecast(double[] values, int row, int horizon) {
            return new Drift(0).forecast(values, row, horizon);
        }
    }

    /**
     * Every value repeats the one a season before; beyond a season, the forecast a season before.
     *
     * @param season number of steps in a season, at least 1
     */
    record SeasonalNaive(int season) implements Baseline {
        @Override
        public Method method() {
            return Method.SEASONAL_NAIVE;
        }

        @Override
        public int historyRows() {
            return season;
        }

        @Override
        public double[] forecast(double[] values, int row, int horizon) {
            double[] forecasts = new double[horizon];
            for (int step = 0; step < horizon; step++) {
                forecasts[step] = values[row - season + step % season];
            }
            return forecasts;
        }
    }

    /**
     * A straight line from the last value.
     *
     * @param step the change per row
     */
    record Drift(double step) implements Baseline {
        @Override
        public Method method() {
            return Method.DRIFT;
        }

        @Override
        public int historyRows() {
            return 1;
        }

        @Override
        public double[] forecast(double[] values, int row, int horizon) {
            double[] forecasts = new double[horizon];
            for (int k = 0; k < horizon; k++) {
                double line = values[row - 1] + (k + 1) * step;
                forecasts[k] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, line));
            }
            return forecasts;
        }
    }

    /**
     * An autoregression; for several steps, each forecast becomes the latest value for the next.
     *
     * @param fitted fitted on the training rows
     */
    record Linear(Autoregression fitted) implements Baseline {
        @Override
        public Method method() {
            return Method.AUTOREGRESSION;
        }

        @Override
        public int historyRows() {
            return Math.max(1, fitted.order());
        }

        @Override
        public double[] forecast(double[] values, int row, int horizon) {
            int known = historyRows();
            double[] line = new double[known + horizon];
            System.arraycopy(values, row - known, line, 0, known);
            double[] forecasts = new double[horizon];
            for (int step = 0; step < horizon; step++) {
                forecasts[step] = fitted.next(line, known + step);
                line[known + step] = forecasts[step];
            }
            return forecasts;
        }

        @Override
        public double[] oneStep(double[] values, int[] rows) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> fitted.next(values, row))
                    .toArray();
        }
    }
}
