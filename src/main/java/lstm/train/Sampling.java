package lstm.train;

import java.util.Locale;

/** How the windows of an epoch are drawn from several series. */
public enum Sampling {
    /** Every window as often as any other, so that a long series counts more than a short one. */
    WINDOWS,
    /** Every series as often as any other, then any of its windows. */
    SERIES,
    /** Every series as often as its weight says, then any of its windows. */
    WEIGHT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
