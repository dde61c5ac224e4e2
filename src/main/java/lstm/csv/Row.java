package lstm.csv;

import java.util.List;
import java.util.Optional;
import lstm.error.Place;

/**
 * A record of a CSV.
 *
 * @param source the CSV, as messages name it
 * @param line on which it starts, from 1
 * @param cells its fields without surrounding spaces
 * @param column that the last cell is from, if the record has a cell of several series
 */
record Row(String source, long line, List<String> cells, Optional<String> column) {
    /** A record as it stands in the file. */
    Row(String source, long line, List<String> cells) {
        this(source, line, cells, Optional.empty());
    }

    /** Where it starts; made when it is asked for, since hardly any row is at fault. */
    Place place() {
        return Place.of(source).line(line);
    }

    String cell(int column) {
        return cells.get(column);
    }
}
