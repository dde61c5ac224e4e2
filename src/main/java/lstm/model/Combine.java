package lstm.model;

import java.util.Locale;

/** What a forecast is made of. */
public enum Combine {
    /** The network alone. */
    NONE,
    /** The network and the simple methods, with weights that are learned on held-out rows. */
    ALL,
    /** The simple methods alone: no network is trained. */
    SIMPLE;

    /** Whether simple methods take part. */
    public boolean hasMethods() {
        return this != NONE;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
