package lstm.report;

import lstm.series.Series;

/** The choice of the target in words. */
final class ColumnText {
    private ColumnText() {}

    /** Why the first column of a series is the target: {@code named close}. */
    static String reason(Series series) {
        return switch (series.targetReason()) {
            case ASKED_FOR -> "given";
            case ONLY_NUMERIC -> "the only numeric column";
            case ONLY_LIKELY -> "the only likely column";
            case COMMON_NAME -> "named " + series.target();
            case FIRST_NUMERIC -> "the first numeric column; a training must name its target";
        };
    }
}
