package lstm.report;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.model.Combine;
import lstm.model.Model;
import lstm.model.Score;
import lstm.network.Architecture;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.prepare.Transform;
import lstm.series.Series;
import lstm.series.TableLayout;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;
import lstm.workflow.TrainResult;

/** What {@code train} prints before and after: the data, the network, its scores and the next command. */
public final class TrainingSummary {
    private TrainingSummary() {}

    public static String before(PreparedTraining run) {
        return (run.isOfSeveral() ? readSeveral(run) : read(run, run.series())) + planned(run);
    }

    /** The rows of a file. */
    static String read(PreparedTraining run, Series series) {
        LabelledLines text = new LabelledLines();
        text.add(
                "read",
                series.source() + ": " + NumberText.rows(series.rows()) + ", " + series.stampText(0) + " to "
                        + series.stampText(series.rows() - 1) + ", "
                        + CalendarText.of(run.draft().calendar()));
        return text.toString();
    }

    /** The rows of several files. */
    static String readSeveral(PreparedTraining run) {
        IntSummaryStatistics rows = run.files().stream().mapToInt(Series::rows).summaryStatistics();
        LabelledLines text = new LabelledLines();
        text.add(
                "read",
                Titles.files(run.files()) + " of " + range(rows) + ", "
                        + NumberText.count(rows.getSum()) + " in all, "
                        + CalendarText.of(run.draft().calendar()));
        return text.toString();
    }

    private static String range(IntSummaryStatistics rows) {
        return rows.getMin() == rows.getMax()
                ? NumberText.rows(rows.getMax()) + " each"
                : NumberText.count(rows.getMin()) + " to " + NumberText.rows(rows.getMax());
    }

    /** The network to train, and the rows to train it on. */
    static String planned(PreparedTraining run) {
        Architecture network = run.draft().architecture();
        LabelledLines text = new LabelledLines();
        text.add("target", columns(run));
        String statics = StaticsText.brief(
                run.draft().reading(), run.draft().preparation().statics());
        if (!statics.isEmpty()) {
            text.addWrapped("statics", statics);
        }
        PreparationPlan plan = run.draft().preparation().plan();
        if (plan.horizon() > 1
                || plan.transform() != Transform.NONE
                || !plan.residual().isEmpty()) {
            text.add(
                    "plan",
                    (plan.horizon() == 1 ? "one step ahead" : plan.horizon() + " steps ahead, " + plan.strategy())
                            + (plan.transform() == Transform.NONE ? "" : "; transform " + plan.transform())
                            + residual("; ", plan));
        }
        boolean simple = run.draft().combine() == Combine.SIMPLE;
        text.add(
                "network",
                simple
                        ? "none: the forecasts combine simple methods"
                        : layers(network) + ": "
                                + NumberText.count(network.layout().size()) + " parameters");
        text.addAll(EnsembleText.planned(run.draft().networks()));
        text.add(
                "training",
                simple
                        ? heldOut(run)
                        : NumberText.count(run.panel().learn().count()) + " windows of "
                                + run.draft().lookback() + " rows; " + heldOut(run));
        if (run.panel().heldRows() > 0) {
            text.addWrapped("", roles(run));
        }
        text.addWrapped("baseline", baselines(run));
        return text.toString();
    }

    /** The earlier rows that the outputs are added to, after a separator; empty if the outputs are values. */
    static String residual(String before, PreparationPlan plan) {
        List<String> rows = plan.residual().stream().map(NumberText::count).toList();
        if (rows.isEmpty()) {
            return "";
        }
        int last = rows.size() - 1;
        String few = last == 0 ? "" : String.join(", ", rows.subList(0, last)) + " and ";
        return before + "residuals from " + few + rows.get(last) + " rows earlier";
    }

    private static String heldOut(PreparedTraining run) {
        int held = run.panel().heldRows();
        if (held == 0) {
            return "no rows held out";
        } else if (run.isOfSeveral()) {
            return "the last rows of each " + Titles.one(run.series()) + ", " + NumberText.count(held)
                    + " in all, are held out";
        }
        Series series = run.series();
        return "the last " + NumberText.rows(held) + ", from " + series.stampText(series.rows() - held)
                + (held == 1 ? " on, is held out" : " on, are held out");
    }

    /** What the held-out rows are for. */
    static String roles(PreparedTraining run) {
        Combine combine = run.draft().combine();
        boolean both = combine == Combine.ALL;
        String what = both ? "the epoch and the weights" : combine == Combine.SIMPLE ? "the weights" : "the epoch";
        String them = combine.hasMethods() ? "them" : "it";
        if (!run.panel().isDivided()) {
            return "too few to divide, so the same rows choose " + what + " and score " + them;
        } else if (run.isOfSeveral()) {
            return "the first half of them chooses " + what + ", the second scores " + them;
        }
        Split split = run.set().split();
        return "the first " + NumberText.count(split.chosenTo() - split.trainRows()) + " of them choose " + what
                + ", the others score " + them;
    }

    private static String baselines(PreparedTraining run) {
        if (run.isOfSeveral()) {
            return "fitted to each " + Titles.one(run.series()) + " separately";
        }
        return BaselineText.text(run.draft().baselines().get(0));
    }

    /** The target with the reason for it, and the other columns by role. */
    static String columns(PreparedTraining run) {
        Series series = run.series();
        TableLayout layout = series.reading().layout();
        if (layout.isOfTargets()) {
            return String.join(", ", layout.targets()) + ", each a series of its own" + others(run);
        }
        return series.target() + " (" + ColumnText.reason(series) + ")" + others(run);
    }

    private static String others(PreparedTraining run) {
        PreparationPlan plan = run.draft().preparation().plan();
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
        String segments = network.segments()
                .map(each -> "segments of " + each.length() + " rows, ")
                .orElse("");
        int dense = network.layout().tensor("dense.b").columns();
        return segments + network.layers() + " x " + network.units() + " " + network.cell() + ", dense " + dense;
    }

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
        if (run.draft().combine() == Combine.SIMPLE) {
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
