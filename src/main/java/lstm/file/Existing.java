package lstm.file;

/** What to do about an output that is there already. */
public enum Existing {
    /** Replace it, in one step. */
    REPLACE,
    /** Leave it alone and fail with {@link UserException.Kind#USAGE}. */
    REFUSE
}
