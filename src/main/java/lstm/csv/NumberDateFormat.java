package lstm.csv;

import java.util.List;
import java.util.Locale;
import lstm.series.StampKind;

/**
 * A format in which a date is a plain number.
 *
 * @param unit what is counted
 * @param asked whether the user named the format; otherwise only numbers in the usual range are dates
 */
record NumberDateFormat(Unit unit, boolean asked) implements DateFormat {
    /** What a number counts. */
    enum Unit {
        EPOCH_SECONDS(1, 300_000_000, 1_900_000_000),
        EPOCH_MILLIS(1_000, 300_000_000, 4_100_000_000L),
        EPOCH_MICROS(1_000_000, 300_000_000, 4_100_000_000L),
        EPOCH_NANOS(1_000_000_000, 300_000_000, 4_100_000_000L),
        /** Days since 1899-12-30, as spreadsheets count them from March 1900 on; here 1954 to 2119. */
        EXCEL(1, 20_000, 80_000),
        YEAR(1, 1500, 2200),
        YEAR_MONTH(1, 150_001, 220_012);

        private final long perUnit;
        private final long least;
        private final long most;

        Unit(long perUnit, long least, long most) {
            this.perUnit = perUnit;
            this.least = least;
            this.most = most;
        }
    }

    /** Those that are found without being named; no number is in the range of two. */
    static final List<DateFormat> ALL = List.of(
            new NumberDateFormat(Unit.EPOCH_SECONDS, false),
            new NumberDateFormat(Unit.EPOCH_MILLIS, false),
            new NumberDateFormat(Unit.EPOCH_MICROS, false),
            new NumberDateFormat(Unit.EPOCH_NANOS, false),
            new NumberDateFormat(Unit.EXCEL, false),
            new NumberDateFormat(Unit.YEAR, false),
            new NumberDateFormat(Unit.YEAR_MONTH, false));

    /** Seconds of the years 1 to 9999. */
    private static final long FIRST = -62_135_596_800L;

    private static final long LAST = 253_402_300_799L;

    /** Days from 1899-12-30 to 1970-01-01. */
    private static final long EXCEL_EPOCH = 25_569;

    /** The day after one that spreadsheets count though it never was: 1900-02-29. */
    private static final long FIRST_SERIAL = 61;

    boolean isEpoch() {
        return unit.ordinal() <= Unit.EPOCH_NANOS.ordinal();
    }

    @Override
    public String pattern() {
        return switch (unit) {
            case YEAR -> "yyyy";
            case YEAR_MONTH -> "yyyyMM";
            default -> unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    @Override
    public int offset(String text) {
        return ClockText.NO_OFFSET;
    }

    @Override
    public boolean hasFraction(String text) {
        return isEpoch() && (Math.floorMod(whole(text), unit.perUnit) != 0 || fraction(text) > 0);
    }

    @Override
    public long seconds(String text) {
        long whole = whole(text);
        double fraction = whole == NONE ? -1 : fraction(text);
        if (fraction < 0 || !asked && (whole < unit.least * unit.perUnit || whole >= unit.most * unit.perUnit)) {
            return NONE;
        }
        return switch (unit) {
            case YEAR -> fraction > 0 ? NONE : midnight(CommonDateFormat.epochDay((int) whole, 1, 1));
            case YEAR_MONTH ->
                fraction > 0 ? NONE : midnight(CommonDateFormat.epochDay((int) (whole / 100), (int) (whole % 100), 1));
            case EXCEL -> whole < FIRST_SERIAL ? NONE : serial(whole, fraction);
            default -> inRange(Math.floorDiv(whole, unit.perUnit));
        };
    }

    private static long serial(long days, double fraction) {
        if (days > LAST) {
            return NONE;
        }
        return inRange((days - EXCEL_EPOCH) * StampKind.DAY + Math.round(fraction * StampKind.DAY));
    }

    private static long midnight(long day) {
        return day == NONE ? NONE : day * StampKind.DAY;
    }

    private static long inRange(long seconds) {
        return seconds < FIRST || seconds > LAST ? NONE : seconds;
    }

    /** The whole part of a number, or {@link DateFormat#NONE}. */
    private static long whole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int end = digits(text, from);
        if (end == from || end - from > 19 || end < text.length() && ".,".indexOf(text.charAt(end)) < 0) {
            return NONE;
        }
        try {
            return Long.parseLong(text, 0, end, 10);
        } catch (NumberFormatException e) {
            // Beyond the range of a long: no date.
            return NONE;
        }
    }

    /** The decimals of a number that has a whole part, or -1 if other text follows. */
    private static double fraction(String text) {
        int point = digits(text, text.startsWith("-") ? 1 : 0);
        if (point == text.length()) {
            return 0;
        }
        int end = digits(text, point + 1);
        return end < text.length() || end == point + 1 || text.startsWith("-")
                ? -1
                : Double.parseDouble("0." + text.substring(point + 1));
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
