package lstm.prepare;

import java.util.Locale;

/** How several steps ahead are forecast. */
public enum Strategy {
    /** The network outputs all steps at once. */
    DIRECT,
    /** The network forecasts one step, which becomes the newest row of the window for the next. */
    RECURSIVE;

    /** The default for a horizon. */
    public static Strategy usual(int horizon) {
        return horizon == 1 ? RECURSIVE : DIRECT;
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
