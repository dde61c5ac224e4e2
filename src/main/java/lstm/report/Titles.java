package lstm.report;

import java.util.List;
import lstm.series.Series;
import lstm.text.NumberText;

/** Titles of charts and pages. */
public final class Titles {
    private Titles() {}

    /** A column and its file, without the folder: {@code close of goog.csv}. */
    public static String of(String column, String source) {
        return column + " of " + source.replaceFirst("^.*/(?=.)", "");
    }

    /** What a model is trained on: the file, or the number of files. */
    public static String files(List<Series> files) {
        return files.size() == 1 ? files.get(0).source() : NumberText.count(files.size()) + " files";
    }
}
