package lstm.workflow;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lstm.model.Model;
import lstm.report.Scores;

/**
 * How one file of a batch ended.
 *
 * @param code the exit code of the command that failed, or 0
 * @param error what that said
 * @param seconds that it took
 * @param model the finished model, if there is one
 */
public record BatchResult(
        BatchJob item, State state, int code, Optional<String> error, double seconds, Optional<Model> model) {
    /** What became of a file. */
    public enum State {
        /** It was trained and forecast. */
        DONE,
        /** Nothing was to be done. */
        UNCHANGED,
        /** A command failed. */
        FAILED,
        /** A signal broke it off; the next run goes on with it. */
        STOPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its values by name, the same names for every file. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", item.file());
        values.put("status", state.toString());
        values.put("code", code);
        values.put("error", error.orElse(null));
        values.put("seconds", Math.round(seconds * 1e3) / 1e3);
        values.put("epochs", model.map(made -> made.training().history().size()).orElse(null));
        Optional<Map<String, Object>> scores = model.flatMap(Model::score).map(Scores::values);
        values.put("skill", scores.map(all -> all.get("skill")).orElse(null));
        values.put("rmse", scores.map(all -> part(all, "model")).orElse(null));
        values.put("naive_rmse", scores.map(all -> part(all, "naive")).orElse(null));
        values.put("model", model.map(made -> item.model().toString()).orElse(null));
        values.put("forecast", code == 0 ? item.forecast().toString() : null);
        return values;
    }

    private static Object part(Map<String, Object> scores, String of) {
        return ((Map<?, ?>) scores.get(of)).get("rmse");
    }
}
