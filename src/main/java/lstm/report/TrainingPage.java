package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TimeAxis;
import lstm.evaluate.Evaluation;
import lstm.model.Model;
import lstm.report.Section.Fact;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;

/** The report of a training. */
public final class TrainingPage {
    private TrainingPage() {}

    /**
     * The page of a finished training.
     *
     * @param commandLine the command that produced it
     * @param held one-step forecasts of the held-out rows, for each target; empty if there are none to show
     * @param losses the chart of its losses
     */
    public static Page of(String commandLine, PreparedTraining run, Model model, List<Evaluation> held, Chart losses) {
        Series series = run.series();
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < model.scores().size(); target++) {
            String of =
                    model.scores().size() == 1 ? "" : " of " + model.targets().get(target);
            sections.add(
                    new Section.Rows("Scores" + of, Scores.table(model.scores().get(target))));
        }
        for (int target = 0; target < held.size(); target++) {
            sections.add(new Section.Picture(comparison(series, model.targets().get(target), held.get(target))));
        }
        sections.add(new Section.Picture(losses));
        sections.add(new Section.Facts("Data", data(run)));
        sections.add(new Section.Facts("Network and training", ModelFacts.of(model)));
        sections.add(new Section.Folded("Every epoch", ModelSummary.history(model)));
        sections.add(new Section.Typed("Command", commandLine));
        String lead = model.score()
                .map(score -> Scores.verdict(score))
                .orElse("No rows were held out, so there is no score.");
        return new Page("Training on " + Titles.of(series.target(), Titles.files(run.files())), lead, sections);
    }

    private static Chart comparison(Series series, String target, Evaluation evaluation) {
        long[] stamps = Arrays.stream(evaluation.rows())
                .mapToLong(row -> series.stamps()[row])
                .toArray();
        return Charts.comparison(
                Titles.of(target, series.source()) + ", held-out rows",
                new TimeAxis(series.kind(), stamps),
                evaluation.actual(),
                evaluation.predicted(),
                Optional.of(evaluation.score()));
    }

    private static List<Fact> data(PreparedTraining run) {
        Series series = run.series();
        int held = run.set().split().heldRows();
        if (run.isOfSeveral()) {
            return List.of(
                    new Fact("files", NumberText.count(run.files().size())),
                    new Fact("rows", NumberText.count(run.draft().data().rows())),
                    new Fact("steps", CalendarText.of(run.draft().calendar())),
                    new Fact("columns", TrainingSummary.columns(run)),
                    new Fact(
                            "held out",
                            NumberText.count(run.panel().heldRows()) + " rows, the last ones of each file"));
        }
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("file", series.source()),
                new Fact("rows", NumberText.count(series.rows())),
                new Fact(
                        "from, to",
                        series.stampText(0) + ", " + series.stampText(series.rows() - 1) + "; "
                                + CalendarText.of(run.draft().calendar())),
                new Fact("columns", TrainingSummary.columns(run))));
        facts.add(new Fact(
                "held out",
                held == 0
                        ? "nothing"
                        : "the last " + NumberText.rows(held) + ", from " + series.stampText(series.rows() - held)
                                + " on"));
        NoteText.of(series).forEach(note -> facts.add(new Fact("note", note)));
        return facts;
    }
}
