package lstm.report;

import java.util.List;
import lstm.series.Series;
import lstm.text.NumberText;

/** What charts and pages are of. */
public final class Titles {
    private Titles() {}

    /** A column and the file it is from, without its folder: {@code close of goog.csv}. */
    public static String of(String column, String source) {
        return column + " of " + source.replaceFirst("^.*/(?=.)", "");
    }

    /** What a model is trained on: a file, or how many. */
    public static String files(List<Series> files) {
        return files.size() == 1 ? files.get(0).source() : NumberText.count(files.size()) + " files";
    }
}
