package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.evaluate.BacktestResult;
import lstm.model.Score;
import lstm.report.Section.Fact;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.workflow.BacktestPlan;

/** The report of a backtest. */
public final class BacktestPage {
    private BacktestPage() {}

    /**
     * The page of a complete backtest.
     *
     * @param commandLine the command that produced it
     */
    public static Page of(String commandLine, Series series, BacktestPlan backtest, BacktestTable table) {
        BacktestResult outcome = table.outcome();
        List<Section> sections = new ArrayList<>();
        for (int target = 0; target < outcome.targets(); target++) {
            String name = table.names().get(target);
            outcome.score(target, -1).ifPresent(score -> sections.add(new Section.Rows(name, Scores.table(score))));
            sections.add(new Section.Rows(name + ", by step", steps(outcome, target)));
        }
        if (outcome.score(0, -1).isPresent()) {
            sections.add(1, new Section.Picture(table.chart(Titles.of(series.target(), series.source()))));
        }
        sections.add(new Section.Facts("Data", data(series, backtest, outcome)));
        sections.add(new Section.Facts("Network and training", ModelFacts.of(backtest.settings())));
        sections.add(new Section.Typed("Command", commandLine));
        return new Page("Backtest on " + Titles.of(series.target(), series.source()), lead(outcome), sections);
    }

    private static String lead(BacktestResult outcome) {
        int steps = outcome.steps();
        String ahead = steps == 1 ? "one step" : "1 to " + steps + " steps";
        return outcome.score(0, -1)
                .map(score -> "From " + outcome.origins().size() + " origins, " + ahead + " ahead; skill "
                        + text(score.skill()) + ".")
                .orElse("Every forecast row is masked, so there is no score.");
    }

    /** The errors of each step ahead. */
    static Table steps(BacktestResult outcome, int target) {
        List<List<Object>> rows = new ArrayList<>();
        for (int step = 0; step < outcome.steps(); step++) {
            Optional<Score> score = outcome.score(target, step);
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
        return skill.isPresent() ? NumberText.rounded(skill.getAsDouble(), 3) : "undefined";
    }

    private static List<Fact> data(Series series, BacktestPlan backtest, BacktestResult outcome) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("file", series.source()),
                new Fact("rows", NumberText.count(series.rows())),
                new Fact("from, to", series.stampText(0) + ", " + series.stampText(series.rows() - 1)),
                new Fact(
                        "origins",
                        outcome.origins().size() + ", every "
                                + NumberText.count(backtest.every())
                                + " rows, the first after "
                                + series.stampText(outcome.origins().get(0).row() - 1)),
                new Fact("retrained", refit(backtest.refit()))));
        NoteText.of(series).forEach(note -> facts.add(new Fact("note", note)));
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
