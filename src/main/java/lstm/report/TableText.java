package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.SettingValue;
import lstm.series.SeriesTable;
import lstm.text.NumberText;
import lstm.workflow.Fallback;
import lstm.workflow.KeyedForecast;
import lstm.workflow.SeriesStatus;

/** What happened to the series of a table, in words and as a table. */
public final class TableText {
    private TableText() {}

    /** What was done to a table while it was read. */
    public static List<String> notes(SeriesTable table) {
        List<String> notes = new ArrayList<>(table.notes().stream()
                .map(note -> table.source() + ": " + NoteText.of(note))
                .distinct()
                .toList());
        if (!table.missing().isEmpty()) {
            notes.add(table.name(table.missing().get(0)) + ": no row has a value in every column"
                    + RowNames.more(table.missing().size() - 1L) + "; left out");
        }
        return notes;
    }

    /**
     * How many series have which status, and the first whose status is not ok, with the reason if the status does not
     * tell it: {@code 14 series: 12 ok, 2 short (first store=7,item=3); seasonal-naive forecasts those that the model
     * cannot}.
     */
    public static String counts(SeriesTable table, List<KeyedForecast> forecasts, Fallback fallback) {
        List<String> counts = new ArrayList<>();
        boolean fell = false;
        for (SeriesStatus status : SeriesStatus.values()) {
            List<KeyedForecast> those =
                    forecasts.stream().filter(one -> one.status() == status).toList();
            if (those.isEmpty()) {
                continue;
            }
            String first = status == SeriesStatus.OK ? "" : first(table, those.get(0));
            counts.add(NumberText.count(those.size()) + " " + status + first);
            fell |= those.stream()
                    .anyMatch(one -> one.reason().isPresent() && one.forecast().isPresent());
        }
        return NumberText.count(forecasts.size()) + " series: " + String.join(", ", counts)
                + (fell ? "; " + fallback + " forecasts those that the model cannot" : "");
    }

    private static String first(SeriesTable table, KeyedForecast one) {
        String reason = one.status() == SeriesStatus.FAILED
                ? reason(table, one).map(why -> ": " + why).orElse("")
                : "";
        return " (first " + one.key().text(table.keys()) + reason + ")";
    }

    /** Why the model has not forecast a series, with the place if the fault is elsewhere. */
    private static Optional<String> reason(SeriesTable table, KeyedForecast one) {
        return one.reason()
                .map(why -> why.place()
                                .map(Object::toString)
                                .filter(place -> !place.equals(table.name(one.key())))
                                .map(place -> place + " ")
                                .orElse("")
                        + text(why));
    }

    private static String text(LstmException reason) {
        return reason.problem().text(SettingValue::toString);
    }

    /** How many sums were added, and what to know of them; empty if there are none. */
    public static Optional<String> sums(SeriesTable table, List<KeyedForecast> sums) {
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        String first = sums.stream()
                .filter(sum -> sum.reason().isPresent())
                .limit(1)
                .map(sum -> "; not " + sum.key().text(table.keys()) + ": "
                        + text(sum.reason().orElseThrow()))
                .collect(Collectors.joining());
        boolean unknown = sums.stream()
                .flatMap(sum -> sum.forecast().stream())
                .anyMatch(sum -> Arrays.stream(sum.intervals()[0][0]).anyMatch(ends -> Double.isNaN(ends[0])));
        return Optional.of(NumberText.count(sums.size())
                + (sums.size() == 1 ? " sum" : " sums")
                + first
                + (unknown ? "; without intervals: these need rows that the model has not learned from" : ""));
    }

    /** A row for each series: its keys, its status and why the model has not forecast it. */
    public static Table status(SeriesTable table, List<KeyedForecast> forecasts) {
        List<String> columns = List.of("status", "reason");
        List<Table> rows = new ArrayList<>(List.of(new Table(columns, List.of())));
        List<List<String>> keys = new ArrayList<>(List.of(table.keys()));
        for (KeyedForecast one : forecasts) {
            String reason = reason(table, one).orElse(null);
            rows.add(new Table(columns, List.of(Arrays.asList(one.status().toString(), reason))));
            keys.add(KeyColumns.cells(one.key()));
        }
        return Table.joined(KeyColumns.names(table.keys(), columns), keys, rows);
    }

    /**
     * Series that are not trained on: how many, and why the first is not; empty if there are none.
     *
     * @param of how many there are
     */
    public static Optional<String> leftOut(List<LstmException> refused, int of) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        String first = refused.stream()
                .limit(1)
                .map(why -> why.place().orElseThrow() + " " + text(why))
                .collect(Collectors.joining());
        return Optional.of(NumberText.count(refused.size()) + " of " + NumberText.count(of)
                + " series are not trained on; the first: " + first);
    }
}
