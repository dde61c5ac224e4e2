package lstm.model;

import java.util.Locale;

/** What a forecast is made of. */
public enum Combine {
    /** The network alone. */
    NONE,
    /** The network, the base network and the simple methods, with weights that are learned on held-out rows. */
    ALL,
    /** The simple methods alone: no network is trained. */
    SIMPLE,
    /** The base network and the simple methods: no network is trained. */
    BASE;

    /** Whether simple methods take part. */
    public boolean hasMethods() {
        return this != NONE;
    }

    /** Whether the base network takes part. */
    public boolean hasBase() {
        return this == ALL || this == BASE;
    }

    /** Whether a network is trained. */
    public boolean trains() {
        return this == NONE || this == ALL;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
