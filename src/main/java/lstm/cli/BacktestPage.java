package lstm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.forecast.Backtest;
import lstm.model.Score;
import lstm.report.Figures;
import lstm.report.Page;
import lstm.report.Scores;
import lstm.report.Section;
import lstm.report.Section.Fact;
import lstm.report.Table;
import lstm.series.Series;

/** The report of a backtest. */
final class BacktestPage {
    private BacktestPage() {}

    static Page of(ReportOption option, Series series, Backtest backtest, OutcomeTable table) {
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < table.names().size(); target++) {
            String name = table.names().get(target);
            table.outcome()
                    .score(target, -1)
                    .ifPresent(score -> sections.add(new Section.Rows(name, Scores.table(score))));
            sections.add(new Section.Rows(name + ", by step", steps(table, target)));
        }
        if (table.outcome().score(0, -1).isPresent()) {
            sections.add(1, new Section.Picture(table.chart(Titles.of(series.target(), series.source()))));
        }
        sections.add(new Section.Facts("Data", data(series, backtest, table)));
        sections.add(new Section.Facts("Network and training", ModelFacts.of(backtest.settings())));
        sections.add(new Section.Typed("Made by", option.commandLine()));
        return new Page("Backtest on " + Titles.of(series.target(), series.source()), lead(table), sections);
    }

    private static String lead(OutcomeTable table) {
        return table.outcome()
                .score(0, -1)
                .map(score -> "From " + table.outcome().origins().size() + " origins, " + table.ahead() + "; skill "
                        + text(score.skill()) + ".")
                .orElse("Every row that was forecast is masked, so that there is no score.");
    }

    private static Table steps(OutcomeTable table, int target) {
        List<List<Object>> rows = new ArrayList<>();
        for (int step = 0; step < table.outcome().steps(); step++) {
            Optional<Score> score = table.outcome().score(target, step);
            if (score.isPresent()) {
                OptionalDouble skill = score.get().skill();
                rows.add(Arrays.asList(
                        step + 1,
                        score.get().model().rmse(),
                        score.get().naive().rmse(),
                        skill.isPresent() ? (Object) skill.getAsDouble() : null));
            }
        }
        return new Table(List.of("step", "RMSE", "naive", "skill"), rows);
    }

    private static String text(OptionalDouble skill) {
        return skill.isPresent() ? Figures.rounded(skill.getAsDouble(), 3) : "undefined";
    }

    private static List<Fact> data(Series series, Backtest backtest, OutcomeTable table) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("file", series.source()),
                new Fact("rows", Figures.count(series.rows())),
                new Fact("from, to", series.stampText(0) + ", " + series.stampText(series.rows() - 1)),
                new Fact(
                        "origins",
                        table.outcome().origins().size() + ", every "
                                + Figures.count(backtest.every())
                                + " rows, the first after "
                                + series.stampText(
                                        table.outcome().origins().get(0).row() - 1)),
                new Fact("trained anew", refit(backtest.refit()))));
        series.notes().forEach(note -> facts.add(new Fact("note", note)));
        return facts;
    }

    private static String refit(int every) {
        return switch (every) {
            case 0 -> "never";
            case 1 -> "at every origin";
            default -> "every " + every + " origins";
        };
    }
}
