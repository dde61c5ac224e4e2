package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TimeAxis;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Evaluation;
import lstm.forecast.IntervalLevels;
import lstm.model.Model;
import lstm.report.Section.Fact;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;

/** The report of a training. */
public final class TrainingPage {
    private TrainingPage() {}

    /**
     * The page of a finished training.
     *
     * @param commandLine the command that produced it
     * @param held forecasts of the held-out rows of each series that is scored; empty where there are none to show
     * @param losses the chart of its losses
     */
    public static Page of(
            String commandLine, PreparedTraining run, Model model, List<Optional<BacktestResult>> held, Chart losses) {
        Series series = run.series();
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < model.scores().size(); target++) {
            String of =
                    model.scores().size() == 1 ? "" : " of " + model.targets().get(target);
            sections.add(
                    new Section.Rows("Scores" + of, Scores.table(model.scores().get(target))));
        }
        if (run.isOfSeveral()) {
            String target = Titles.unit(series.target(), series.reading());
            sections.addAll(ScoredSeries.pictures(series.target() + target, scored(run.scored(), model, held)));
        } else {
            held.get(0).ifPresent(result -> sections.addAll(heldOut(series, model, result)));
        }
        sections.add(new Section.Picture(losses));
        sections.add(new Section.Facts("Data", data(run)));
        sections.add(new Section.Facts("Network and training", ModelFacts.of(model)));
        sections.add(new Section.Folded("Every epoch", EnsembleText.history(model)));
        sections.add(new Section.Typed("Command", commandLine));
        String lead = model.score()
                .map(score -> Scores.verdict(score))
                .orElse("No rows were held out, so there is no score.");
        return new Page("Training on " + Titles.of(series.target(), run.files()), lead, sections);
    }

    private static List<ScoredSeries> scored(List<Series> files, Model model, List<Optional<BacktestResult>> held) {
        List<ScoredSeries> scored = new ArrayList<>();
        for (int k = 0; k < files.size(); k++) {
            Series rows = files.get(k);
            held.get(k)
                    .map(result ->
                            new BacktestTable(result, model.targets(), rows::stampText, new IntervalLevels(List.of())))
                    .flatMap(table -> ScoredSeries.of(SeriesTable.name(rows), rows, table))
                    .ifPresent(scored::add);
        }
        return scored;
    }

    /** The first step of each forecast beside what came, and for several steps the error of each. */
    private static List<Section> heldOut(Series series, Model model, BacktestResult result) {
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < result.targets(); target++) {
            String name = model.targets().get(target);
            if (result.steps() > 1) {
                sections.add(new Section.Rows(name + ", by step", BacktestPage.steps(result, target)));
            }
            Evaluation first = result.evaluation(target, 0, model.baselines().get(target));
            sections.add(new Section.Picture(comparison(series, name, first)));
            LagText.picture(Titles.withUnit(name, series) + ", held-out rows", result, target)
                    .ifPresent(sections::add);
        }
        return sections;
    }

    private static Chart comparison(Series series, String target, Evaluation evaluation) {
        long[] stamps = Arrays.stream(evaluation.rows())
                .mapToLong(row -> series.stamps().at(row))
                .toArray();
        return Charts.comparison(
                Titles.withUnit(target, series) + ", held-out rows",
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
                    new Fact(
                            Titles.several(series), NumberText.count(run.files().size())),
                    new Fact("rows", NumberText.count(run.draft().data().rows())),
                    new Fact("steps", CalendarText.of(run.draft().calendar())),
                    new Fact("columns", TrainingPlanText.columns(run)),
                    new Fact(
                            "held out",
                            NumberText.count(run.panel().heldRows()) + " rows, the last ones of each "
                                    + Titles.one(series) + ": " + TrainingPlanText.roles(run)));
        }
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("file", series.source()),
                new Fact("rows", NumberText.count(series.rows())),
                new Fact(
                        "from, to",
                        series.stampText(0) + ", " + series.stampText(series.rows() - 1) + "; "
                                + CalendarText.of(run.draft().calendar())),
                new Fact("columns", TrainingPlanText.columns(run))));
        facts.add(new Fact(
                "held out",
                held == 0
                        ? "nothing"
                        : "the last " + NumberText.rows(held) + ", from " + series.stampText(series.rows() - held)
                                + " on: " + TrainingPlanText.roles(run)));
        NoteText.of(series).forEach(note -> facts.add(new Fact("note", note)));
        return facts;
    }
}
