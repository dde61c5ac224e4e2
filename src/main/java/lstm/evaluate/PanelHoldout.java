package lstm.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.Residuals;
import lstm.model.Calibration;
import lstm.model.Combination;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Score;
import lstm.prepare.Panel;
import lstm.prepare.TrainingSet;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;
import lstm.tensor.Workers;

/**
 * The rows of several series held out by training that are scored, and how well one network forecasts them.
 *
 * @param panel of the {@linkplain Panel#sample() series that are scored}
 * @param each of these
 * @param fitted baselines of each, for each target
 */
public record PanelHoldout(Panel panel, List<Series> each, List<List<FittedBaselines>> fitted) {
    /** Copies the lists. */
    public PanelHoldout {
        each = List.copyOf(each);
        fitted = List.copyOf(fitted);
    }

    /**
     * Fits the baselines to each series that is scored separately.
     *
     * @param all the panel
     * @param of its series
     * @param extent which methods
     * @param threads to fit on
     */
    public static PanelHoldout of(Panel all, List<Series> of, FitExtent extent, int threads) {
        Panel panel = all.sample();
        List<Series> each = all.sampled().stream().map(of::get).toList();
        List<List<FittedBaselines>> fitted = new ArrayList<>(Collections.nCopies(each.size(), List.of()));
        try (Workers workers = new Workers(Math.min(threads, each.size()))) {
            workers.run(
                    each.size(),
                    number -> fitted.set(
                            number,
                            BaselineFit.of(each.get(number), panel.parts().get(number), extent)));
        }
        return new PanelHoldout(panel, each, fitted);
    }

    /** Forecasts of the rows that choose the epoch by the network alone, of each series that has any. */
    public List<BacktestResult> choosing(Forecaster network) {
        int steps = Math.min(panel.preparation().plan().horizon(), leastChoosing());
        return IntStream.range(0, each.size())
                .mapToObj(number ->
                        holdout(number).choosing().forecasts(network, fitted.get(number), steps, mostOfBase()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Origins of each series, if the base network forecasts too. */
    private int mostOfBase() {
        return Math.max(1, Holdout.MOST_OF_BASE / each.size());
    }

    private int leastChoosing() {
        return panel.parts().stream()
                .map(TrainingSet::split)
                .mapToInt(split -> split.chosenTo() - split.trainRows())
                .min()
                .orElseThrow();
    }

    /** Makes forecasts of a series those of a combination, if there is one. */
    private void combine(Forecaster forecaster, Optional<Combination> weights, int number) {
        forecaster.combining(weights.filter(Combination::usesMethods)
                .map(parts -> new MethodCombiner(
                        parts,
                        fitted.get(number),
                        new double[targets()][0],
                        panel.preparation().plan().bounds())));
    }

    /** Number of steps that can be scored on these rows, at most the horizon; 0 if nothing was held out. */
    public int steps() {
        int rows = panel.parts().stream()
                .mapToInt(part -> part.split().scoredRows())
                .min()
                .orElseThrow();
        return Math.min(panel.preparation().plan().horizon(), rows);
    }

    /**
     * Scores each target on these steps from every origin whose steps all lie within these rows, as means over the
     * series; empty if there is no such origin. The baselines are fitted on each series separately.
     */
    public List<Score> scores(Forecaster forecaster, Optional<Combination> weights) {
        int steps = steps();
        if (steps == 0) {
            return List.of();
        }
        List<List<Score>> scores = new ArrayList<>();
        List<Double> counted = new ArrayList<>();
        for (int number = 0; number < each.size(); number++) {
            combine(forecaster, weights, number);
            List<Score> own = forecasts(number, forecaster, weights, steps)
                    .map(BacktestResult::scores)
                    .orElse(List.of());
            if (!own.isEmpty()) {
                scores.add(own);
                weight(number).ifPresent(counted::add);
            }
        }
        double[] counts = counted.stream().mapToDouble(count -> count).toArray();
        return scores.isEmpty()
                ? List.of()
                : IntStream.range(0, targets())
                        .mapToObj(target -> MeanScore.of(
                                scores.stream().map(one -> one.get(target)).toList(), counts, steps))
                        .toList();
    }

    /** What a series counts in means. */
    private OptionalDouble weight(int number) {
        return panel.weights().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(panel.weights().get(number));
    }

    /**
     * The forecasts of each series from these origins; empty for one without any, and for all if nothing was held out.
     */
    public List<Optional<BacktestResult>> forecasts(Forecaster forecaster, Optional<Combination> weights) {
        int steps = steps();
        return IntStream.range(0, each.size())
                .mapToObj(number -> {
                    if (steps == 0) {
                        return Optional.<BacktestResult>empty();
                    }
                    combine(forecaster, weights, number);
                    return forecasts(number, forecaster, weights, steps);
                })
                .toList();
    }

    /** The base network, which takes longer than all other methods together, is scored if it has a share. */
    private Optional<BacktestResult> forecasts(
            int number, Forecaster forecaster, Optional<Combination> weights, int steps) {
        boolean hasBase = weights.filter(parts -> parts.uses(Method.BASE)).isPresent();
        List<FittedBaselines> methods = hasBase
                ? fitted.get(number)
                : fitted.get(number).stream().map(FittedBaselines::withoutBase).toList();
        return holdout(number)
                .forecasts(forecaster, methods, steps, mostOfBase())
                .map(result -> result.weighing(weight(number)));
    }

    private int targets() {
        return panel.preparation().plan().targets();
    }

    /**
     * Calibrates each step on the errors of forecasts from origins within these rows. The series take turns; if there
     * are more of them than residuals are kept, evenly spaced ones are used.
     */
    public Optional<Calibration> calibration(Forecaster forecaster, Optional<Combination> weights) {
        int steps = steps();
        if (steps == 0) {
            return Optional.empty();
        }
        int chosen = Math.min(each.size(), Calibration.MOST);
        List<Turn> turns = EvenlySpaced.of(each.size(), chosen)
                .mapToObj(k -> {
                    combine(forecaster, weights, k);
                    return turn(k, forecaster, steps, Calibration.MOST / chosen);
                })
                .toList();
        Residuals residuals = forecaster.residuals(steps);
        for (int round = 0; round < Calibration.MOST / chosen; round++) {
            for (Turn turn : turns) {
                if (round < turn.origins.length) {
                    turn.learn(round, residuals);
                }
            }
        }
        return residuals.calibration();
    }

    private Turn turn(int number, Forecaster forecaster, int steps, int most) {
        Holdout holdout = holdout(number);
        int[] origins = holdout.whole(steps, most);
        return new Turn(each.get(number), origins, holdout.forecast(forecaster, origins, steps));
    }

    private Holdout holdout(int number) {
        Series series = each.get(number);
        return new Holdout(panel.parts().get(number), series, Calendar.infer(series));
    }

    /** Forecasts of one series and the actual values. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Turn(Series series, int[] origins, Forecast[] forecasts) {
        void learn(int round, Residuals residuals) {
            Forecast forecast = forecasts[round];
            int origin = origins[round];
            for (int target = 0; target < forecast.points().length; target++) {
                double[] values = series.column(target);
                double last = residuals.last(values, origin);
                for (int step = 0; step < forecast.steps(); step++) {
                    if (!series.masked().get(origin + step)) {
                        residuals.learn(target, step, values[origin + step], forecast.at(target, step), last);
                    }
                }
            }
        }
    }
}
