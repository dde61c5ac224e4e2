package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.SeriesNote;
import lstm.series.StampKind;

/**
 * Reads the date column row by row. It starts with all formats; each value rules out those that do not match, so the
 * whole column decides whether the month or the day comes first.
 */
final class StampReader {
    private static final class Candidate {
        final DateFormat form;
        final LongColumn stamps = new LongColumn();
        final StampOrder order = new StampOrder();
        final UtcOffsets offsets = new UtcOffsets();
        boolean midnights = true;
        long next;

        Candidate(DateFormat form) {
            this.form = form;
        }
    }

    private final String source;
    private final String column;
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean started;
    private String ambiguous = "";
    private boolean fractions;

    StampReader(String source, String column, List<DateFormat> forms) {
        this.source = source;
        this.column = column;
        forms.forEach(form -> candidates.add(new Candidate(form)));
    }

    /**
     * Reads one value.
     *
     * @param use how the row is used; in a dropped row the value only has to be a date
     * @throws LstmException if it is not a date, or has another format than those before it
     */
    void read(Place place, String text, RowUse use) throws LstmException {
        if (!anyReads(text)) {
            throw noDate(text).at(place.column(column));
        }
        candidates.removeIf(candidate -> candidate.next == DateFormat.NONE);
        started = true;
        if (use != RowUse.DROPPED) {
            if (candidates.size() > 1 && candidates.get(0).next != candidates.get(1).next) {
                ambiguous = text;
            }
            fractions |= ClockText.hasFraction(text);
            for (Candidate candidate : candidates) {
                candidate.offsets.next(place, candidate.form.offset(text), candidate.next);
                if (use == RowUse.KEPT) {
                    candidate.stamps.add(candidate.next);
                }
                candidate.midnights &= candidate.next % StampKind.DAY == 0;
                candidate.order.next(place, candidate.next);
            }
        }
    }

    private LstmException noDate(String text) {
        LstmException failure = text.isEmpty()
                ? LstmException.data("the date is missing")
                : LstmException.data(LstmException.quote(text), " is not a date");
        return started
                ? failure.remedy("write it like the dates above: ", String.join(" or ", patterns()))
                : failure.remedy(
                        "fix it, name the date column with ",
                        Setting.DATE,
                        " or its pattern with ",
                        Setting.DATE_FORMAT);
    }

    private boolean anyReads(String text) {
        boolean any = false;
        for (Candidate candidate : candidates) {
            candidate.next = candidate.form.seconds(text);
            any |= candidate.next != DateFormat.NONE;
        }
        return any;
    }

    private List<String> patterns() {
        return candidates.stream().map(candidate -> candidate.form.pattern()).toList();
    }

    /** Whether a stamp was cut to whole seconds. */
    boolean cutFractions() {
        return fractions;
    }

    /**
     * The stamps of the rows that were not dropped, in the order of the file: local times, or times at one UTC offset
     * if the clock goes back and the offsets show it.
     *
     * @param before rows kept before the first that is held
     * @throws LstmException if the rows are not in order, or it is unclear which number is the day
     */
    Stamps stamps(long before) throws LstmException {
        Candidate candidate = only();
        UtcOffsets offsets = candidate.offsets;
        try {
            boolean newestFirst = candidate.order.isNewestFirst();
            return new Stamps(candidate.stamps.toArray(), newestFirst, offsets.keptNote());
        } catch (LstmException e) {
            if (!offsets.canMove()) {
                throw e;
            }
            boolean newestFirst = offsets.order().isNewestFirst();
            return new Stamps(
                    offsets.moved(candidate.stamps.toArray(), before), newestFirst, Optional.of(offsets.movedNote()));
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
        candidates.forEach(candidate -> candidate.stamps.dropFirst(count));
    }

    /** Whether the stamps of all rows that were kept are midnights. */
    boolean areDates() throws LstmException {
        return only().midnights;
    }

    /**
     * What was read.
     *
     * @param times of the rows, in the order of the file; not copied
     * @param newestFirst whether they are descending
     * @param note how UTC offsets were treated
     */
    @SuppressWarnings("ArrayRecordComponent") // It is handed on, never compared.
    record Stamps(long[] times, boolean newestFirst, Optional<SeriesNote> note) {}

    private Candidate only() throws LstmException {
        if (candidates.size() > 1 && !ambiguous.isEmpty()) {
            throw LstmException.data(
                            LstmException.quote(ambiguous),
                            " does not tell the day from the month, nor does any other date")
                    .remedy(
                            "add ",
                            Setting.DATE_FORMAT.to(candidates.get(0).form.pattern()),
                            " or ",
                            Setting.DATE_FORMAT.to(candidates.get(1).form.pattern()))
                    .at(Place.of(source).column(column));
        }
        return candidates.get(0);
    }
}
