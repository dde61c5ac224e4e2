package lstm.series;

/** Why a column is the target. */
public enum TargetReason {
    /** The user named it. */
    ASKED_FOR,
    /** There is no other numeric column. */
    ONLY_NUMERIC,
    /** All other numeric columns are unlikely targets: identifiers, counters, constants, volumes and the like. */
    ONLY_LIKELY,
    /** It has a common name of a target. */
    COMMON_NAME,
    /** It is the first of several numeric columns, and it is unclear which one is meant. */
    FIRST_NUMERIC
}
