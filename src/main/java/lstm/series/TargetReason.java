package lstm.series;

/** Why a column is the target. */
public enum TargetReason {
    /** The user named it. */
    ASKED_FOR,
    /** There was no other to take. */
    ONLY_NUMERIC,
    /** It has one of the names that targets commonly have. */
    COMMON_NAME,
    /** It is the first of several, and nothing tells which is meant. */
    FIRST_NUMERIC
}
