package lstm.series;

import lstm.file.UserException;
import lstm.file.UserException.Kind;

/**
 * A line of a CSV, as messages name it.
 *
 * @param source the name of the CSV
 * @param line the physical line on which the record starts, from 1
 */
record Place(String source, long line) {
    /** Bad data on this line. */
    UserException fault(String message) {
        return new UserException(Kind.DATA, source + ":" + line + ": " + message);
    }

    /** Bad data on this line in this column. */
    UserException fault(String column, String message) {
        return fault("column " + UserException.quote(column) + ": " + message);
    }
}
