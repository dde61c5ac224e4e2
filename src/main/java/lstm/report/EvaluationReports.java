package lstm.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.evaluate.BacktestResults;
import lstm.model.Score;
import lstm.text.LabelledLines;

/**
 * Forecasts of the rows of several files by one model.
 *
 * @param each at least one
 */
public record EvaluationReports(List<EvaluationReport> each) {
    public boolean isOfSeveral() {
        return each.size() > 1;
    }

    /** The scores over all files. */
    public BacktestScores scores() {
        BacktestTable first = each.get(0).table();
        List<BacktestTable> tables = each.stream().map(EvaluationReport::table).toList();
        return new BacktestScores(
                new BacktestResults(tables.stream().map(BacktestTable::outcome).toList()),
                first.names(),
                first.levels());
    }

    /** The rows of each file; if there are several, the first column has the file. */
    public Table rows() {
        List<Table> tables = each.stream().map(one -> one.table().rows()).toList();
        return isOfSeveral()
                ? Table.joined(
                        "file", each.stream().map(one -> one.rows().source()).toList(), tables)
                : tables.get(0);
    }

    /** The scores of each target as text, under its name if there are several. */
    public String summary() {
        BacktestScores scores = scores();
        StringBuilder text = new StringBuilder();
        for (int target = 0; target < scores.names().size(); target++) {
            LabelledLines lines = new LabelledLines();
            if (scores.names().size() > 1) {
                lines.add("target", scores.names().get(target));
            }
            text.append(lines).append(scores.summary(target));
            if (isOfSeveral()) {
                text.append(files(target));
            }
        }
        return text.toString();
    }

    /** On how many files the model beats naive, which a mean does not show. */
    private LabelledLines files(int target) {
        List<Score> known = each.stream()
                .map(one -> one.table().outcome().score(target, -1))
                .flatMap(Optional::stream)
                .toList();
        long better = known.stream()
                .filter(score -> score.model().rmse() < score.naive().rmse())
                .count();
        LabelledLines lines = new LabelledLines();
        lines.add("files", "better than naive on " + better + " of " + known.size());
        return lines;
    }

    /** The scores over all files, and those of each file if there are several, as values for {@link Json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = scores().values();
        if (isOfSeveral()) {
            List<Object> files = new ArrayList<>();
            for (EvaluationReport one : each) {
                Map<String, Object> scores = new LinkedHashMap<>();
                scores.put("file", one.rows().source());
                scores.putAll(one.table().scores().values());
                files.add(scores);
            }
            values.put("each", files);
        }
        return values;
    }
}
