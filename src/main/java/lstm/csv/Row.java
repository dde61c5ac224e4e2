package lstm.csv;

import java.util.List;
import lstm.error.Place;

/**
 * A record of a CSV.
 *
 * @param source the CSV, as messages name it
 * @param line on which it starts, from 1
 * @param cells its fields without surrounding spaces
 */
record Row(String source, long line, List<String> cells) {
    /** Where it starts; made when it is asked for, since hardly any row is at fault. */
    Place place() {
        return Place.of(source).line(line);
    }

    String cell(int column) {
        return cells.get(column);
    }
}
