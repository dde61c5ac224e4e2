package lstm.cli;

/** What charts and pages are of. */
final class Titles {
    private Titles() {}

    /** A column and the file it is from, without its folder: {@code close of goog.csv}. */
    static String of(String column, String source) {
        return column + " of " + source.replaceFirst("^.*/(?=.)", "");
    }
}
