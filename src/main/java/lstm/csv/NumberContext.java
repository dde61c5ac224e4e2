package lstm.csv;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.series.NumberClue;

/**
 * What the look of a file suggests about its numbers.
 *
 * @param clues from its delimiter and its dates
 */
record NumberContext(Set<NumberClue> clues) {
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.(\\d{4}|\\d{2})([ T].*)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})([ T].*)?");
    private static final int MONTHS = 12;

    /** The look of a file that begins with these rows. */
    static NumberContext of(char delimiter, List<Row> rows) {
        Set<NumberClue> clues = EnumSet.of(delimiter == ';' ? NumberClue.SEMICOLONS : NumberClue.COMMAS);
        int columns = rows.isEmpty() ? 0 : rows.get(0).cells().size();
        for (int column = 0; column < columns; column++) {
            int index = column;
            List<String> cells = rows.stream().map(row -> row.cell(index)).toList();
            if (mostly(cells, DOTTED)) {
                clues.add(NumberClue.DOTTED_DATES);
            } else if (mostly(cells, SLASHED) && monthFirst(cells)) {
                clues.add(NumberClue.MONTH_FIRST_DATES);
            }
        }
        return new NumberContext(clues);
    }

    private static boolean mostly(List<String> cells, Pattern pattern) {
        return 2
                        * cells.stream()
                                .filter(cell -> pattern.matcher(cell).matches())
                                .count()
                > cells.size();
    }

    private static boolean monthFirst(List<String> cells) {
        boolean first = false;
        boolean second = false;
        for (String cell : cells) {
            Matcher date = SLASHED.matcher(cell);
            if (date.matches()) {
                first |= Integer.parseInt(date.group(1)) > MONTHS;
                second |= Integer.parseInt(date.group(2)) > MONTHS;
            }
        }
        return second && !first;
    }

    boolean has(NumberClue clue) {
        return clues.contains(clue);
    }

    /** Whether files of this look usually have a decimal comma. */
    boolean suggestsComma() {
        return has(NumberClue.DOTTED_DATES) && has(NumberClue.SEMICOLONS);
    }
}
