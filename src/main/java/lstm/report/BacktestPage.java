package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Covered;
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
            if (target == 0 && outcome.steps() > 1 && outcome.score(0, -1).isPresent()) {
                sections.add(new Section.Picture(table.chart(Titles.withUnit(series))));
            }
            List<Covered> covered = table.scores().outcomes().covered(target);
            if (!covered.isEmpty()) {
                sections.add(new Section.Rows(name + ", intervals", CoverageText.table(covered, table.levels())));
            }
            sections.addAll(BacktestFans.of(series, table, target));
            sections.add(new Section.Rows(name + ", by step", steps(outcome, target)));
        }
        sections.add(new Section.Facts("Data", data(series, backtest, outcome)));
        sections.add(new Section.Facts("Network and training", ModelFacts.of(backtest.settings())));
        sections.add(new Section.Typed("Command", commandLine));
        return new Page("Backtest of " + Titles.of(series.target(), series.source()), lead(outcome), sections);
    }

    private static String lead(BacktestResult outcome) {
        return outcome.score(0, -1).map(Scores::verdict).orElse("Every forecast row is masked, so there is no score.");
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
                        skill.isPresent() ? (Object) (Math.round(1000 * skill.getAsDouble()) / 1000.0) : null));
            }
        }
        return new Table(List.of("step", "RMSE", "naive", "skill"), rows);
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
                new Fact("trained", refit(backtest.refit()))));
        NoteText.of(series).forEach(note -> facts.add(new Fact("note", note)));
        return facts;
    }

    private static String refit(int every) {
        return switch (every) {
            case 0 -> "once, at the first origin";
            case 1 -> "at every origin";
            default -> "every " + every + " origins";
        };
    }
}
