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
    BASE,
    /** As {@link #ALL}, with a base network that has been trained on the same rows. */
    ALL_TUNED,
    /** As {@link #BASE}, with a base network that has been trained on the same rows. */
    BASE_TUNED;

    /** Whether simple methods take part. */
    public boolean hasMethods() {
        return this != NONE;
    }

    /** Whether the base network takes part. */
    public boolean hasBase() {
        return this != NONE && this != SIMPLE;
    }

    /** Whether a network is trained. */
    public boolean trains() {
        return this == NONE || this == ALL || this == ALL_TUNED;
    }

    /** Whether the base network is trained on. */
    public boolean tunes() {
        return this == ALL_TUNED || this == BASE_TUNED;
    }

    /** The same with a base network that is trained on; instead of a new network alone, that. */
    public Combine tuned() {
        return switch (this) {
            case NONE, BASE, BASE_TUNED -> BASE_TUNED;
            case ALL, ALL_TUNED -> ALL_TUNED;
            case SIMPLE -> SIMPLE;
        };
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
