package lstm.file;

import lstm.error.LstmException;

/** What to do about an output that is there already. */
public enum Existing {
    /** Replace it, in one step. */
    REPLACE,
    /** Leave it alone and fail with {@link LstmException.Kind#USAGE}. */
    REFUSE
}
