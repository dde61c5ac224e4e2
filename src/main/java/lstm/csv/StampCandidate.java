package lstm.csv;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.StampColumn;
import lstm.series.StampKind;

/** A format in which the stamps may be written, and the stamps as it reads them. */
final class StampCandidate {
    final DateFormat form;
    final StampOrder order = new StampOrder();
    private StampColumn.Builder stamps = new StampColumn.Builder();
    private final UtcOffsets offsets = new UtcOffsets();
    private final ShortYears years;

    /** Whether all stamps are midnights. */
    boolean midnights = true;

    /** The month of all stamps if years have two digits; 0 before the first and -1 if there are several. */
    private int month;

    /** The stamp that was read last, or {@link DateFormat#NONE}. */
    long next;

    StampCandidate(DateFormat form) {
        this.form = form;
        years = form.hasShortYear() ? new ShortYears() : null;
    }

    /**
     * Takes the stamp that was read last.
     *
     * @param text it was read from
     * @param keep whether to keep it
     */
    void take(Row row, String text, boolean keep) {
        long stamp = years == null ? next : years.next(next);
        if (offsets.areGiven()) {
            offsets.next(row, form.offset(text), stamp);
        }
        if (keep) {
            stamps.add(stamp);
        }
        if (years != null && month >= 0) {
            int now = StampKind.time(stamp).getMonthValue();
            month = month == 0 || month == now ? now : -1;
        }
        midnights &= stamp % StampKind.DAY == 0;
        order.next(row, stamp);
    }

    /** The stamps, as {@link StampReader#stamps} gives them. */
    StampReader.Stamps stamps(long before) throws LstmException {
        StampColumn read = stamps.build();
        int shift = years == null ? 0 : years.shift();
        StampColumn times =
                shift == 0 ? read : StampColumn.of(read.size(), row -> ShortYears.moved(read.at(row), shift));
        try {
            return new StampReader.Stamps(times, order.isNewestFirst(), offsets.keptNote());
        } catch (LstmException e) {
            if (!offsets.canMove()) {
                throw e;
            }
            boolean newestFirst = offsets.order().isNewestFirst();
            return new StampReader.Stamps(offsets.moved(times, before), newestFirst, Optional.of(offsets.movedNote()));
        }
    }

    /** Whether the rows run from the oldest to the newest or the other way. */
    boolean inOrder() {
        return order.onlyRises() || order.onlyFalls() || offsets.canMove();
    }

    /** Whether two digits behind the name of one month may be its days as well as years. */
    boolean mayBeDays() {
        return form == MonthNameFormat.MONTH_SHORT && month > 0 && order.rows() > 1;
    }

    /** A cell as an ISO date, or date and time. */
    String text(String cell) {
        long stamp = form.seconds(cell);
        return (stamp % StampKind.DAY == 0 ? StampKind.DATE : StampKind.DATE_TIME).text(stamp);
    }

    void dropFirst(int count) {
        StampColumn all = stamps.build();
        stamps = new StampColumn.Builder();
        for (int row = count; row < all.size(); row++) {
            stamps.add(all.at(row));
        }
    }
}
