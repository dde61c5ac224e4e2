package lstm.report;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.evaluate.HistoryNote;
import lstm.forecast.ForecastStart;
import lstm.model.Model;
import lstm.series.Missing;
import lstm.series.OddLine;
import lstm.series.Series;
import lstm.series.SeriesNote;

/** Notes in words. */
public final class NoteText {
    /** Maximum number of UTC offsets to list. */
    private static final int LISTED = 4;

    private NoteText() {}

    /** What was done to a series while it was read. */
    public static List<String> of(Series series) {
        return series.notes().stream().map(NoteText::of).toList();
    }

    /** For example {@code 3 missing values; 2 rows dropped}. */
    public static String of(SeriesNote note) {
        if (note instanceof SeriesNote.RowsNumbered numbered) {
            return "column " + LstmException.quote(numbered.column())
                    + " holds numbers, not dates; the rows are numbered instead";
        } else if (note instanceof SeriesNote.DatesUnread unread) {
            return "column " + LstmException.quote(unread.column()) + " is not read as dates (line " + unread.line()
                    + " holds " + LstmException.quote(unread.text()) + "); the rows are numbered instead";
        } else if (note instanceof SeriesNote.LinesPassedOver passed) {
            return count(passed.count(), "line") + " without a row passed over: " + odd(passed.first(), passed.count());
        } else if (note instanceof SeriesNote.WithoutValues empty) {
            return empty.series() + RowNames.more(empty.more()) + ": no value; left out";
        } else if (note instanceof SeriesNote.NumbersRead read) {
            return "numbers: " + NumberFactsText.of(read.facts());
        } else if (note instanceof SeriesNote.LinesAbove above) {
            return "the table begins on line " + above.header() + "; " + count(above.count(), "line")
                    + " above it passed over: " + odd(above.first(), above.count());
        } else if (note instanceof SeriesNote.Reversed) {
            return "rows were newest first; reversed";
        } else if (note instanceof SeriesNote.FractionsCut) {
            return "fractions of a second are dropped";
        } else if (note instanceof SeriesNote.OffsetsIgnored ignored) {
            return "times are read as local time; the offset " + list(ignored.offsets()) + " is ignored";
        } else if (note instanceof SeriesNote.ClocksMoved moved) {
            return "the UTC offset changes (" + list(moved.offsets()) + "), first on line " + moved.line()
                    + "; all times are converted to " + moved.offsets().get(0);
        } else if (note instanceof SeriesNote.RowsDropped dropped) {
            return missing(dropped.missing(), dropped.unreadable()) + "; " + count(dropped.rows(), "row") + " dropped";
        } else if (note instanceof SeriesNote.ValuesFilled filled) {
            return missing(filled.missing(), filled.unreadable()) + " filled " + how(filled.policy());
        }
        return count(((SeriesNote.EndsDropped) note).rows(), "row")
                + " dropped at the ends, where there is no value to fill from";
    }

    /** Lines and what they hold: {@code line 302 holds "Total"}. */
    static String odd(List<OddLine> lines, long count) {
        String first = lines.stream()
                .map(odd -> "line " + odd.line()
                        + (odd.text().isEmpty() ? " is blank" : " holds " + LstmException.quote(odd.text())))
                .collect(Collectors.joining(", "));
        return first + (count > lines.size() ? " and " + (count - lines.size()) + " more" : "");
    }

    private static String list(List<? extends ZoneId> offsets) {
        return offsets.stream().limit(LISTED).map(ZoneId::getId).collect(Collectors.joining(", "))
                + (offsets.size() > LISTED ? ", ..." : "");
    }

    private static String missing(long cells, long unreadable) {
        return count(cells, "missing value")
                + (unreadable > 0 ? " (" + unreadable + " of them text or not finite)" : "");
    }

    private static String how(Missing policy) {
        return switch (policy) {
            case FORWARD -> "with the last value";
            case MASK -> "by interpolation and masked: windows that touch them are not trained on or scored";
            default -> "by interpolation";
        };
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** For example {@code the first windows use earlier rows from prices.csv}. */
    public static Phrase of(HistoryNote note) {
        if (note instanceof HistoryNote.ReachesBack back) {
            return Phrase.of(
                    "the first windows use earlier rows from ", back.source().orElse("the model file"));
        }
        return Phrase.of(
                "the first ",
                ((HistoryNote.RowsSkipped) note).rows(),
                " rows have too little history to be forecast; give earlier rows with ",
                Setting.CONTEXT);
    }

    /** The start of a forecast: {@code close after 2024-05-31, steps: weekdays except holidays}. */
    public static String of(ForecastStart start, Model model) {
        return String.join(", ", model.targets()) + " after " + start.stamps().text(start.last()) + ", steps: "
                + CalendarText.of(start.calendar())
                + (start.calendar().holidays().isEmpty() ? "" : " except holidays");
    }
}
