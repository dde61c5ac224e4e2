package lstm.preset;

/** What {@link AccuratePreset} has a network forecast, or what forecasts in place of one. */
public enum PresetForm {
    /** Changes from row to row. */
    CHANGES,
    /** Changes, compared with those of two seasons before. */
    SEASONAL_CHANGES,
    /** The difference from the mean of earlier seasons, in windows of rows. */
    RESIDUALS,
    /** The same in windows of segments. */
    SEGMENTS,
    /** No network is trained: the base network, with simple methods. */
    BASE
}
