package lstm.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.evaluate.ForecastMethod;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Score;
import lstm.workflow.BatchForecast;
import lstm.workflow.BatchForecast.Maker;
import lstm.workflow.BatchJob;
import lstm.workflow.BatchResult;
import lstm.workflow.BatchResult.Rows;

/** The result of a job of a batch as values for {@link Json}. */
public final class BatchJson {
    private static final double MILLISECONDS = 1e3;

    /** Of the lines; it grows when a field changes its meaning or goes, not when one is added. */
    private static final int SCHEMA = 1;

    private static final int VERSION_DIGITS = 16;

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
        values.put("training", result.learning().map(Object::toString).orElse(null));
        values.put("epochs", model.map(Model::epochs).orElse(null));
        Optional<Score> score = result.score();
        Optional<Map<String, Object>> scores = score.map(Scores::values);
        values.put("skill", scores.map(all -> all.get("skill")).orElse(null));
        values.put("rmse", scores.map(all -> part(all, "model")).orElse(null));
        values.put("naive_rmse", scores.map(all -> part(all, "naive")).orElse(null));
        values.put(
                "best",
                score.map(one -> one.better().orElse(Method.MODEL).key()).orElse(null));
        values.put(
                "model",
                model.flatMap(made -> result.job().model()).map(Path::toString).orElse(null));
        values.put("forecast", outcome.code() == 0 ? result.job().forecast().toString() : null);
        Optional<Maker> maker = result.forecast().flatMap(BatchForecast::maker);
        values.put("forecast_of", maker.map(Maker::after).orElse(null));
        values.put(
                "forecast_from", result.forecast().flatMap(BatchForecast::first).orElse(null));
        values.put("made_at", result.forecast().map(made -> time(made.made())).orElse(null));
        values.put("model_version", maker.map(BatchJson::version).orElse(null));
        values.put("stale", result.isStale());
        values.put(
                "method",
                outcome.code() == 0
                        ? model.flatMap(made -> method(result.job(), made)).orElse(null)
                        : null);
        return values;
    }

    /** The method of each target, if one was asked for. */
    private static Optional<Object> method(BatchJob job, Model model) {
        if (job.predict().method().isEmpty()) {
            return Optional.empty();
        }
        List<String> methods = new ArrayList<>();
        for (int target = 0; target < model.targets().size(); target++) {
            try {
                methods.add(ForecastMethod.of(job.predict().method().get().of(model, target, job.file()), model)
                        .toString());
            } catch (LstmException e) {
                throw new IllegalStateException("a forecast by a method that the model does not have", e);
            }
        }
        return Optional.of(methods.size() == 1 ? methods.get(0) : methods);
    }

    /** The version of the model, short enough for a column. */
    static String version(Maker maker) {
        return maker.version().substring(0, VERSION_DIGITS);
    }

    /** A time in UTC, to the second. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Object part(Map<String, Object> scores, String of) {
        return ((Map<?, ?>) scores.get(of)).get("rmse");
    }
}
