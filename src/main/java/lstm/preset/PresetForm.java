package lstm.preset;

/** What a network of {@link AccuratePreset} forecasts. */
public enum PresetForm {
    /** Changes from row to row. */
    CHANGES,
    /** Changes, compared with those of two seasons before. */
    SEASONAL_CHANGES,
    /** The difference from the mean of earlier seasons, in windows of rows. */
    RESIDUALS,
    /** The same in windows of segments. */
    SEGMENTS
}
