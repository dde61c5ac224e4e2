package lstm.report;

import static java.util.stream.Collectors.joining;

import java.util.IntSummaryStatistics;
import java.util.List;
import lstm.model.Combine;
import lstm.network.Architecture;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.prepare.Transform;
import lstm.series.Series;
import lstm.series.TableLayout;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;

/** What {@code train} prints before it begins: the rows, the network, what is held out, and the simple methods. */
public final class TrainingPlanText {
    private TrainingPlanText() {}

    /** The rows, the network to train on them, and the rivals. */
    public static String text(PreparedTraining run) {
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
        Combine combine = run.draft().combine();
        text.add(
                "network",
                !combine.trains()
                        ? CombinationText.without(combine)
                        : layers(network) + ": "
                                + NumberText.count(network.layout().size()) + " parameters");
        text.addAll(EnsembleText.planned(run.draft().networks()));
        text.add(
                "training",
                !combine.trains()
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
        boolean both = combine.trains() && combine.hasMethods();
        String what = both ? "the epoch and the weights" : combine.hasMethods() ? "the weights" : "the epoch";
        String them = combine.hasMethods() ? "them" : "it";
        if (!run.panel().isDivided()) {
            return "too few to divide, so the same rows choose " + what + " and score " + them + sample(run);
        } else if (run.isOfSeveral()) {
            return "the first half of them chooses " + what + ", the second scores " + them + sample(run);
        }
        Split split = run.set().split();
        return "the first " + NumberText.count(split.chosenTo() - split.trainRows()) + " of them choose " + what
                + ", the others score " + them;
    }

    /** How many series are scored, if these are not all. */
    private static String sample(PreparedTraining run) {
        return isSampled(run)
                ? "; only " + NumberText.count(run.panel().sampled().size()) + " evenly spaced series are used for this"
                : "";
    }

    private static boolean isSampled(PreparedTraining run) {
        return run.panel().heldRows() > 0
                && run.panel().sampled().size() < run.files().size();
    }

    private static String baselines(PreparedTraining run) {
        if (run.isOfSeveral()) {
            String one = isSampled(run) ? "of these series" : Titles.one(run.series());
            return "fitted to each " + one + " separately";
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
}
