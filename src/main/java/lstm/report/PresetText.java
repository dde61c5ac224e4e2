package lstm.report;

import java.util.ArrayList;
import java.util.List;
import lstm.preset.PresetForm;
import lstm.text.NumberText;
import lstm.workflow.PresetChoice;
import lstm.workflow.PresetChoice.Judged;

/** What a preset chose, in words. */
public final class PresetText {
    private PresetText() {}

    /** What a network forecasts, or what forecasts without one. */
    public static String of(PresetForm form) {
        return switch (form) {
            case CHANGES -> "changes";
            case SEASONAL_CHANGES -> "changes from season to season";
            case RESIDUALS -> "differences from earlier seasons";
            case SEGMENTS -> "differences from earlier seasons, in segments";
            case BASE -> "the base model";
        };
    }

    /** What was chosen, and by how much; nothing if nothing was compared. */
    public static List<String> notes(PresetChoice choice) {
        if (choice.judged().isEmpty()) {
            return List.of();
        }
        Judged best = choice.judged().get(choice.chosen());
        List<String> others = new ArrayList<>();
        for (int k = 0; k < choice.judged().size(); k++) {
            if (k != choice.chosen()) {
                Judged one = choice.judged().get(k);
                others.add(of(one.form()) + " " + error(one));
            }
        }
        String why = best.form() == PresetForm.BASE
                ? "errs least, so that no network is trained"
                : choice.chosen() == 0
                        ? "kept, as nothing else errs at least 5 % less after a brief training"
                        : "err least after a brief training";
        return List.of("the preset compared on training rows: " + of(best.form()) + " (MASE " + error(best) + ") " + why
                + "; " + String.join(", ", others));
    }

    private static String error(Judged one) {
        return Double.isInfinite(one.error()) ? "diverged" : NumberText.fixed(one.error(), 3);
    }
}
