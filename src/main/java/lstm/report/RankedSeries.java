package lstm.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Wrmsse;
import lstm.model.Method;
import lstm.model.Score;
import lstm.report.Section.Fact;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** What the scores of the series of a table say together: how they compare with Naive2, and which are the worst. */
final class RankedSeries {
    private static final int WORST = 10;

    private static final int DIGITS = 3;

    private RankedSeries() {}

    /** The series whose model errs most, the worst first. */
    private static List<Integer> worst(EvaluationReports reports, int target) {
        Map<Integer, Double> errors = new LinkedHashMap<>();
        for (int k = 0; k < reports.each().size(); k++) {
            int number = k;
            reports.score(k, target)
                    .map(Score::model)
                    .filter(model -> model.mase().isPresent())
                    .ifPresent(model -> errors.put(number, model.mase().getAsDouble()));
        }
        return errors.keySet().stream()
                .sorted(Comparator.comparing((Integer number) -> -errors.get(number)))
                .limit(WORST)
                .toList();
    }

    private static double mase(EvaluationReports reports, int number, int target) {
        return reports.score(number, target).orElseThrow().model().mase().orElseThrow();
    }

    /** On how many files or series the model beats naive, which a mean does not show. */
    static LabelledLines better(EvaluationReports reports, int target) {
        LabelledLines lines = new LabelledLines();
        List<Score> known = known(reports, target);
        lines.add(
                reports.columns().isEmpty() ? "files" : "series",
                "better than naive on " + better(known) + " of " + known.size());
        return lines;
    }

    private static List<Score> known(EvaluationReports reports, int target) {
        return IntStream.range(0, reports.each().size())
                .mapToObj(number -> reports.score(number, target))
                .flatMap(Optional::stream)
                .toList();
    }

    private static long better(List<Score> known) {
        return known.stream()
                .filter(score -> score.model().rmse() < score.naive().rmse())
                .count();
    }

    /** As text. */
    static LabelledLines text(EvaluationReports reports, int target) {
        LabelledLines lines = new LabelledLines();
        Map<Method, Double> wrmsse = wrmsse(reports, target);
        if (!wrmsse.isEmpty()) {
            lines.addWrapped("wrmsse", each(wrmsse));
        }
        Map<Method, Double> averages = reports.scores().outcomes().overallAverages(target);
        if (!averages.isEmpty()) {
            lines.addWrapped("owa", each(averages) + "; Naive2 is 1");
        }
        List<Integer> worst = worst(reports, target);
        if (!worst.isEmpty()) {
            lines.addWrapped(
                    "worst",
                    worst.stream()
                            .map(number -> reports.keys().get(number).text(reports.columns()) + " (MASE "
                                    + NumberText.rounded(mase(reports, number, target), DIGITS) + ")")
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    /** The WRMSSE of each method, with a level for each grouping of the sums; none where series count alike. */
    private static Map<Method, Double> wrmsse(EvaluationReports reports, int target) {
        if (reports.weight().isEmpty()) {
            return Map.of();
        }
        Map<List<Boolean>, List<BacktestResult>> levels = new LinkedHashMap<>();
        for (EvaluationReports part :
                Stream.concat(Stream.of(reports), reports.sums().stream()).toList()) {
            for (int k = 0; k < part.each().size(); k++) {
                // Empty where it was added over.
                List<Boolean> level = part.keys().get(k).values().stream()
                        .map(String::isEmpty)
                        .toList();
                part.each().get(k).of(reports.role()).ifPresent(table -> levels.computeIfAbsent(
                                level, added -> new ArrayList<>())
                        .add(table.outcome()));
            }
        }
        return Wrmsse.of(List.copyOf(levels.values()), target);
    }

    private static String each(Map<Method, Double> figures) {
        return figures.entrySet().stream()
                .map(one -> one.getKey() + " " + NumberText.rounded(one.getValue(), DIGITS))
                .collect(Collectors.joining(", "));
    }

    /** The figures over all series, which no table of scores has. */
    static List<Fact> facts(EvaluationReports reports) {
        List<Fact> facts = new ArrayList<>();
        List<Score> known = known(reports, 0);
        facts.add(new Fact(
                "better than naive",
                NumberText.count(better(known)) + " of " + NumberText.count(known.size()) + " series"));
        reports.weight().ifPresent(column -> facts.add(new Fact("weight", column)));
        Map<Method, Double> wrmsse = wrmsse(reports, 0);
        if (!wrmsse.isEmpty()) {
            facts.add(new Fact("WRMSSE", each(wrmsse)));
        }
        Map<Method, Double> averages = reports.scores().outcomes().overallAverages(0);
        if (!averages.isEmpty()) {
            facts.add(new Fact("OWA", each(averages)));
        }
        return facts;
    }

    /** As a table. */
    static Table table(EvaluationReports reports) {
        List<String> columns = new ArrayList<>(KeyColumns.names(reports.columns(), List.of("MASE")));
        columns.add("MASE");
        List<List<Object>> rows = new ArrayList<>();
        for (int number : worst(reports, 0)) {
            List<Object> row = new ArrayList<>(reports.keys().get(number).values());
            row.add(mase(reports, number, 0));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** As values of the first target for {@link Json}. */
    static Map<String, Object> values(EvaluationReports reports) {
        List<Object> worst = new ArrayList<>();
        for (int number : worst(reports, 0)) {
            Map<String, Object> one = new LinkedHashMap<>(
                    KeyColumns.values(reports.columns(), reports.keys().get(number)));
            one.put("mase", mase(reports, number, 0));
            worst.add(one);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        reports.weight().ifPresent(column -> {
            values.put("weight", column);
            values.put("wrmsse", byKey(wrmsse(reports, 0)));
        });
        values.put("owa", byKey(reports.scores().outcomes().overallAverages(0)));
        values.put("better_than_naive", better(known(reports, 0)));
        values.put("worst", worst);
        return values;
    }

    private static Map<String, Object> byKey(Map<Method, Double> figures) {
        Map<String, Object> values = new LinkedHashMap<>();
        figures.forEach((method, value) -> values.put(method.key(), value));
        return values;
    }
}
