package lstm.report;

import java.util.List;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.text.NumberText;

/** Titles of charts and pages. */
public final class Titles {
    private Titles() {}

    /** A column and its file, without the folder: {@code close of goog.csv}. */
    public static String of(String column, String source) {
        return column + " of " + source.replaceFirst("^.*/(?=.)", "");
    }

    /** What a model is trained on: the file, or the number of files or of series in a table. */
    public static String files(List<Series> files) {
        return files.size() == 1 ? files.get(0).source() : NumberText.count(files.size()) + " " + several(files.get(0));
    }

    /** What several series like this one are: files, or series of a table. */
    public static String several(Series series) {
        return several(series.reading());
    }

    /** The same of series that are read so. */
    static String several(ReadOptions reading) {
        return reading.keys().isEmpty() ? "files" : "series";
    }

    /** One of them. */
    static String one(Series series) {
        return series.reading().keys().isEmpty() ? "file" : "series";
    }
}
