package lstm.preset;

import lstm.model.Settings;

/** Settings that {@link AccuratePreset} may choose, and what their network forecasts. */
public record PresetCandidate(PresetForm form, Settings settings) {}
