package lstm.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The scores of the sums over the series of a table. */
final class RankedSums {
    private static final int SHOWN = 10;

    private RankedSums() {}

    /** The sums over the series, a line each: first those with the most parts. */
    static LabelledLines text(EvaluationReports reports, int target) {
        LabelledLines lines = new LabelledLines();
        reports.sums().ifPresent(sums -> {
            List<Integer> order = broadest(sums);
            for (int k = 0; k < Math.min(SHOWN, order.size()); k++) {
                String key = sums.keys().get(order.get(k)).text(sums.columns());
                String label = k == 0 ? "sum" : "";
                sums.score(order.get(k), target)
                        .ifPresent(score -> lines.addWrapped(label, key + ": " + Scores.errors(score)));
            }
            if (order.size() > SHOWN) {
                lines.add("", "and " + NumberText.count(order.size() - SHOWN) + " more");
            }
        });
        return lines;
    }

    /** Numbers of the sums, those that agree in the fewest keys first. */
    private static List<Integer> broadest(EvaluationReports sums) {
        return IntStream.range(0, sums.each().size())
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> sums.keys().get(number).values().stream()
                        .filter(key -> !key.isEmpty())
                        .count()))
                .toList();
    }

    /** The sums over the series as a table; none if there are no sums. */
    static Optional<Table> table(EvaluationReports reports) {
        return reports.sums().map(sums -> {
            List<String> measures = List.of("RMSE", "naive", "MASE", "skill");
            List<String> columns = new ArrayList<>(KeyColumns.names(sums.columns(), measures));
            columns.addAll(measures);
            List<List<Object>> rows = new ArrayList<>();
            for (int number : broadest(sums)) {
                sums.score(number, 0).ifPresent(score -> {
                    List<Object> row = new ArrayList<>(sums.keys().get(number).values());
                    row.add(score.model().rmse());
                    row.add(score.naive().rmse());
                    row.add(Scores.orNull(score.model().mase()));
                    row.add(Scores.orNull(score.skill()));
                    rows.add(row);
                });
            }
            return new Table(columns, rows);
        });
    }
}
