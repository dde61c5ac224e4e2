package lstm.cli;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.model.Model;
import lstm.network.Architecture;
import lstm.prepare.Plan;
import lstm.prepare.Transform;
import lstm.report.Figures;
import lstm.report.Json;
import lstm.report.Lines;
import lstm.report.Scores;
import lstm.series.Series;

/** What {@code train} says before and after: what was read, what was trained, how good it is, and what to type next. */
final class Summary {
    private Summary() {}

    static String before(TrainingRun run) {
        Series series = run.series();
        Architecture network = run.draft().architecture();
        Lines text = new Lines();
        text.add(
                "read",
                series.source() + ": " + Figures.count(series.rows()) + " rows, " + series.stampText(0) + " to "
                        + series.stampText(series.rows() - 1) + ", "
                        + run.draft().calendar().describe());
        text.add("target", columns(run));
        Plan plan = run.draft().preparation().plan();
        if (plan.horizon() > 1 || plan.transform() != Transform.NONE) {
            text.add(
                    "plan",
                    (plan.horizon() == 1 ? "one step ahead" : plan.horizon() + " steps ahead, " + plan.strategy())
                            + (plan.transform() == Transform.NONE ? "" : "; transform " + plan.transform()));
        }
        text.add(
                "network",
                layers(network) + ": " + Figures.count(network.layout().size()) + " parameters");
        int held = run.set().split().heldRows();
        text.add(
                "training",
                Figures.count(run.set().learn().count()) + " windows of "
                        + run.draft().lookback() + " rows; "
                        + (held == 0
                                ? "nothing held out"
                                : "the last " + Figures.count(held) + " rows, from "
                                        + series.stampText(series.rows() - held) + " on, are held out"));
        text.add(
                "beside",
                Besides.text(run.draft().baselines().get(0), run.draft().lookback()));
        return text.toString();
    }

    /** The target, why it is that, and the other columns with their parts. */
    static String columns(TrainingRun run) {
        Series series = run.series();
        return series.target() + " (" + series.targetReason().text(series.target()) + ")" + others(run);
    }

    private static String others(TrainingRun run) {
        Plan plan = run.draft().preparation().plan();
        List<String> columns = run.series().columns();
        int past = columns.size() - plan.ahead();
        return list("; and ", columns.subList(1, plan.targets()))
                + list("; features ", columns.subList(plan.targets(), past))
                + list("; known ahead ", columns.subList(past, columns.size()))
                + list("; calendar ", plan.calendar());
    }

    private static String list(String before, List<?> names) {
        return names.isEmpty() ? "" : names.stream().map(Object::toString).collect(joining(", ", before, ""));
    }

    private static String layers(Architecture network) {
        return network.layers() + " x " + network.units() + " " + network.cell() + ", dense " + network.outputs();
    }

    static String after(TrainingRun run, Model model, double seconds) {
        Lines trained = new Lines();
        int epochs = model.training().history().size();
        trained.add(
                "trained",
                epochs + (epochs == 1 ? " epoch in " : " epochs in ") + Figures.seconds(seconds)
                        + "; kept the weights of "
                        + (run.set().held().count() == 0
                                ? "the last"
                                : "epoch " + model.training().bestEpoch()));
        Lines next = new Lines();
        next.add("model", run.target().toString());
        next.add("next", "lstm predict " + Shell.quote(run.target().toString()) + " --horizon 10");
        return trained + scores(model) + next;
    }

    /** The score of each target; where there are several, under its name. */
    static String scores(Model model) {
        StringBuilder text = new StringBuilder();
        for (int target = 0; target < model.scores().size(); target++) {
            if (model.scores().size() > 1) {
                Lines name = new Lines();
                name.add("target", model.targets().get(target));
                text.append(name);
            }
            text.append(Scores.text(model.scores().get(target)));
        }
        return text.toString();
    }

    /** The scores of each target, for scripts. */
    static List<Object> targets(Model model) {
        List<Object> each = new ArrayList<>();
        for (int target = 0; target < model.scores().size(); target++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("series", model.targets().get(target));
            values.put("scores", Scores.values(model.scores().get(target)));
            each.add(values);
        }
        return each;
    }

    /** The same as one JSON object on a line. */
    static byte[] json(TrainingRun run, Model model) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", run.target().toString());
        values.put("target", run.series().target());
        values.put("rows", run.series().rows());
        values.put("parameters", model.weights().length);
        values.put("epochs", model.training().history().size());
        values.put("best_epoch", model.training().bestEpoch());
        values.put("status", model.training().status().toString());
        values.put("scores", model.score().map(Scores::values).orElse(null));
        values.put("targets", targets(model));
        return (Json.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
