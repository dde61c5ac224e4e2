package lstm.report;

/** What charts and pages are of. */
public final class Titles {
    private Titles() {}

    /** A column and the file it is from, without its folder: {@code close of goog.csv}. */
    public static String of(String column, String source) {
        return column + " of " + source.replaceFirst("^.*/(?=.)", "");
    }
}
