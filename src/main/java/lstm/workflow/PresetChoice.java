package lstm.workflow;

import java.util.List;
import lstm.model.Settings;
import lstm.preset.PresetForm;

/**
 * What a preset chose.
 *
 * @param settings the choice
 * @param judged what was compared, first what the rules chose; none if there was only one choice, or too few rows
 * @param chosen number of the choice among these
 */
public record PresetChoice(Settings settings, List<Judged> judged, int chosen) {
    /** Copies the list. */
    public PresetChoice {
        judged = List.copyOf(judged);
    }

    /**
     * A form that was compared.
     *
     * @param error mean absolute error relative to that of the seasonal naive forecast, over the rows that decided;
     *     infinite if the training diverged
     */
    public record Judged(PresetForm form, double error) {}

    /** One that was not compared with others. */
    public static PresetChoice only(Settings settings) {
        return new PresetChoice(settings, List.of(), 0);
    }
}
