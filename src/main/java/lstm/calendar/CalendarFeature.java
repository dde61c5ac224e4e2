package lstm.calendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import lstm.series.StampKind;

/**
 * What a stamp says of its place in a day, a week or a year, as a point on a circle, so that the end of one is near the
 * beginning of the next.
 */
public enum CalendarFeature {
    /** Hour and minute of the day. */
    HOUR {
        @Override
        double turn(LocalDateTime time) {
            return time.toLocalTime().toSecondOfDay() / (double) StampKind.DAY;
        }
    },
    /** Day of the week. */
    WEEKDAY {
        @Override
        double turn(LocalDateTime time) {
            return (time.getDayOfWeek().getValue() - 1) / 7.0;
        }
    },
    /** Day of the month. */
    DAY {
        @Override
        double turn(LocalDateTime time) {
            return (time.getDayOfMonth() - 1) / 31.0;
        }
    },
    /** Month of the year. */
    MONTH {
        @Override
        double turn(LocalDateTime time) {
            return (time.getMonthValue() - 1) / 12.0;
        }
    },
    /** Day of the year. */
    YEARDAY {
        @Override
        double turn(LocalDateTime time) {
            return (time.getDayOfYear() - 1) / 366.0;
        }
    };

    /** Columns that each is: sine and cosine. */
    public static final int WIDTH = 2;

    /** Share of the circle, in [0, 1). */
    abstract double turn(LocalDateTime time);

    /** Its two values for a stamp, in [-1, 1]. Modifies {@code to} at {@code at} and {@code at} + 1. */
    public void write(long stamp, float[] to, int at) {
        double angle = 2 * Math.PI * turn(LocalDateTime.ofEpochSecond(stamp, 0, ZoneOffset.UTC));
        to[at] = (float) StrictMath.sin(angle);
        to[at + 1] = (float) StrictMath.cos(angle);
    }

    /** Those that tell the steps of a calendar apart. */
    public static List<CalendarFeature> of(Calendar calendar) {
        return switch (calendar.step()) {
            case ROWS -> List.of();
            case SECONDS -> List.of(HOUR, WEEKDAY, YEARDAY);
            case WEEKDAY_SECONDS -> List.of(HOUR, WEEKDAY);
            case WEEKDAYS -> List.of(WEEKDAY, YEARDAY);
            case SEMI_MONTHS -> List.of(YEARDAY);
            case DAYS -> calendar.count() % 7 == 0 ? List.of(YEARDAY) : List.of(WEEKDAY, YEARDAY);
            case MONTHS -> calendar.count() % 12 == 0 ? List.of() : List.of(MONTH);
        };
    }

    /** How long the circle is; of months and years nearly. */
    public long seconds() {
        return switch (this) {
            case HOUR -> StampKind.DAY;
            case WEEKDAY -> 7 * StampKind.DAY;
            case DAY -> 31 * StampKind.DAY;
            case MONTH, YEARDAY -> 365 * StampKind.DAY;
        };
    }

    /** Whether stamps of this step differ in it at all. */
    public boolean suits(Step step) {
        return step != Step.ROWS && (this != HOUR || step == Step.SECONDS || step == Step.WEEKDAY_SECONDS);
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
