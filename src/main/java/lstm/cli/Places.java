package lstm.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import lstm.report.Figures;
import lstm.series.StampKind;
import lstm.series.Survey;

/** Rows, numbers and lists as {@code check} writes them. */
final class Places {
    /** Places that are named; of the rest only the number. */
    static final int NAMED = 3;

    private Places() {}

    /** A row by its stamp and line. */
    static String place(Survey.Rows rows, int row) {
        String line = "line " + rows.lines()[row];
        return rows.series().kind() == StampKind.NONE ? line : rows.series().stampText(row) + " (" + line + ")";
    }

    /** The first of some places. */
    static String named(List<String> places) {
        String first = places.stream().limit(NAMED).collect(joining(", "));
        return first + more(places.size() - NAMED);
    }

    static String more(long number) {
        return number > 0 ? " and " + Figures.count(number) + " more" : "";
    }

    static String signed(double value) {
        return (value > 0 ? "+" : "") + Figures.rounded(value, 4);
    }

    static String count(long number, String what) {
        return Figures.count(number) + " " + what + (number == 1 ? "" : "s");
    }
}
