package lstm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.evaluate.Covered;
import lstm.evaluate.IntervalScores;
import lstm.forecast.IntervalLevels;
import lstm.forecast.OneSidedErrors;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The coverage of prediction intervals as text and as a table. */
final class CoverageText {
    private CoverageText() {}

    /** A line for each level; nothing if there are no intervals. */
    static String of(List<Covered> series, IntervalLevels levels) {
        LabelledLines lines = new LabelledLines();
        for (int level = 0; level < levels.names().size() && !series.isEmpty(); level++) {
            lines.add(
                    level == 0 ? "interval" : "",
                    levels.names().get(level) + " %: covered "
                            + NumberText.rounded(100 * IntervalScores.coverage(series, level), 3) + " % of "
                            + NumberText.rows(IntervalScores.rows(series)) + ", mean width "
                            + NumberText.rounded(IntervalScores.width(series, level), 5));
        }
        addWithin(lines, series, levels);
        addBias(lines, series);
        if (!series.isEmpty()) {
            lines.add(
                    "crps",
                    NumberText.rounded(IntervalScores.crps(series, levels), 5) + " from "
                            + (2 * levels.names().size() + 1) + " quantiles, "
                            + NumberText.rounded(IntervalScores.crpsOfForecast(series), 5)
                            + " from the point forecast alone");
        }
        return lines.toString();
    }

    /** A row for each level, for a page. */
    static Table table(List<Covered> series, IntervalLevels levels) {
        List<List<Object>> rows = new ArrayList<>();
        for (int level = 0; level < levels.names().size(); level++) {
            rows.add(List.of(
                    levels.names().get(level) + " %",
                    Math.round(1000 * IntervalScores.coverage(series, level)) / 10.0,
                    IntervalScores.rows(series),
                    IntervalScores.width(series, level)));
        }
        return new Table(List.of("interval", "covered %", "forecasts", "width"), rows);
    }

    /** A row for each level of several series, for a page. */
    static Table tableOfSeveral(List<Covered> series, IntervalLevels levels) {
        Table known = table(series, levels);
        List<String> columns = new ArrayList<>(known.columns());
        columns.add("series within 5 points");
        List<List<Object>> rows = new ArrayList<>();
        for (int level = 0; level < levels.names().size(); level++) {
            List<Object> row = new ArrayList<>(known.rows().get(level));
            row.add(IntervalScores.within(series, level, levels.shares()[level]));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** In how many of several series each level is about met, which a mean does not show. */
    private static void addWithin(LabelledLines lines, List<Covered> series, IntervalLevels levels) {
        if (series.size() < 2) {
            return;
        }
        String each = IntStream.range(0, levels.names().size())
                .mapToObj(level -> levels.names().get(level) + " % in "
                        + NumberText.count(IntervalScores.within(series, level, levels.shares()[level])))
                .collect(Collectors.joining(", "));
        lines.addWrapped("", "within 5 points: " + each + " of " + NumberText.count(series.size()) + " series");
    }

    /** Says so if nearly all errors have one sign. */
    private static void addBias(LabelledLines lines, List<Covered> series) {
        int all = IntervalScores.rows(series);
        int low = series.stream().mapToInt(CoverageText::low).sum();
        int high = series.stream().mapToInt(CoverageText::high).sum();
        if (OneSidedErrors.isBias(Math.max(low, high), all)) {
            lines.addWrapped(
                    "bias",
                    NumberText.count(Math.max(low, high)) + " of " + NumberText.count(all) + " forecasts were too "
                            + (low > high ? "low" : "high"));
        }
    }

    private static int low(Covered one) {
        return (int) IntStream.range(0, one.actual().length)
                .filter(k -> one.forecast()[k] < one.actual()[k])
                .count();
    }

    private static int high(Covered one) {
        return (int) IntStream.range(0, one.actual().length)
                .filter(k -> one.forecast()[k] > one.actual()[k])
                .count();
    }
}
