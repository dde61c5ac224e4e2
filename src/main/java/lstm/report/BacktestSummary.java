package lstm.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.evaluate.OriginForecast;
import lstm.series.Series;
import lstm.text.LabelledLines;
import lstm.workflow.BacktestPlan;

/** The scores of a backtest. */
public final class BacktestSummary {
    private BacktestSummary() {}

    /** For people. */
    public static String text(Series series, BacktestTable table) {
        StringBuilder text = new StringBuilder();
        int steps = table.outcome().steps();
        List<OriginForecast> origins = table.outcome().origins();
        for (int target = 0; target < table.names().size(); target++) {
            LabelledLines head = new LabelledLines();
            head.add(
                    "backtest",
                    table.names().get(target) + ", " + origins.size()
                            + (origins.size() == 1 ? " origin, " : " origins, ") + steps
                            + (steps == 1 ? " step" : " steps") + " each; first origin "
                            + series.stampText(origins.get(0).row() - 1));
            text.append(head).append(table.scores().summary(target));
        }
        return text.toString();
    }

    /** For scripts. */
    public static Map<String, Object> values(Series series, BacktestPlan backtest, BacktestTable table) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", series.rows());
        values.put("origins", table.outcome().origins().size());
        values.put("horizon", table.outcome().steps());
        values.put("every", backtest.every());
        values.put("targets", table.scores().targets());
        return values;
    }
}
