package lstm.csv;

import java.util.List;
import lstm.error.Place;

/**
 * A record of a CSV.
 *
 * @param place the line on which it starts
 * @param cells its fields without surrounding spaces
 */
record Row(Place place, List<String> cells) {
    /** The line on which it starts, from 1. */
    long line() {
        return place.line().getAsLong();
    }

    String cell(int column) {
        return cells.get(column);
    }
}
