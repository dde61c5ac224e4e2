package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BacktestResults;
import lstm.model.RowRole;
import lstm.model.Score;
import lstm.series.SeriesKey;
import lstm.text.LabelledLines;

/**
 * Forecasts of the rows of several files, or of the series of a table, by one model.
 *
 * @param each at least one
 * @param columns names of the key columns of a table; empty for files
 * @param keys of the series of a table
 */
public record EvaluationReports(List<EvaluationReport> each, List<String> columns, List<SeriesKey> keys) {
    /** Reports on files. */
    public EvaluationReports(List<EvaluationReport> each) {
        this(each, List.of(), List.of());
    }

    public boolean isOfSeveral() {
        return each.size() > 1;
    }

    /**
     * The scores over all files of rows that are unseen; where there are none, of those that chose the epoch, or else
     * of those that taught.
     */
    public BacktestScores scores() {
        return scores(roles().get(0)).orElseThrow();
    }

    /** The roles that rows with forecasts had, the one to score by first. */
    private List<RowRole> roles() {
        return Arrays.stream(RowRole.values())
                .filter(role -> scores(role).isPresent())
                .toList();
    }

    /** The forecasts of the only file that are scored; empty if there are several files. */
    Optional<BacktestResult> forecasts() {
        return isOfSeveral() ? Optional.empty() : each.get(0).of(roles().get(0)).map(BacktestTable::outcome);
    }

    private Optional<BacktestScores> scores(RowRole role) {
        List<BacktestTable> tables =
                each.stream().flatMap(one -> one.of(role).stream()).toList();
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new BacktestScores(
                        new BacktestResults(
                                tables.stream().map(BacktestTable::outcome).toList()),
                        tables.get(0).names(),
                        tables.get(0).levels()));
    }

    /**
     * The rows of each file; if there are several, the first column has the file, and of a table the first have keys.
     */
    public Table rows() {
        List<Table> tables = each.stream().map(one -> one.table().rows()).toList();
        if (!columns.isEmpty()) {
            List<String> names = KeyColumns.names(columns, tables.get(0).columns());
            return Table.joined(names, keys.stream().map(SeriesKey::values).toList(), tables);
        }
        return isOfSeveral()
                ? Table.joined(
                        "file", each.stream().map(one -> one.rows().source()).toList(), tables)
                : tables.get(0);
    }

    /** The verdict on the first target as sentences, with those on rows apart. */
    String verdict() {
        return roles().stream()
                .map(role -> Scores.verdict(scores(role).orElseThrow().all().get(0)))
                .collect(Collectors.joining(" Apart from these: "));
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
            int number = target;
            forecasts().ifPresent(only -> text.append(LagText.line(only, number)));
            text.append(apart(target));
        }
        return text.toString();
    }

    /** The scores of rows with other roles, a line each. */
    private LabelledLines apart(int target) {
        LabelledLines lines = new LabelledLines();
        for (RowRole role : roles().subList(1, roles().size())) {
            scores(role)
                    .flatMap(scores -> scores.outcomes().score(target, -1))
                    .ifPresent(score -> lines.addWrapped("apart", Scores.line(score)));
        }
        return lines;
    }

    /** On how many files the model beats naive, which a mean does not show. */
    private LabelledLines files(int target) {
        List<Score> known = each.stream()
                .flatMap(one -> one.of(roles().get(0)).stream())
                .flatMap(table -> table.outcome().score(target, -1).stream())
                .toList();
        long better = known.stream()
                .filter(score -> score.model().rmse() < score.naive().rmse())
                .count();
        LabelledLines lines = new LabelledLines();
        lines.add(columns.isEmpty() ? "files" : "series", "better than naive on " + better + " of " + known.size());
        return lines;
    }

    /** The scores over all files, and those of each file if there are several, as values for {@link Json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = scores().values();
        Map<String, Object> apart = new LinkedHashMap<>();
        for (RowRole role : roles().subList(1, roles().size())) {
            apart.put(Scores.key(role), scores(role).orElseThrow().targets());
        }
        values.put("apart", apart);
        values.put("lag", LagText.values(forecasts().flatMap(only -> only.lagFit(0))));
        if (isOfSeveral()) {
            List<Object> files = new ArrayList<>();
            for (int k = 0; k < each.size(); k++) {
                Map<String, Object> scores = new LinkedHashMap<>();
                if (columns.isEmpty()) {
                    scores.put("file", each.get(k).rows().source());
                } else {
                    scores.put("key", KeyColumns.values(columns, keys.get(k)));
                }
                scores.putAll(new EvaluationReports(List.of(each.get(k))).values());
                files.add(scores);
            }
            values.put("each", files);
        }
        return values;
    }
}
