package lstm.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lstm.evaluate.Covered;
import lstm.model.Model;
import lstm.model.Score;
import lstm.report.Section.Fact;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.text.NumberText;

/**
 * The report of an evaluation of a model as a page.
 *
 * @param modelFile that the model was read from
 * @param commandLine the command that made it
 */
public record EvaluationPage(Path modelFile, Model model, String commandLine) {
    /** Of the first file, or of all series of a table. */
    public Page of(EvaluationReports scored) {
        return scored.columns().isEmpty() ? file(scored.each().get(0)) : table(scored);
    }

    private Page file(EvaluationReport report) {
        Series rows = report.rows();
        BacktestTable table = report.table();
        EvaluationReports scored = new EvaluationReports(List.of(report));
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < table.names().size(); target++) {
            String of = table.names().size() == 1 ? "" : " of " + table.names().get(target);
            Score score = scored.scores().all().get(target);
            sections.add(new Section.Rows("Scores" + of, Scores.table(score)));
        }
        sections.add(new Section.Picture(report.chart()));
        LagText.picture(Titles.withUnit(rows), scored.forecasts().get(), 0).ifPresent(sections::add);
        sections.add(new Section.Facts("Data", data(rows, table)));
        sections.add(new Section.Facts("Model", modelFacts()));
        if (!model.training().history().isEmpty()) {
            sections.add(new Section.Picture(EnsembleText.losses("Training of " + modelFile.getFileName(), model)));
            sections.add(new Section.Folded("Every epoch", EnsembleText.history(model)));
        }
        sections.add(new Section.Typed("Command", commandLine));
        return new Page("Forecasts for " + Titles.of(rows.target(), rows.source()), scored.verdict(), sections);
    }

    private Page table(EvaluationReports scored) {
        EvaluationReport first = scored.each().get(0);
        String source = SeriesTable.source(first.rows());
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < model.targets().size(); target++) {
            String of =
                    model.targets().size() == 1 ? "" : " of " + model.targets().get(target);
            Score score = scored.scores().all().get(target);
            sections.add(new Section.Rows("Scores" + of, Scores.table(score)));
        }
        sections.addAll(ScoredSeries.pictures(model.targets().get(0), scored.ranked()));
        List<Covered> covered = scored.scores().outcomes().covered(0);
        if (!covered.isEmpty()) {
            Table levels = CoverageText.tableOfSeveral(covered, scored.scores().levels());
            sections.add(new Section.Rows("Intervals", levels));
        }
        RankedSums.table(scored).ifPresent(sums -> sections.add(new Section.Rows("Sums", sums)));
        sections.add(new Section.Rows("The worst", RankedSeries.table(scored)));
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("table", source),
                new Fact("series", NumberText.count(scored.each().size())),
                new Fact("keys", String.join(", ", scored.columns())),
                new Fact("forecast", scored.scores().ahead()),
                new Fact("target", String.join(", ", model.targets()))));
        facts.addAll(RankedSeries.facts(scored));
        sections.add(new Section.Facts("Data", facts));
        sections.add(new Section.Facts("Model", modelFacts()));
        sections.add(new Section.Typed("Command", commandLine));
        return new Page("Forecasts for " + Titles.of(first.rows().target(), source), scored.verdict(), sections);
    }

    private static List<Fact> data(Series rows, BacktestTable table) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("file", rows.source()),
                new Fact("rows", NumberText.count(rows.rows())),
                new Fact(
                        "forecast",
                        table.scores().ahead() + " from "
                                + NumberText.count(table.outcome().origins().size()) + " origins"),
                new Fact("from, to", rows.stampText(0) + ", " + rows.stampText(rows.rows() - 1)),
                new Fact("target", String.join(", ", table.names()))));
        NoteText.of(rows).forEach(note -> facts.add(new Fact("note", note)));
        return facts;
    }

    private List<Fact> modelFacts() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("file", modelFile.toString()),
                new Fact(
                        "trained with",
                        model.stamps().text(model.data().first()) + " to "
                                + model.stamps().text(model.data().last()) + ", "
                                + NumberText.count(model.data().rows()) + " rows, of which "
                                + NumberText.count(model.data().trainRows()) + " taught")));
        facts.addAll(ModelFacts.of(model));
        return facts;
    }
}
