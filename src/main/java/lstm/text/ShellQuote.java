package lstm.text;

/** Text that a shell takes for one word. */
public final class ShellQuote {
    private ShellQuote() {}

    /** The word as it is if it is plain, else in single quotes. */
    public static String quote(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
