package lstm.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.text.NumberText;

/** Titles of charts and pages. */
public final class Titles {
    /** Column names that fit any series: its file tells more. */
    private static final Set<String> VAGUE = Set.of("value", "values", "y", "close", "price", "forecast", "actual");

    private Titles() {}

    /**
     * The name of a series: {@code nonfarm} for that column of any file, and {@code co2-weekly} for the column
     * {@code value} of {@code data/co2-weekly.csv}.
     */
    public static String of(String column, String source) {
        String file = source.replaceFirst("^.*/(?=.)", "").replaceFirst("(?<=.)(\\.model)?\\.[A-Za-z]{2,7}$", "");
        boolean isNamed = !source.equals("stdin") && !file.isEmpty();
        return isNamed && VAGUE.contains(column.toLowerCase(Locale.ROOT)) ? file : column;
    }

    /** The name of a column of a series with its unit, if it is written beside its numbers: {@code temp in °C}. */
    static String withUnit(String column, Series series) {
        return of(column, series.source()) + unit(column, series.reading());
    }

    /** {@code " in °C"}, or nothing for a column of plain numbers. */
    public static String unit(String column, ReadOptions reading) {
        return reading.numbers().unit(column).map(unit -> " in " + unit).orElse("");
    }

    /** The name of the target of a series with its unit. */
    public static String withUnit(Series series) {
        return withUnit(series.target(), series);
    }

    /** The name of a column of all files. */
    public static String of(String column, List<Series> files) {
        return files.size() == 1 ? of(column, files.get(0).source()) : column + " of " + files(files);
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
