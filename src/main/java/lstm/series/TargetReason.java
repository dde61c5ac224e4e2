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
    FIRST_NUMERIC;

    /** The reason in words, for a target of this name: {@code named close}. */
    public String text(String target) {
        return switch (this) {
            case ASKED_FOR -> "asked for";
            case ONLY_NUMERIC -> "the only numeric column";
            case COMMON_NAME -> "named " + target;
            case FIRST_NUMERIC -> "the first numeric column; train asks which";
        };
    }
}
