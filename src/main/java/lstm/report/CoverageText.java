package lstm.report;

import java.util.List;
import lstm.evaluate.BacktestResult.Covered;
import lstm.evaluate.IntervalScores;
import lstm.forecast.IntervalLevels;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The coverage of prediction intervals as text. */
final class CoverageText {
    private CoverageText() {}

    /** A line for each level; nothing if there are no intervals. */
    static String of(List<Covered> series, IntervalLevels levels) {
        LabelledLines lines = new LabelledLines();
        for (int level = 0; level < levels.names().size() && !series.isEmpty(); level++) {
            lines.add(
                    level == 0 ? "interval" : "",
                    levels.names().get(level) + " %: covered "
                            + NumberText.rounded(100 * IntervalScores.coverage(series, level), 3) + " % of "
                            + NumberText.rows(IntervalScores.rows(series)) + ", mean width "
                            + NumberText.rounded(IntervalScores.width(series, level), 5));
        }
        if (!series.isEmpty()) {
            lines.add(
                    "crps",
                    NumberText.rounded(IntervalScores.crps(series, levels), 5) + " from "
                            + (2 * levels.names().size() + 1) + " quantiles, "
                            + NumberText.rounded(IntervalScores.crpsOfForecast(series), 5)
                            + " from the point forecast alone");
        }
        return lines.toString();
    }
}
