package lstm.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.chart.Figure;
import lstm.evaluate.BacktestResults;
import lstm.workflow.BaseEvaluation;

/**
 * How well the base model has forecast the rows of one or several files: the same words and values as of a model.
 *
 * @param each at least one
 */
public record BaseScores(List<BaseEvaluation.Result> each) {
    /** Copies the list. */
    public BaseScores {
        each = List.copyOf(each);
    }

    /** The forecasts and scores over all files. */
    public BacktestScores scores() {
        return scores(each);
    }

    private static BacktestScores scores(List<BaseEvaluation.Result> some) {
        BaseEvaluation.Result first = some.get(0);
        return new BacktestScores(
                new BacktestResults(
                        some.stream().map(BaseEvaluation.Result::forecasts).toList()),
                List.of(first.rows().target()),
                first.levels());
    }

    private static BacktestTable table(BaseEvaluation.Result one) {
        return new BacktestTable(one.forecasts(), List.of(one.rows().target()), one.rows()::stampText, one.levels());
    }

    /** A row for each forecast; with several files the first column names the file. */
    public Table rows() {
        List<Table> tables = each.stream().map(one -> table(one).rows()).toList();
        return each.size() == 1
                ? tables.get(0)
                : Table.joined(
                        "file", each.stream().map(one -> one.rows().source()).toList(), tables);
    }

    /** The scores as text. */
    public String summary() {
        String lag = each.size() == 1 ? LagText.line(each.get(0).forecasts(), 0).toString() : "";
        return scores().summary(0) + lag;
    }

    /** The same as values for {@link Json}, and those of each file if there are several. */
    public Map<String, Object> values() {
        return values(each);
    }

    private static Map<String, Object> values(List<BaseEvaluation.Result> some) {
        Map<String, Object> values = scores(some).values();
        values.put("apart", Map.of());
        values.put(
                "lag",
                LagText.values(
                        some.size() > 1
                                ? Optional.empty()
                                : some.get(0).forecasts().lagFit(0)));
        if (some.size() > 1) {
            List<Object> files = new ArrayList<>();
            for (BaseEvaluation.Result one : some) {
                Map<String, Object> own = new LinkedHashMap<>();
                own.put("file", one.rows().source());
                own.putAll(values(List.of(one)));
                files.add(own);
            }
            values.put("each", files);
        }
        return values;
    }

    /** The error by step of the first file. */
    public Figure figure() {
        return table(each.get(0)).chart(Titles.withUnit(each.get(0).rows()));
    }
}
