package lstm.csv;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.series.SeriesNote;
import lstm.series.StampKind;

/**
 * Reads the stamps of a table of several series, whose rows stand in any order. As in {@link StampReader} it starts
 * with several formats, and each value rules out those that do not match; the same few dates come again and again, so
 * that they are remembered.
 */
final class TableStamps {
    private static final int REMEMBERED = 1 << 16;

    private final List<DateFormat> forms;
    private final boolean[] ruledOut;
    private final boolean[] midnights;
    private final boolean asked;
    private final Map<String, long[]> known = new HashMap<>();
    private final TreeSet<Integer> offsets = new TreeSet<>();
    private final TreeSet<Integer> months = new TreeSet<>();
    private final List<OddLines> odd = new ArrayList<>();
    private Place place;
    private DateColumns columns;
    private boolean allOffsets = true;
    private boolean fractions;
    private int settled = -1;
    private String ambiguous = "";
    private String last = "";

    TableStamps(List<DateFormat> forms) {
        this.forms = List.copyOf(forms);
        asked = forms.size() == 1;
        ruledOut = new boolean[forms.size()];
        midnights = new boolean[forms.size()];
        Arrays.fill(midnights, true);
    }

    /** Goes on with the rows of a file. */
    void begin(Header header, DateColumns dates) {
        columns = dates;
        place = Place.of(header.place().source()).column(dates.name(header));
        odd.add(new OddLines(dates));
    }

    /** Number of formats at the start. */
    int formats() {
        return forms.size();
    }

    /**
     * The stamps of a row as each format reads it, {@link DateFormat#NONE} for formats that are ruled out; null if the
     * line is no row.
     *
     * @throws LstmException if the row has no date, or one in another format than those before it
     */
    long[] read(Row row) throws LstmException {
        String text = columns.text(row);
        OddLines lines = odd.get(odd.size() - 1);
        long[] stamps = known.get(text);
        if (stamps == null) {
            stamps = parsed(row, text, lines);
        }
        if (stamps != null) {
            lines.dateFollows();
        }
        return stamps;
    }

    private long[] parsed(Row row, String cell, OddLines lines) throws LstmException {
        String text = cell;
        long[] stamps = seconds(text);
        if (stamps == null) {
            text = ClockText.beginning(cell);
            stamps = text.equals(cell) ? null : seconds(text);
        }
        if (stamps == null) {
            String column = place.column().orElseThrow();
            LstmException fault = StampFaults.noDate(row, column, cell, last.isEmpty() ? List.of() : patterns());
            lines.add(row, cell, !last.isEmpty(), fault);
            return null;
        }
        ruleOut(stamps);
        note(stamps, text);
        last = cell;
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        known.put(cell, stamps);
        return stamps;
    }

    /** The text in each format; null if none that is left reads it. */
    private long[] seconds(String text) {
        long[] stamps = new long[forms.size()];
        for (int k = 0; k < stamps.length; k++) {
            stamps[k] = ruledOut[k] ? DateFormat.NONE : seconds(forms.get(k), text);
        }
        return Arrays.stream(stamps).allMatch(stamp -> stamp == DateFormat.NONE) ? null : stamps;
    }

    /** In a table the rows before tell nothing of the century, so that years of two digits end in 2039. */
    static long seconds(DateFormat form, String text) {
        long stamp = form.seconds(text);
        return stamp != DateFormat.NONE && form.hasShortYear() ? ShortYears.fixed(stamp) : stamp;
    }

    private void ruleOut(long[] stamps) {
        for (int k = 0; k < stamps.length; k++) {
            if (stamps[k] == DateFormat.NONE && !ruledOut[k]) {
                ruledOut[k] = true;
                known.clear();
            }
        }
        settled = left().count() == 1 ? left().findFirst().orElseThrow() : -1;
    }

    private void note(long[] stamps, String text) {
        int first = left().findFirst().orElseThrow();
        DateFormat form = forms.get(first);
        if (left().anyMatch(k -> stamps[k] != stamps[first])) {
            ambiguous = text;
        }
        left().forEach(k -> midnights[k] &= stamps[k] % StampKind.DAY == 0);
        fractions |= left().anyMatch(k -> forms.get(k).hasFraction(text));
        int offset = form.offset(text);
        allOffsets &= offset != ClockText.NO_OFFSET;
        if (allOffsets) {
            offsets.add(offset);
        }
        if (form == MonthNameFormat.MONTH_SHORT && months.size() < 2) {
            months.add(StampKind.time(stamps[first]).getMonthValue());
        }
    }

    /** The number of the only format that is left; -1 if there are several. */
    int settled() {
        return settled;
    }

    private IntStream left() {
        return IntStream.range(0, ruledOut.length).filter(k -> !ruledOut[k]);
    }

    private List<String> patterns() {
        return left().mapToObj(k -> forms.get(k).pattern()).toList();
    }

    /**
     * The number of the format in which the stamps are written.
     *
     * @param ordered whether the rows of each series are in order in a format
     * @throws LstmException if several are left
     */
    int only(IntPredicate ordered) throws LstmException {
        int first = left().findFirst().orElseThrow();
        if (!asked && forms.get(first) == MonthNameFormat.MONTH_SHORT && months.size() == 1) {
            throw StampFaults.yearOrDay(last, forms.get(first), place);
        } else if (ambiguous.isEmpty()) {
            return first;
        }
        int[] possible = left().filter(ordered).toArray();
        if (possible.length == 1 || left().count() == 1) {
            return possible.length == 1 ? possible[0] : first;
        }
        List<DateFormat> several = (possible.length == 0 ? left() : Arrays.stream(possible))
                .mapToObj(forms::get)
                .toList();
        throw StampFaults.ambiguous(
                ambiguous,
                several.stream()
                        .map(form -> kind(form).text(seconds(form, ambiguous)))
                        .toList(),
                several,
                place);
    }

    private StampKind kind(DateFormat form) {
        return seconds(form, ambiguous) % StampKind.DAY == 0 ? StampKind.DATE : StampKind.DATE_TIME;
    }

    /** What the stamps are in a format. */
    StampKind kind(int form) {
        return midnights[form] ? StampKind.DATE : StampKind.DATE_TIME;
    }

    /** The name of the date column. */
    String column() {
        return place.column().orElseThrow();
    }

    /** What was done to stamps and lines. */
    List<SeriesNote> notes() {
        List<SeriesNote> notes = new ArrayList<>();
        if (allOffsets && !offsets.isEmpty()) {
            notes.add(new SeriesNote.OffsetsIgnored(
                    offsets.stream().map(ZoneOffset::ofTotalSeconds).toList()));
        }
        odd.forEach(lines -> lines.note().ifPresent(notes::add));
        if (fractions) {
            notes.add(new SeriesNote.FractionsCut());
        }
        return notes;
    }
}
