package lstm.report;

import java.util.Map;
import java.util.Optional;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.text.NumberText;
import lstm.workflow.BasePrediction;
import lstm.workflow.BaseTablePrediction;

/** What to know about a forecast by the base model, in words. */
public final class BaseText {
    private BaseText() {}

    /** That no model was given, the season, and how well the last rows would have been forecast. */
    public static String note(BasePrediction.Result result) {
        String season = result.season() == 1 ? "no season" : "season " + NumberText.count(result.season());
        return intro() + ", " + season + "; " + heldOut(result.heldOut(), "");
    }

    /** The same of a table. */
    public static String note(BaseTablePrediction.Result result) {
        String of = result.heldOut()
                .map(score -> " of " + NumberText.count(score.over().series()) + " series")
                .orElse("");
        return intro() + "; " + heldOut(result.heldOut(), of);
    }

    private static String intro() {
        return "no model given: forecast by the base model, which has learned from synthetic series alone";
    }

    private static String heldOut(Optional<Score> score, String of) {
        if (score.isEmpty()) {
            return "too few rows to tell how large its errors are";
        }
        Score known = score.get();
        StringBuilder text = new StringBuilder(
                "on the last rows" + of + ", " + Scores.ahead(known.over().steps())
                        + " from " + NumberText.count(known.over().origins())
                        + (known.over().origins() == 1 ? " origin, " : " origins, ") + known.ranking() + " "
                        + error(known, known.model()) + "; naive " + error(known, known.naive()));
        Optional<Method> best = best(known);
        best.ifPresent(method -> text.append(", ")
                .append(method)
                .append(" ")
                .append(error(known, known.accuracies().get(method)))
                .append(" (the best simple method)"));
        return text.toString();
    }

    /** The simple method with the smallest error, unless it is naive. */
    private static Optional<Method> best(Score score) {
        return score.accuracies().entrySet().stream()
                .filter(entry -> entry.getKey() != Method.MODEL)
                .min(Map.Entry.comparingByValue((a, b) -> Double.compare(score.error(a), score.error(b))))
                .map(Map.Entry::getKey)
                .filter(method -> method != Method.NAIVE);
    }

    private static String error(Score score, Accuracy accuracy) {
        return NumberText.rounded(score.error(accuracy), 4);
    }
}
