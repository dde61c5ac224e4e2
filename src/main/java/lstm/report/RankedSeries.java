package lstm.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lstm.model.Method;
import lstm.model.Score;
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

    /** As text. */
    static LabelledLines text(EvaluationReports reports, int target) {
        LabelledLines lines = new LabelledLines();
        Map<Method, Double> averages = reports.scores().outcomes().overallAverages(target);
        if (!averages.isEmpty()) {
            lines.addWrapped(
                    "owa",
                    averages.entrySet().stream()
                                    .map(one -> one.getKey() + " " + NumberText.rounded(one.getValue(), DIGITS))
                                    .collect(Collectors.joining(", "))
                            + "; Naive2 is 1");
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

    /** The sums over the series, a line each. */
    static LabelledLines sums(EvaluationReports reports, int target) {
        LabelledLines lines = new LabelledLines();
        reports.sums().ifPresent(sums -> {
            for (int k = 0; k < Math.min(WORST, sums.each().size()); k++) {
                String key = sums.keys().get(k).text(sums.columns());
                sums.score(k, target).ifPresent(score -> lines.addWrapped("sum", key + ": " + Scores.line(score)));
            }
            if (sums.each().size() > WORST) {
                lines.add("", "and " + NumberText.count(sums.each().size() - WORST) + " more");
            }
        });
        return lines;
    }

    /** As values of the first target for {@link Json}. */
    static Map<String, Object> values(EvaluationReports reports) {
        Map<String, Object> averages = new LinkedHashMap<>();
        reports.scores().outcomes().overallAverages(0).forEach((method, value) -> averages.put(method.key(), value));
        List<Object> worst = new ArrayList<>();
        for (int number : worst(reports, 0)) {
            Map<String, Object> one = new LinkedHashMap<>(
                    KeyColumns.values(reports.columns(), reports.keys().get(number)));
            one.put("mase", mase(reports, number, 0));
            worst.add(one);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("owa", averages);
        values.put("worst", worst);
        return values;
    }
}
