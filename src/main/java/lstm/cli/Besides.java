package lstm.cli;

import java.util.List;
import lstm.forecast.Baseline;
import lstm.forecast.Evaluation;
import lstm.model.Baselines;
import lstm.model.Method;
import lstm.report.Figures;

/** The simple methods beside a model, in words. */
final class Besides {
    private Besides() {}

    /** Which there are, and how far they look back. */
    static String text(Baselines fitted, int lookback) {
        List<String> names = Baseline.of(fitted).stream()
                .map(baseline -> baseline.method() == Method.SEASONAL_NAIVE
                        ? baseline.method() + " (" + Figures.count(fitted.season()) + " rows)"
                        : baseline.method().toString())
                .toList();
        int order = fitted.autoregression().order();
        String reduced = order < lookback ? ", fewer than the lookback" : "";
        return String.join(", ", names) + " on " + Figures.rows(order) + reduced;
    }

    /** What a person should know of how they were scored. */
    static List<String> notes(Evaluation evaluation) {
        if (!evaluation.lacksSeason()) {
            return List.of();
        }
        return List.of("no seasonal naive forecast: it needs "
                + Figures.count(evaluation.fitted().season())
                + " rows before the first forecast; give earlier rows with --context");
    }
}
