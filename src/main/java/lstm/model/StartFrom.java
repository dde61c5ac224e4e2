package lstm.model;

import java.util.Locale;

/** What a training starts from. */
public enum StartFrom {
    /** A network with random weights. */
    SCRATCH,
    /** The base network, which is trained on. */
    BASE;

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
