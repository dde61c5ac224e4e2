package lstm.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lstm.model.Model;
import lstm.workflow.BatchResult;

/** The result of a job of a batch as values for {@link Json}. */
public final class BatchJson {
    private static final double MILLISECONDS = 1e3;

    private BatchJson() {}

    /**
     * The values, with the same names for every file.
     *
     * @param code the exit code
     * @param error the error message, if it failed
     */
    public static Map<String, Object> values(BatchResult result, int code, Optional<String> error) {
        Optional<Model> model = result.model();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", result.job().file());
        values.put("status", result.state().toString());
        values.put("code", code);
        values.put("error", error.orElse(null));
        values.put("seconds", Math.round(result.seconds() * MILLISECONDS) / MILLISECONDS);
        values.put("epochs", model.map(made -> made.training().history().size()).orElse(null));
        Optional<Map<String, Object>> scores = model.flatMap(Model::score).map(Scores::values);
        values.put("skill", scores.map(all -> all.get("skill")).orElse(null));
        values.put("rmse", scores.map(all -> part(all, "model")).orElse(null));
        values.put("naive_rmse", scores.map(all -> part(all, "naive")).orElse(null));
        values.put("model", model.map(made -> result.job().model().toString()).orElse(null));
        values.put("forecast", code == 0 ? result.job().forecast().toString() : null);
        return values;
    }

    private static Object part(Map<String, Object> scores, String of) {
        return ((Map<?, ?>) scores.get(of)).get("rmse");
    }
}
