package lstm.report;

import java.util.ArrayList;
import java.util.List;
import lstm.evaluate.ForecastMethod;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.RowRole;
import lstm.model.Score;
import lstm.text.NumberText;

/** Which method erred least on the held-out rows, in words. */
public final class BestMethodText {
    private BestMethodText() {}

    /** A line for each target of a model that has scores. */
    public static List<String> of(Model model) {
        List<String> lines = new ArrayList<>();
        for (int target = 0; target < model.scores().size(); target++) {
            String name = model.scores().size() > 1 ? model.targets().get(target) + ": " : "";
            lines.add(name + of(model.scores().get(target), model));
        }
        return lines;
    }

    /** For example {@code best on held-out rows: drift, RMSE 0.62 against 0.65 of the network, ...}. */
    private static String of(Score score, Model model) {
        Method best = score.better().orElse(Method.MODEL);
        Method rival = best == Method.MODEL ? Method.NAIVE : Method.MODEL;
        return "best on held-out rows: " + ForecastMethod.of(best, model) + ", " + score.ranking() + " "
                + error(score, best)
                + " against " + error(score, rival) + " of " + ForecastMethod.of(rival, model) + ", "
                + Scores.ahead(score.over().steps())
                + (score.over().role() == RowRole.CHOSE
                        ? " (these rows chose the epoch, which favors the network)"
                        : "");
    }

    private static String error(Score score, Method method) {
        return NumberText.rounded(score.error(score.accuracies().get(method)), 5);
    }
}
