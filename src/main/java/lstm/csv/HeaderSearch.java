package lstm.csv;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the record that names the columns: the last rows show which columns hold values, and the header is among the
 * records above the first that holds values there.
 */
final class HeaderSearch {
    /** There is no such record. */
    static final int NONE = -1;

    private final List<HeadRecord> records;
    private final List<List<String>> cells;
    private final int width;
    private final List<FieldKind> kinds;
    private final int firstValues;

    /** @param records the first of the file, at least one */
    HeaderSearch(List<HeadRecord> records, char delimiter) {
        this.records = records;
        cells = records.stream().map(record -> record.cells(delimiter)).toList();
        width = commonWidth();
        kinds = kinds();
        firstValues = IntStream.range(0, cells.size())
                .filter(this::holdsValues)
                .findFirst()
                .orElse(NONE);
    }

    /** The width of most records; the greatest if several are equally common. */
    private int commonWidth() {
        Map<Integer, Long> counts = cells.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        long most = Collections.max(counts.values());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElseThrow();
    }

    /** What most cells of each column are in the second half of the records. */
    private List<FieldKind> kinds() {
        List<List<String>> rows = cells.subList(cells.size() / 2, cells.size()).stream()
                .filter(this::isWide)
                .toList();
        return IntStream.range(0, width)
                .mapToObj(column -> {
                    List<FieldKind> kinds = rows.stream()
                            .map(row -> FieldKind.of(row.get(column)))
                            .filter(kind -> kind != FieldKind.BLANK)
                            .toList();
                    long values = kinds.stream()
                            .filter(kind -> kind == FieldKind.VALUE)
                            .count();
                    return kinds.isEmpty()
                            ? FieldKind.BLANK
                            : 2 * values > kinds.size() ? FieldKind.VALUE : FieldKind.TEXT;
                })
                .toList();
    }

    private boolean isWide(List<String> row) {
        return row.size() == width;
    }

    /** Whether a record has a value, and no text where the others have values. */
    private boolean holdsValues(int record) {
        boolean any = false;
        for (int column = 0; isWide(cells.get(record)) && column < width; column++) {
            FieldKind kind =
                    kinds.get(column) == FieldKind.VALUE ? FieldKind.of(cell(record, column)) : FieldKind.BLANK;
            if (kind == FieldKind.TEXT || isNamelessDate(record, column)) {
                return false;
            }
            any |= kind == FieldKind.VALUE;
        }
        return any && !WideTable.isHeader(cells, record);
    }

    /** Whether a cell is empty where the next record has a date, as above the index of a data frame. */
    private boolean isNamelessDate(int record, int column) {
        return cell(record, column).isEmpty()
                && record + 1 < cells.size()
                && isWide(cells.get(record + 1))
                && FieldKind.isDate(cell(record + 1, column));
    }

    private String cell(int record, int column) {
        return cells.get(record).get(column);
    }

    /** The first record of the table: its header, or its first row if it has none. */
    int table() {
        return firstValues == NONE ? 0 : firstValues;
    }

    /** The record with the names of the columns, or {@link #NONE}. */
    int header() {
        if (firstValues == NONE) {
            return 0;
        }
        int last = lastAbove(false);
        last = last == NONE ? lastAbove(true) : last;
        if (last == NONE) {
            boolean names = firstValues > 0 && cells.get(firstValues - 1).size() > 1;
            // Other names than values: a row of the wrong width, and said to be so.
            return names ? firstValues - 1 : NONE;
        }
        int top = last;
        while (top > 0
                && !records.get(top).afterBlank()
                && isCandidate(top - 1, records.get(last).isComment())) {
            top--;
        }
        return best(top, last);
    }

    private int lastAbove(boolean comments) {
        for (int k = firstValues - 1; k >= 0; k--) {
            if (isCandidate(k, comments)) {
                return k;
            }
        }
        return NONE;
    }

    private boolean isCandidate(int record, boolean comments) {
        return isWide(cells.get(record)) && records.get(record).isComment() == comments;
    }

    /** Of several lines of names, the one with the name of a date, or else the first: units may stand below it. */
    private int best(int top, int last) {
        int[] whole = IntStream.rangeClosed(top, last)
                .filter(record -> record == top || isWhole(cells.get(record)))
                .toArray();
        int[] dated = IntStream.of(whole)
                .filter(record -> namesDate(cells.get(record)))
                .toArray();
        return dated.length == 1 ? dated[0] : top;
    }

    /** Whether each cell holds a name of its own: no value, no unit in brackets. */
    private static boolean isWhole(List<String> row) {
        return new HashSet<>(row).size() == row.size()
                && row.stream().allMatch(cell -> FieldKind.of(cell) == FieldKind.TEXT && !UnitsLine.isUnit(cell));
    }

    private static boolean namesDate(List<String> row) {
        return row.stream()
                .anyMatch(cell -> cell.indexOf(' ') < 0
                        && cell.indexOf(':') < 0
                        && DateNames.isDate(cell)
                        && !cell.equalsIgnoreCase("utc"));
    }
}
