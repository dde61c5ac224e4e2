package lstm.promises;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lstm.tensor.Seed;

/** How much the tests of the promises do: a part of it in every build, all of it with {@code mvn verify -Psoak}. */
public final class Tier {
    /** Whether this is the full run. */
    public static final boolean SOAK = Boolean.getBoolean("soak");

    private Tier() {}

    /** In a build this number of them, drawn by the seed; in the full run all. */
    public static <T> List<T> some(int build, List<T> all) {
        List<T> drawn = new ArrayList<>(all);
        if (!SOAK) {
            Collections.shuffle(drawn, Seed.random());
        }
        return drawn.subList(0, count(build, all.size()));
    }

    /** How often to do something. */
    public static int count(int build, int soak) {
        return SOAK ? soak : build;
    }
}
