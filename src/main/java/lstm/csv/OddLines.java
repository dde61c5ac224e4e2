package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.series.OddLine;
import lstm.series.SeriesNote;

/**
 * The lines whose date cell holds no date. Those that are clearly no rows are passed over: totals and notes by their
 * first word, lines without a digit, and lines without a number below the last row. All others are errors, since they
 * may be rows whose date is misspelled.
 */
final class OddLines {
    /** How many are named. */
    private static final int LISTED = 5;

    /** How many decide that a column of words holds no dates at all. */
    private static final int MOST_BEFORE_DATES = 100;

    private static final Pattern TOTAL = Pattern.compile(
            "(?:grand[- ]?|sub-?|overall )?(?:(?:totals?|sum|mean|average|avg|count|median|gesamt\\p{L}*|endsumme|summe|mittelwert"
                    + "|durchschnitt|anzahl|zwischensumme|insgesamt|somme|moyenne|suma|promedio|media|totale|somma|source"
                    + "|notes?|quelle|hinweis|fuente|fonte|nota|remarque)\\b|\\*|#|\u2211|\u03a3).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** {@code 12.5 °C}, {@code EUR 12}, but not {@code m3/s}. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\p{L}{1,3} +)?[^\\p{L}\\d]*\\d.*");

    private final DateColumns dates;
    private final List<OddLine> first = new ArrayList<>();
    private long count;
    private Optional<LstmException> unlessLast = Optional.empty();

    OddLines(DateColumns dates) {
        this.dates = dates;
    }

    /**
     * Takes a line without a date.
     *
     * @param text what it has instead
     * @param started whether a row with a date came before
     * @param fault the failure if it may be a row
     */
    void add(Row row, String text, boolean started, LstmException fault) throws LstmException {
        boolean number = IntStream.range(0, row.cells().size())
                .anyMatch(column ->
                        !dates.holds(column) && NUMBER.matcher(row.cell(column)).matches());
        if (TOTAL.matcher(text).matches() || !number && !hasDigit(text)) {
            // No row, wherever it stands.
            if (!started && count >= MOST_BEFORE_DATES) {
                throw fault;
            }
        } else if (started && !number) {
            unlessLast = unlessLast.isPresent() ? unlessLast : Optional.of(fault);
        } else {
            throw fault;
        }
        count++;
        if (first.size() < LISTED) {
            first.add(new OddLine(row.line(), text));
        }
    }

    /** A row with a date follows, so that a line above is no footer. */
    void dateFollows() throws LstmException {
        if (unlessLast.isPresent()) {
            throw unlessLast.get();
        }
    }

    long count() {
        return count;
    }

    List<OddLine> first() {
        return first;
    }

    Optional<SeriesNote> note() {
        return count == 0 ? Optional.empty() : Optional.of(new SeriesNote.LinesPassedOver(count, first));
    }

    static boolean hasDigit(String text) {
        for (int k = 0; k < text.length(); k++) {
            if (Character.isDigit(text.charAt(k))) {
                return true;
            }
        }
        return false;
    }
}
