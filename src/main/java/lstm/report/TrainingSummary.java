package lstm.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.model.Model;
import lstm.model.Score;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;
import lstm.workflow.TrainResult;

/** What {@code train} prints when it is done: what was trained, how good it is, and the next command. */
public final class TrainingSummary {
    private TrainingSummary() {}

    /**
     * What was trained, and how good it is.
     *
     * @param result of the training
     * @param seconds that it took
     * @param then the command to type next; empty if the model went where no command can read it
     */
    public static String after(TrainResult result, Path target, double seconds, Optional<String> then) {
        PreparedTraining run = result.job();
        Model model = result.model();
        LabelledLines trained = new LabelledLines();
        int epochs = model.epochs();
        if (!run.draft().combine().trains()) {
            trained.add("fitted", "the simple methods in " + NumberText.seconds(seconds));
        } else {
            trained.add(
                    "trained",
                    epochs + (epochs == 1 ? " epoch in " : " epochs in ") + NumberText.seconds(seconds)
                            + "; kept the weights of "
                            + (run.panel().validation().count() == 0 ? "the last epoch" : EnsembleText.kept(model)));
        }
        LabelledLines next = new LabelledLines();
        next.add("model", target.toString());
        then.ifPresent(command -> next.add("next", command));
        String lags = result.heldOut()
                .map(held -> LagText.lines(held, model.targets()))
                .orElse("");
        return trained + CombinationText.lines(model) + scores(model, result.scores()) + lags + next;
    }

    /** The scores of a model, and what they do not tell. */
    static String scores(Model model) {
        return scores(model, model.scores());
    }

    private static String scores(Model model, List<Score> each) {
        int horizon = model.preparation().plan().horizon();
        int scored = model.score().map(score -> score.over().steps()).orElse(horizon);
        LabelledLines lines = new LabelledLines();
        if (scored < horizon) {
            lines.addWrapped(
                    "unknown",
                    "how good steps " + NumberText.count(scored + 1) + " to " + NumberText.count(horizon)
                            + " are: these scores are only over " + Scores.ahead(scored));
        }
        return scores(model.targets(), each)
                + model.reading()
                        .weight()
                        .map(Scores::weighed)
                        .map(LabelledLines::toString)
                        .orElse("")
                + lines;
    }

    /** The score of each target, under its name if there are several. */
    static String scores(List<String> targets, List<Score> scores) {
        StringBuilder text = new StringBuilder();
        for (int target = 0; target < scores.size(); target++) {
            if (scores.size() > 1) {
                LabelledLines name = new LabelledLines();
                name.add("target", targets.get(target));
                text.append(name);
            }
            text.append(Scores.text(scores.get(target)));
        }
        return text.toString();
    }

    /** The scores of each target as values for {@link Json}. */
    static List<Object> targets(Model model) {
        return targets(model, model.scores());
    }

    private static List<Object> targets(Model model, List<Score> scores) {
        List<Object> each = new ArrayList<>();
        for (int target = 0; target < scores.size(); target++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("series", model.targets().get(target));
            values.put("scores", Scores.values(scores.get(target)));
            each.add(values);
        }
        return each;
    }

    /** The same as one JSON object on a line. */
    public static byte[] json(Path target, TrainResult result) {
        Map<String, Object> values = values(target, result.model(), result.scores());
        values.put("lag", LagText.values(result.heldOut().flatMap(held -> held.lagFit(0))));
        return (Json.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The same as values for {@link Json}. */
    public static Map<String, Object> values(Path target, Model model) {
        return values(target, model, model.scores());
    }

    static Map<String, Object> values(Path target, Model model, List<Score> scores) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", target.toString());
        values.put("target", model.targets().get(0));
        if (model.reading().layout().isOfTargets()) {
            values.put("each_target", model.reading().layout().targets());
        }
        values.put(Titles.several(model.reading()), model.data().series());
        model.reading().weight().ifPresent(column -> values.put("weight", column));
        values.put("rows", model.data().rows());
        values.put("train_rows", model.data().trainRows());
        values.put("horizon", model.preparation().plan().horizon());
        values.put("parameters", model.architecture().layout().size());
        values.put("epochs", model.epochs());
        values.put("best_epoch", model.training().bestEpoch());
        values.put("status", model.training().status().toString());
        if (model.networks().size() > 1) {
            values.put("ensemble", EnsembleText.values(model));
        }
        if (model.combination().isPresent()) {
            values.put("combination", CombinationText.values(model));
        }
        values.put("scores", scores.stream().findFirst().map(Scores::values).orElse(null));
        values.put("targets", targets(model, scores));
        return values;
    }
}
