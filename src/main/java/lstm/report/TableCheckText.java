package lstm.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.check.TableCheck;
import lstm.series.KeyedSeries;
import lstm.series.Missing;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.StampKind;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The findings of {@code check} about a table of several series, as text and as values for {@link Json}. */
public final class TableCheckText {
    private TableCheckText() {}

    /**
     * The findings as text.
     *
     * @param next the command that trains
     */
    public static String of(TableCheck findings, CommandLineText next) {
        LabelledLines text = new LabelledLines();
        int[] rows = findings.rows();
        Series longest = findings.longest();
        text.addWrapped(
                "read",
                findings.table().source() + ": " + NumberText.count(rows.length) + " series of "
                        + lengths(rows) + ", "
                        + NumberText.count(Arrays.stream(rows).asLongStream().sum()) + " in all, "
                        + span(findings) + CalendarText.of(findings.calendar()));
        TableText.notes(findings.table()).forEach(note -> text.addWrapped("", note));
        text.addWrapped("keys", String.join(", ", findings.table().keys()));
        text.addWrapped("target", longest.target() + " (" + ColumnText.reason(longest) + ")");
        text.addWrapped(
                "missing",
                findings.missing() == Missing.ERROR ? "none" : "treated here as --missing " + findings.missing());
        add(
                text,
                findings,
                "steps",
                findings.otherSteps(),
                "other steps than the longest, and cannot be trained with it");
        add(text, findings, "ended", findings.ended(), "earlier than the latest");
        add(text, findings, "constant", findings.constant(), "the same value in every row");
        LabelledLines command = new LabelledLines();
        command.addLines("next", next.wrapped());
        return text.toString() + command;
    }

    /** @param rows of each series, ascending */
    private static String lengths(int[] rows) {
        int most = rows[rows.length - 1];
        return rows[0] == most
                ? NumberText.rows(most) + (rows.length == 1 ? "" : " each")
                : NumberText.count(rows[0]) + " to " + NumberText.rows(most) + " (half have "
                        + NumberText.count(rows[rows.length / 2]) + " or more)";
    }

    private static String span(TableCheck findings) {
        if (findings.longest().kind() == StampKind.NONE) {
            return "no dates, ";
        }
        StampKind kind = findings.longest().kind();
        return kind.text(first(findings)) + " to " + kind.text(last(findings)) + ", ";
    }

    private static long first(TableCheck findings) {
        return findings.table().each().stream()
                .map(KeyedSeries::series)
                .mapToLong(series -> series.stamps().at(0))
                .min()
                .orElseThrow();
    }

    private static long last(TableCheck findings) {
        return findings.table().each().stream()
                .map(KeyedSeries::series)
                .mapToLong(series -> series.stamps().last())
                .max()
                .orElseThrow();
    }

    private static void add(LabelledLines text, TableCheck findings, String label, List<SeriesKey> keys, String what) {
        if (!keys.isEmpty()) {
            List<String> names =
                    keys.stream().map(key -> key.text(findings.table().keys())).toList();
            text.addWrapped(label, NumberText.count(keys.size()) + " series: " + what + ": " + RowNames.named(names));
        }
    }

    /** The findings as values. */
    public static Map<String, Object> values(TableCheck findings, CommandLineText next) {
        int[] rows = findings.rows();
        Series longest = findings.longest();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", findings.table().source());
        values.put("by", findings.table().keys());
        values.put("series", rows.length);
        values.put("rows", Arrays.stream(rows).asLongStream().sum());
        values.put("shortest", rows[0]);
        values.put("median", rows[rows.length / 2]);
        values.put("longest", rows[rows.length - 1]);
        values.put("date", longest.dateColumn().orElse(null));
        values.put("first", longest.kind().text(first(findings)));
        values.put("last", longest.kind().text(last(findings)));
        values.put("step", CalendarText.of(findings.calendar()));
        values.put("target", longest.target());
        values.put("missing", findings.missing().toString());
        values.put("other_steps", keys(findings, findings.otherSteps()));
        values.put("ended", keys(findings, findings.ended()));
        values.put("constant", keys(findings, findings.constant()));
        values.put("without_rows", keys(findings, findings.table().missing()));
        values.put("notes", TableText.notes(findings.table()));
        values.put("train", next.line());
        return values;
    }

    private static List<Map<String, Object>> keys(TableCheck findings, List<SeriesKey> keys) {
        return keys.stream()
                .map(key -> KeyColumns.values(findings.table().keys(), key))
                .toList();
    }
}
