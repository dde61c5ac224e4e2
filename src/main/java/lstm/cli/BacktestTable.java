package lstm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.forecast.Backtest;
import lstm.forecast.DieboldMariano;
import lstm.forecast.IntervalMeasures;
import lstm.forecast.Measures;
import lstm.forecast.Origin;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import lstm.model.Method;
import lstm.model.PairedTest;
import lstm.model.Score;
import lstm.report.Chart;
import lstm.report.Charts;
import lstm.report.Figures;
import lstm.report.Lines;
import lstm.report.Scores;
import lstm.report.StepErrors;
import lstm.report.Table;
import lstm.series.Series;

/** What came of a backtest: a row for each origin, target and step, and scores of all steps and of each. */
record BacktestTable(Series series, Backtest backtest, List<Origin> origins, LevelOptions levels) {
    private static final List<Method> SIMPLE =
            List.of(Method.NAIVE, Method.SEASONAL_NAIVE, Method.DRIFT, Method.AUTOREGRESSION);

    private int steps() {
        return backtest.settings().plan().horizon();
    }

    private int targets() {
        return backtest.settings().plan().targets();
    }

    /** A row for each origin, target and step. */
    Table rows() {
        List<String> names = new ArrayList<>(List.of("origin", "date", "series", "step", "actual", "predicted"));
        SIMPLE.forEach(method -> names.add(method.key()));
        names.addAll(levels.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (Origin origin : origins) {
            for (int target = 0; target < targets(); target++) {
                for (int step = 0; step < steps(); step++) {
                    rows.add(row(origin, target, step));
                }
            }
        }
        return new Table(names, rows);
    }

    private List<Object> row(Origin origin, int target, int step) {
        int row = origin.row() + step;
        List<Object> cells = new ArrayList<>(List.of(
                series.stampText(origin.row() - 1),
                series.stampText(row),
                series.columns().get(target),
                step + 1,
                series.column(target)[row],
                origin.forecasts().get(Method.MODEL)[target][step]));
        for (Method method : SIMPLE) {
            double[][] forecasts = origin.forecasts().get(method);
            cells.add(forecasts == null ? null : (Object) forecasts[target][step]);
        }
        cells.addAll(LevelOptions.cells(origin.intervals()[target][step]));
        return cells;
    }

    /** One step of one target from each origin whose truth is no masked row; all steps if {@code step} is negative. */
    private double[] of(int target, int step, Method method) {
        return origins.stream()
                .flatMapToDouble(
                        origin -> java.util.stream.IntStream.range(step < 0 ? 0 : step, step < 0 ? steps() : step + 1)
                                .filter(k -> !series.masked().get(origin.row() + k))
                                .mapToDouble(k -> method == null
                                        ? series.column(target)[origin.row() + k]
                                        : origin.forecasts().get(method)[target][k]))
                .toArray();
    }

    /** The score of one step, or of all, of a target. */
    Optional<Score> score(int target, int step) {
        double[] actual = of(target, step, null);
        if (actual.length == 0) {
            return Optional.empty();
        }
        int season = backtest.settings().plan().season();
        ErrorScale scale = Measures.scale(series.column(target), origins.get(0).fitted(), season);
        Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
        for (Method method : origins.get(0).forecasts().keySet()) {
            accuracies.put(method, Measures.accuracy(actual, of(target, step, method), scale));
        }
        Optional<PairedTest> test = step < 0
                ? Optional.empty()
                : DieboldMariano.test(
                        actual, of(target, step, Method.MODEL), of(target, step, Method.NAIVE), ahead(step));
        return Optional.of(new Score(season, accuracies, test));
    }

    /** Origins that lie closer together than the step share rows, which the test has to know. */
    private int ahead(int step) {
        return step / backtest.every() + 1;
    }

    /** Share of truths within the intervals of a level; empty if there are none. */
    private Optional<Double> coverage(int target, int level) {
        List<double[]> ends = new ArrayList<>();
        for (Origin origin : origins) {
            for (int step = 0; step < steps(); step++) {
                double[] interval = origin.intervals()[target][step][level];
                if (Double.isFinite(interval[0]) && !series.masked().get(origin.row() + step)) {
                    ends.add(new double[] {series.column(target)[origin.row() + step], interval[0], interval[1]});
                }
            }
        }
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(IntervalMeasures.coverage(part(ends, 0), part(ends, 1), part(ends, 2)));
    }

    private static double[] part(List<double[]> ends, int index) {
        return ends.stream().mapToDouble(end -> end[index]).toArray();
    }

    /** For people: scores over all steps, errors of each step, coverage. */
    String summary() {
        StringBuilder text = new StringBuilder();
        for (int target = 0; target < targets(); target++) {
            Lines head = new Lines();
            head.add(
                    "backtest",
                    series.columns().get(target) + ", " + origins.size() + " origins, " + steps()
                            + (steps() == 1 ? " step" : " steps") + " each; first origin "
                            + series.stampText(origins.get(0).row() - 1));
            text.append(head);
            int of = target;
            String ahead = steps() == 1 ? "one step ahead" : "1 to " + steps() + " steps ahead";
            score(target, -1).ifPresent(score -> text.append(Scores.text(score, ahead)));
            text.append(perStep(of));
            Lines below = new Lines();
            for (int level = 0; level < levels.names().size(); level++) {
                String name = levels.names().get(level) + " %";
                coverage(target, level)
                        .ifPresent(share -> below.add(
                                "interval",
                                name + ": covered " + Figures.rounded(100 * share, 3) + " % of the truths"));
            }
            text.append(below);
        }
        return text.toString();
    }

    /** Error by step of the first target. */
    Chart chart() {
        return Charts.errorsByStep(Titles.of(series.target(), series.source()), "RMSE", errors());
    }

    /** RMSE by step of the first target, the model first; steps whose truths are all masked are left out. */
    private List<StepErrors> errors() {
        int[] scored = IntStream.range(0, steps())
                .filter(step -> score(0, step).isPresent())
                .toArray();
        double[] numbers = Arrays.stream(scored).mapToDouble(step -> step + 1).toArray();
        return Arrays.stream(Method.values())
                .filter(origins.get(0).forecasts()::containsKey)
                .map(method -> new StepErrors(method.toString(), numbers, rmse(method, scored)))
                .toList();
    }

    private double[] rmse(Method method, int[] steps) {
        return Arrays.stream(steps)
                .mapToDouble(step ->
                        score(0, step).orElseThrow().accuracies().get(method).rmse())
                .toArray();
    }

    private String perStep(int target) {
        Lines lines = new Lines();
        lines.add("by step", String.format(Locale.ROOT, "%4s %12s %12s %9s", "", "RMSE", "naive", "skill"));
        for (int step = 0; step < steps(); step++) {
            Optional<Score> score = score(target, step);
            if (steps() <= 24 || step < 6 || (step + 1) % 12 == 0 || step == steps() - 1) {
                int number = step + 1;
                score.ifPresent(s -> lines.add(
                        "",
                        String.format(
                                Locale.ROOT,
                                "%4d %12s %12s %9s",
                                number,
                                Figures.rounded(s.model().rmse(), 5),
                                Figures.rounded(s.naive().rmse(), 5),
                                s.skill().isPresent()
                                        ? String.format(
                                                Locale.ROOT, "%.3f", s.skill().getAsDouble())
                                        : "undefined")));
            }
        }
        return steps() == 1 ? "" : lines.toString();
    }

    /** For scripts. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", series.rows());
        values.put("origins", origins.size());
        values.put("horizon", steps());
        values.put("every", backtest.every());
        List<Object> each = new ArrayList<>();
        for (int target = 0; target < targets(); target++) {
            Map<String, Object> scores = new LinkedHashMap<>();
            scores.put("series", series.columns().get(target));
            scores.put("scores", score(target, -1).map(Scores::values).orElse(null));
            Map<String, Object> coverage = new LinkedHashMap<>();
            for (int level = 0; level < levels.names().size(); level++) {
                coverage.put(levels.names().get(level), coverage(target, level).orElse(null));
            }
            scores.put("coverage", coverage);
            Object[] steps = new Object[steps()];
            int of = target;
            Arrays.setAll(steps, step -> score(of, step).map(Scores::values).orElse(null));
            scores.put("steps", Arrays.asList(steps));
            each.add(scores);
        }
        values.put("targets", each);
        return values;
    }
}
