package lstm.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import lstm.csv.CsvSurvey;
import lstm.series.StampKind;
import lstm.text.NumberText;

/** Formats rows, numbers and lists for {@code check}. */
final class RowNames {
    /** Number of places to name; the others are only counted. */
    static final int NAMED = 3;

    private RowNames() {}

    /** A row by its stamp and line. */
    static String place(CsvSurvey.Rows rows, int row) {
        String line = "line " + rows.lines().of(row);
        return rows.series().kind() == StampKind.NONE ? line : rows.series().stampText(row) + " (" + line + ")";
    }

    /** The first few places, and how many more there are. */
    static String named(List<String> places) {
        String first = places.stream().limit(NAMED).collect(joining(", "));
        return first + more(places.size() - NAMED);
    }

    static String more(long number) {
        return number > 0 ? " and " + NumberText.count(number) + " more" : "";
    }

    static String signed(double value) {
        return (value > 0 ? "+" : "") + NumberText.rounded(value, 4);
    }

    static String count(long number, String what) {
        return NumberText.count(number) + " " + what + (number == 1 ? "" : "s");
    }
}
