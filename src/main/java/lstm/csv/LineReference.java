package lstm.csv;

import lstm.error.LstmException;
import lstm.error.LstmException.Kind;

/**
 * A line of a CSV, as messages name it.
 *
 * @param source the name of the CSV
 * @param line the physical line on which the record starts, from 1
 */
record LineReference(String source, long line) {
    /** Bad data on this line. */
    LstmException fault(String message) {
        return new LstmException(Kind.DATA, source + ":" + line + ": " + message);
    }

    /** Bad data on this line in this column. */
    LstmException fault(String column, String message) {
        return fault("column " + LstmException.quote(column) + ": " + message);
    }
}
