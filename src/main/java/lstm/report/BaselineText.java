package lstm.report;

import java.util.List;
import lstm.evaluate.Baseline;
import lstm.evaluate.Evaluation;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.text.NumberText;

/** The baselines of a model in words. */
public final class BaselineText {
    private BaselineText() {}

    /** The names of the baselines, and how far the autoregression looks back. */
    static String text(FittedBaselines fitted) {
        List<String> names = Baseline.of(fitted).stream()
                .map(baseline -> text(baseline.method(), fitted))
                .toList();
        return String.join(", ", names);
    }

    private static String text(Method method, FittedBaselines fitted) {
        return switch (method) {
            case SEASONAL_NAIVE -> method + " (" + NumberText.count(fitted.season()) + " rows)";
            case AUTOREGRESSION ->
                method + " on " + NumberText.rows(fitted.autoregression().order());
            default -> method.toString();
        };
    }

    /** Notes about baselines that could not be scored. */
    public static List<String> notes(Evaluation evaluation) {
        if (!evaluation.lacksSeason()) {
            return List.of();
        }
        return List.of("no seasonal naive forecast: it needs "
                + NumberText.count(evaluation.fitted().season())
                + " rows before the first forecast; give earlier rows as context");
    }
}
