package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.OddLine;
import lstm.series.SeriesNote;

/**
 * Lines of a table that are no rows and are passed over: lines of delimiters alone, which spreadsheets leave, units
 * below the header, and remarks of one field below the last row.
 */
final class PassedLines {
    /** How many are named. */
    private static final int LISTED = 5;

    private final List<OddLine> first = new ArrayList<>();
    private long count;
    private Optional<LstmException> unlessLast = Optional.empty();

    void add(Row row) {
        count++;
        if (first.size() < LISTED) {
            String text = row.cells().stream()
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
            first.add(new OddLine(row.line(), text));
        }
    }

    /**
     * Passes over a line with the wrong number of fields if it is a remark and no row follows.
     *
     * @param fault the failure if it is none
     */
    void addShort(Row row, LstmException fault) throws LstmException {
        if (!isRemark(row.cells())) {
            throw unlessLast.orElse(fault);
        }
        unlessLast = unlessLast.isPresent() ? unlessLast : Optional.of(fault);
        add(row);
    }

    /** A row follows, so that a line above is no remark below the table. */
    void rowFollows() throws LstmException {
        if (unlessLast.isPresent()) {
            throw unlessLast.get();
        }
    }

    /** Several words in one field; what breaks off in the middle of a row looks otherwise. */
    private static boolean isRemark(List<String> cells) {
        if (cells.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
            return false;
        }
        String text = cells.get(0);
        boolean words = text.indexOf(' ') > 0 || text.endsWith(":") || text.startsWith("*") || text.startsWith("#");
        return words && !text.isEmpty() && !Character.isDigit(text.charAt(0)) && FieldKind.of(text) == FieldKind.TEXT;
    }

    static boolean isBlank(Row row) {
        return row.cells().get(0).isEmpty()
                && row.cells().size() > 1
                && row.cells().stream().allMatch(String::isEmpty);
    }

    Optional<SeriesNote> note() {
        return count == 0 ? Optional.empty() : Optional.of(new SeriesNote.LinesPassedOver(count, first));
    }
}
