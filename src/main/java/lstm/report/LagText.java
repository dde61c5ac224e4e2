package lstm.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.LagFit;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** Whether one-step forecasts follow the series at a distance, as text, JSON and chart. */
final class LagText {
    private static final int DIGITS = 4;

    private LagText() {}

    /**
     * A line for each target that can be judged.
     *
     * @param forecasts of one series
     * @param targets their names
     */
    static String lines(BacktestResult forecasts, List<String> targets) {
        StringBuilder lines = new StringBuilder();
        for (int target = 0; target < targets.size(); target++) {
            lines.append(line(forecasts, target, targets.size() == 1 ? "" : targets.get(target) + ": "));
        }
        return lines.toString();
    }

    /** The line of one target; empty if it cannot be judged. */
    static LabelledLines line(BacktestResult forecasts, int target) {
        return line(forecasts, target, "");
    }

    private static LabelledLines line(BacktestResult forecasts, int target, String name) {
        LabelledLines lines = new LabelledLines();
        forecasts.lagFit(target).ifPresent(fit -> lines.addWrapped("lag", name + text(fit)));
        return lines;
    }

    /**
     * For example {@code fits the value 3 rows earlier better (RMSE 10.7) than its own row (19.0); right direction in
     * 52 % of 103 changes}.
     */
    static String text(LagFit fit) {
        int best = fit.best();
        String own = NumberText.rounded(fit.rmse()[0], DIGITS);
        String place = best == 0
                ? "fits its own row best (RMSE " + own + "; the row before: "
                        + NumberText.rounded(fit.rmse()[1], DIGITS) + ")"
                : "fits the value " + NumberText.rows(best) + " earlier better (RMSE "
                        + NumberText.rounded(fit.rmse()[best], DIGITS) + ") than its own row (" + own + ")";
        return fit.direction().isEmpty()
                ? place
                : place + "; right direction in "
                        + Math.round(100 * fit.direction().getAsDouble()) + " % of "
                        + NumberText.count(fit.changes()) + (fit.changes() == 1 ? " change" : " changes");
    }

    /** As values for {@link Json}; null if it cannot be judged. */
    static Map<String, Object> values(Optional<LagFit> fit) {
        if (fit.isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("best", fit.get().best());
        values.put("rmse", Arrays.stream(fit.get().rmse()).boxed().toList());
        values.put("changes", fit.get().changes());
        values.put(
                "direction",
                fit.get().direction().isPresent()
                        ? (Double) fit.get().direction().getAsDouble()
                        : null);
        return values;
    }

    /**
     * The picture, if it can be judged.
     *
     * @param series what the values are
     */
    static Optional<Section> picture(String series, BacktestResult forecasts, int target) {
        return forecasts.lagFit(target).map(fit -> new Section.Picture(chart(series, fit)));
    }

    private static Chart chart(String series, LagFit fit) {
        return Charts.errorsByLag(series, text(fit), fit.rmse(), fit.best());
    }
}
