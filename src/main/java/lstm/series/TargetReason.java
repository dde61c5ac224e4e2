package lstm.series;

/** Why a column is the target. */
public enum TargetReason {
    /** The user named it. */
    ASKED_FOR,
    /** There was no other to take. */
    ONLY_NUMERIC,
    /** It has one of the names that targets commonly have. */
    COMMON_NAME;

    /** The reason in words, for a target of this name: {@code named close}. */
    public String text(String target) {
        return switch (this) {
            case ASKED_FOR -> "asked for";
            case ONLY_NUMERIC -> "the only numeric column";
            case COMMON_NAME -> "named " + target;
        };
    }
}
