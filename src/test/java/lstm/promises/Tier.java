package lstm.promises;

/** How much the tests of the promises do: a part of it in every build, all of it with {@code mvn verify -Psoak}. */
public final class Tier {
    /** Whether this is the full run. */
    public static final boolean SOAK = Boolean.getBoolean("soak");

    private Tier() {}

    /** How often to do something. */
    public static int count(int build, int soak) {
        return SOAK ? soak : build;
    }
}
