package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.series.SeriesNote;
import lstm.series.StampColumn;
import lstm.series.StampEvidence;

/**
 * Reads the stamps row by row. It starts with several formats; each value rules out those that do not match, so the
 * whole column decides whether the month or the day comes first.
 */
final class StampReader {
    private final Place place;
    private final DateColumns columns;
    private final List<String> names;
    private final OddLines odd;
    private final List<StampCandidate> candidates = new ArrayList<>();
    private final boolean asked;
    private final SeriesKeys keys;
    private boolean started;
    private String text = "";
    private String ambiguous = "";
    private boolean fractions;
    private long read;

    /** @param keys looks for several series if the dates are in no order */
    StampReader(Header header, DateColumns columns, List<DateFormat> forms, SeriesKeys keys) {
        place = Place.of(header.place().source()).column(columns.name(header));
        this.columns = columns;
        this.keys = keys;
        names = columns.names(header);
        odd = new OddLines(columns);
        asked = forms.size() == 1;
        forms.forEach(form -> candidates.add(new StampCandidate(form)));
    }

    /**
     * Reads the stamp of a row; {@link #take} takes it.
     *
     * @return whether it has one; if not, the line is no row, and it is counted
     * @throws LstmException if the row has no date, or one in another format than those before it
     */
    boolean read(Row row) throws LstmException {
        text = columns.text(row);
        if (!anyReads(text)) {
            String beginning = ClockText.beginning(text);
            if (beginning.equals(text) || !anyReads(beginning)) {
                odd.add(row, text, started, noDate(row));
                return false;
            }
            text = beginning;
        }
        if (candidates.size() > 1) {
            candidates.removeIf(candidate -> candidate.next == DateFormat.NONE);
        }
        odd.dateFollows();
        started = true;
        read++;
        return true;
    }

    /**
     * Takes the stamp that was read last.
     *
     * @param use how the row is used; in a dropped row the value only has to be a date
     */
    void take(Row row, RowUse use) {
        if (use == RowUse.DROPPED) {
            return;
        }
        for (int k = 1; k < candidates.size(); k++) {
            ambiguous = candidates.get(0).next != candidates.get(k).next ? text : ambiguous;
        }
        for (StampCandidate candidate : candidates) {
            fractions |= candidate.form.hasFraction(text);
            candidate.take(row, text, use == RowUse.KEPT);
        }
        StampCandidate first = candidates.get(0);
        keys.add(row, first.next, !first.order.onlyRises() && !first.order.onlyFalls());
    }

    private LstmException noDate(Row row) {
        return StampFaults.noDate(row, place.column().orElseThrow(), text, started ? patterns() : List.of());
    }

    private boolean anyReads(String cell) {
        boolean any = false;
        for (StampCandidate candidate : candidates) {
            candidate.next = candidate.form.seconds(cell);
            any |= candidate.next != DateFormat.NONE;
        }
        return any;
    }

    private List<String> patterns() {
        return candidates.stream().map(candidate -> candidate.form.pattern()).toList();
    }

    /** What was done to stamps and lines, apart from their offsets. */
    List<SeriesNote> notes() {
        List<SeriesNote> notes = new ArrayList<>();
        odd.note().ifPresent(notes::add);
        if (fractions) {
            notes.add(new SeriesNote.FractionsCut());
        }
        return notes;
    }

    /** How the stamps are written. */
    StampEvidence evidence() throws LstmException {
        return new StampEvidence(names, only().form.pattern(), read, odd.count(), odd.first());
    }

    /**
     * The stamps of the rows that were not dropped, in the order of the file: local times, or times at one UTC offset
     * if the clock goes back and the offsets show it.
     *
     * @param before rows kept before the first that is held
     * @throws LstmException if the rows are not in order, or it is unclear which number is the day
     */
    Stamps stamps(long before) throws LstmException {
        StampCandidate candidate = only();
        try {
            return candidate.stamps(before);
        } catch (LstmException e) {
            throw keys.explain(e);
        }
    }

    /** Whether every stamp so far is later than the one before it, in any format. */
    boolean allRise() {
        return candidates.stream().allMatch(candidate -> candidate.order.onlyRises());
    }

    /** Whether every stamp so far is earlier than the one before it, in any format. */
    boolean allFall() {
        return candidates.stream().allMatch(candidate -> candidate.order.onlyFalls());
    }

    /** Forgets the first of the stamps that are held. */
    void dropFirst(int count) {
        candidates.forEach(candidate -> candidate.dropFirst(count));
    }

    /** Whether the stamps of all rows that were kept are midnights. */
    boolean areDates() throws LstmException {
        return only().midnights;
    }

    /**
     * What was read.
     *
     * @param times of the rows, in the order of the file
     * @param newestFirst whether they are descending
     * @param note how UTC offsets were treated
     */
    record Stamps(StampColumn times, boolean newestFirst, Optional<SeriesNote> note) {}

    /** The only format, or the only one in which the rows are in order. */
    private StampCandidate only() throws LstmException {
        if (!asked && candidates.get(0).mayBeDays()) {
            throw StampFaults.yearOrDay(text, candidates.get(0).form, place);
        } else if (candidates.size() == 1 || ambiguous.isEmpty()) {
            return candidates.get(0);
        }
        List<StampCandidate> ordered =
                candidates.stream().filter(StampCandidate::inOrder).toList();
        if (ordered.size() == 1) {
            return ordered.get(0);
        }
        List<StampCandidate> possible = ordered.isEmpty() ? candidates : ordered;
        throw StampFaults.ambiguous(
                ambiguous,
                possible.stream().map(candidate -> candidate.text(ambiguous)).toList(),
                possible.stream().map(candidate -> candidate.form).toList(),
                place);
    }
}
