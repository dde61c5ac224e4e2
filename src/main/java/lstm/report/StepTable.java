package lstm.report;

import java.util.Locale;
import java.util.Optional;
import lstm.evaluate.BacktestResults;
import lstm.model.Score;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The errors of each step ahead as text. */
final class StepTable {
    private static final String ROW = "%4s %12s %12s %9s";

    /** Up to this many steps, all are shown. */
    private static final int ALL = 24;

    private StepTable() {}

    static String text(BacktestResults outcomes, int target) {
        String error = outcomes.each().size() == 1 ? "RMSE" : "RMSSE";
        LabelledLines lines = new LabelledLines();
        lines.add("by step", String.format(Locale.ROOT, ROW, "", error, "naive", "skill"));
        for (int step = 0; step < outcomes.steps(); step++) {
            Optional<Score> score = isShown(step, outcomes.steps()) ? outcomes.score(target, step) : Optional.empty();
            int number = step + 1;
            score.ifPresent(known -> lines.add("", row(number, known)));
        }
        return lines.toString();
    }

    /** Of many steps, shows the first six, every twelfth and the last. */
    private static boolean isShown(int step, int steps) {
        return steps <= ALL || step < 6 || (step + 1) % 12 == 0 || step == steps - 1;
    }

    private static String row(int number, Score score) {
        return String.format(
                Locale.ROOT,
                ROW,
                number,
                NumberText.rounded(score.error(score.model()), 5),
                NumberText.rounded(score.error(score.naive()), 5),
                Scores.rounded(score));
    }
}
