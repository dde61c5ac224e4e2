package lstm.cli.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lstm.error.Place;

/**
 * One file of a batch.
 *
 * @param cells values by column, in order, without empty cells
 * @param place manifest and line
 */
public record ManifestRow(Map<String, String> cells, Place place) {
    /** The column that names the file. */
    public static final String FILE = "file";

    /** Copies the cells. */
    public ManifestRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
