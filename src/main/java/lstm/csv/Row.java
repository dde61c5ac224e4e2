package lstm.csv;

import java.util.List;

/**
 * A record of a CSV.
 *
 * @param place the line on which it starts
 * @param cells its fields without surrounding spaces
 */
record Row(LineReference place, List<String> cells) {
    String cell(int column) {
        return cells.get(column);
    }
}
