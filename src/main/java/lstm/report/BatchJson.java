package lstm.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Score;
import lstm.workflow.BatchResult;
import lstm.workflow.BatchResult.Rows;
import lstm.workflow.BatchResult.Span;
import lstm.workflow.BatchResult.Standing;

/** The result of a job of a batch as values for {@link Json}. */
public final class BatchJson {
    private static final double MILLISECONDS = 1e3;

    /** Of the lines; it grows when a field changes its meaning or goes, not when one is added. */
    private static final int SCHEMA = 1;

    private BatchJson() {}

    /**
     * The values, with the same names for every file. {@code forecast_of} is the last row before the forecast that is
     * in place now, and {@code stale} says whether an earlier run made it because this one failed.
     *
     * @param run identifies the batch
     */
    public static Map<String, Object> values(BatchOutcome outcome, String run) {
        BatchResult result = outcome.result();
        Optional<Model> model = result.model();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("schema", SCHEMA);
        values.put("run", run);
        values.put("file", result.job().file());
        values.put("status", result.state().toString());
        values.put("code", outcome.code());
        values.put("error", outcome.error().orElse(null));
        values.put("seconds", Math.round(result.seconds() * MILLISECONDS) / MILLISECONDS);
        values.put("rows", result.rows().map(Rows::count).orElse(null));
        values.put("last_row", result.rows().map(Rows::last).orElse(null));
        values.put("epochs", model.map(made -> made.training().history().size()).orElse(null));
        Optional<Score> score = model.flatMap(Model::score);
        Optional<Map<String, Object>> scores = score.map(Scores::values);
        values.put("skill", scores.map(all -> all.get("skill")).orElse(null));
        values.put("rmse", scores.map(all -> part(all, "model")).orElse(null));
        values.put("naive_rmse", scores.map(all -> part(all, "naive")).orElse(null));
        values.put(
                "best",
                score.map(one -> one.better().orElse(Method.MODEL).key()).orElse(null));
        values.put("model", model.map(made -> result.job().model().toString()).orElse(null));
        values.put("forecast", outcome.code() == 0 ? result.job().forecast().toString() : null);
        Optional<Span> span = result.standing().flatMap(Standing::span);
        values.put("forecast_of", span.map(Span::after).orElse(null));
        values.put("forecast_from", span.map(Span::first).orElse(null));
        values.put("stale", result.isStale());
        return values;
    }

    private static Object part(Map<String, Object> scores, String of) {
        return ((Map<?, ?>) scores.get(of)).get("rmse");
    }
}
