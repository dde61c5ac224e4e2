package lstm.preset;

import java.util.Locale;

/** Where the settings come from that nobody gave. */
public enum Preset {
    /** The classic recipe. */
    CLASSIC,
    /** Chosen by {@link AccuratePreset}. */
    ACCURATE;

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
