package lstm.cli;

/** Text that a shell takes for one word. */
final class Shell {
    private Shell() {}

    /** The word as it is if it is plain, else in single quotes. */
    static String quote(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
