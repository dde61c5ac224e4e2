package lstm.prepare;

import java.util.Locale;

/** How several steps ahead are forecast. */
public enum Strategy {
    /** The network has an output for each step. */
    DIRECT,
    /** The network forecasts one step, which becomes the newest row of the window for the next. */
    RECURSIVE;

    /** What is taken for so many steps where nobody says otherwise. */
    public static Strategy usual(int horizon) {
        return horizon == 1 ? RECURSIVE : DIRECT;
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
