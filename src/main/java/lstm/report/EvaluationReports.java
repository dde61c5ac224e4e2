package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.chart.Figure;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BacktestResults;
import lstm.model.RowRole;
import lstm.model.Score;
import lstm.series.SeriesKey;
import lstm.series.TableLayout;
import lstm.text.LabelledLines;
import lstm.workflow.KeyedEvaluation;

/**
 * Forecasts of the rows of several files, or of the series of a table, by one network.
 *
 * @param each at least one, or none of a table of which none could be scored
 * @param columns names of the key columns of a table; empty for files
 * @param keys of the series of a table
 * @param sums over the series of a table, which count in no mean over the series
 */
public record EvaluationReports(
        List<EvaluationReport> each, List<String> columns, List<SeriesKey> keys, Optional<EvaluationReports> sums) {
    /** Reports on files. */
    public EvaluationReports(List<EvaluationReport> each) {
        this(each, List.of(), List.of(), Optional.empty());
    }

    /**
     * Reports on those series of a table that could be scored, which may be none.
     *
     * @param columns names of the key columns
     */
    public static EvaluationReports of(List<String> columns, List<? extends KeyedEvaluation<?>> all) {
        List<? extends KeyedEvaluation<?>> scored =
                all.stream().filter(one -> one.result().isPresent()).toList();
        return new EvaluationReports(
                scored.stream()
                        .map(one -> EvaluationReport.of(one.result().orElseThrow()))
                        .toList(),
                columns,
                scored.stream().map(KeyedEvaluation::key).toList(),
                Optional.empty());
    }

    /** The same with sums over the series, if there are any. */
    public EvaluationReports with(EvaluationReports sums) {
        return sums.each().isEmpty() ? this : new EvaluationReports(each, columns, keys, Optional.of(sums));
    }

    public boolean isOfSeveral() {
        return each.size() > 1;
    }

    /**
     * The scores over all files of rows that are unseen; where there are none, of those that chose the epoch, or else
     * of those that taught.
     */
    public BacktestScores scores() {
        return scores(role()).orElseThrow();
    }

    /** The roles that rows with forecasts had, the one to score by first. */
    private List<RowRole> roles() {
        return Arrays.stream(RowRole.values())
                .filter(role -> each.stream().anyMatch(one -> one.of(role).isPresent()))
                .toList();
    }

    /** The role of the rows to score by. */
    RowRole role() {
        return roles().get(0);
    }

    /** The forecasts of the only file that are scored; empty if there are several files. */
    Optional<BacktestResult> forecasts() {
        return isOfSeveral() ? Optional.empty() : each.get(0).of(role()).map(BacktestTable::outcome);
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
        if (!columns.isEmpty()) {
            return keyed();
        }
        List<Table> tables = each.stream().map(one -> one.table().rows()).toList();
        return isOfSeveral()
                ? Table.joined(
                        "file", each.stream().map(one -> one.rows().source()).toList(), tables)
                : tables.get(0);
    }

    private Table keyed() {
        List<Table> tables = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (EvaluationReports part :
                Stream.concat(Stream.of(this), sums.stream()).toList()) {
            part.each.forEach(one -> tables.add(one.table().rows()));
            part.keys.forEach(key -> cells.add(KeyColumns.cells(key)));
        }
        Table keyed = Table.joined(KeyColumns.names(columns, tables.get(0).columns()), cells, tables);
        TableLayout layout = each.get(0).rows().reading().layout();
        return layout.isOfTargets() ? KeyColumns.asTargets(keyed, layout) : keyed;
    }

    /** The series of a table whose first target can be ranked by its error. */
    List<ScoredSeries> ranked() {
        List<ScoredSeries> ranked = new ArrayList<>();
        for (int k = 0; k < each.size(); k++) {
            EvaluationReport one = each.get(k);
            String name = keys.get(k).text(columns);
            one.of(role())
                    .flatMap(table -> ScoredSeries.of(name, one.rows(), table))
                    .ifPresent(ranked::add);
        }
        return ranked;
    }

    /** The forecasts of the first file, or of nine series of a table. */
    public Figure figure() {
        return columns.isEmpty()
                ? each.get(0).chart()
                : ScoredSeries.gallery(Titles.withUnit(each.get(0).rows()), ranked());
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
                text.append(RankedSeries.better(this, target));
            }
            weight().ifPresent(column -> text.append(Scores.weighed(column)));
            if (!columns.isEmpty()) {
                text.append(RankedSeries.text(this, target));
                text.append(RankedSums.text(this, target));
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

    /** The column that weighs the series, if one does. */
    Optional<String> weight() {
        return each.get(0).rows().reading().weight();
    }

    /** The score of the first target of one of the series on rows of the first role. */
    Optional<Score> score(int number, int target) {
        return each.get(number).of(role()).flatMap(table -> table.outcome().score(target, -1));
    }

    /** The scores over all files, and those of each file if there are several, as values for {@link Json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = scores().values();
        Map<String, Object> apart = new LinkedHashMap<>();
        for (RowRole role : roles().subList(1, roles().size())) {
            apart.put(Scores.key(role), scores(role).orElseThrow().targets());
        }
        values.put("apart", apart);
        if (!columns.isEmpty()) {
            values.putAll(RankedSeries.values(this));
            sums.ifPresent(added -> values.put("sums", added.eachValues()));
        }
        values.put("lag", LagText.values(forecasts().flatMap(only -> only.lagFit(0))));
        if (isOfSeveral()) {
            values.put("each", eachValues());
        }
        return values;
    }

    private List<Object> eachValues() {
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
        return files;
    }
}
