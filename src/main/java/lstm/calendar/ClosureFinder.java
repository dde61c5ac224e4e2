package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import lstm.series.StampColumn;
import lstm.series.StampKind;

/**
 * Learns from the days without rows which of them come again. A weekday is closed if the series never has it. A holiday
 * is believed if its day was without rows every time of the last five that it could have had some, and at least three
 * times; of rules that explain the same days the one that explains most is taken first. What a series of less than
 * three years skips is not learned.
 */
final class ClosureFinder {
    /**
     * Only this many of the last years are considered because laws change; each date falls on every weekday in them.
     */
    private static final int YEARS = 12;

    private static final int ENOUGH = 3;
    private static final int LATEST = 5;

    /** How often every other day of the week must have come before one that never came is closed. */
    private static final int WEEKS = 4;

    /** With more days than this without rows, chance would pass for a rule. */
    private static final double MOST_ABSENT = 0.1;

    /** Neither a leap year nor one whose Easter is extreme. */
    private static final int ANY_YEAR = 2001;

    private final LocalDate first;
    private final LocalDate last;
    private final BitSet open = new BitSet();
    private final boolean weekdays;

    private ClosureFinder(boolean weekdays, StampColumn stamps) {
        this.weekdays = weekdays;
        last = StampKind.time(stamps.last()).toLocalDate();
        LocalDate start = StampKind.time(stamps.at(0)).toLocalDate();
        LocalDate earliest = last.minusYears(YEARS);
        first = start.isBefore(earliest) ? earliest : start;
        stamps.forEachRun((stamp, step, count) -> {
            if (step <= StampKind.DAY) {
                open(stamp, stamp + step * (count - 1));
            } else {
                for (int k = 0; k < count; k++) {
                    open(stamp + step * k, stamp + step * k);
                }
            }
        });
    }

    /** Marks the days between two stamps. */
    private void open(long from, long to) {
        long before = first.toEpochDay();
        long firstDay = Math.max(0, Math.floorDiv(from, StampKind.DAY) - before);
        long lastDay = Math.floorDiv(to, StampKind.DAY) - before;
        if (lastDay >= firstDay) {
            open.set((int) firstDay, (int) lastDay + 1);
        }
    }

    /**
     * The closures of a series of days, or of parts of days.
     *
     * @param weekdays whether Saturdays and Sundays are closed anyway
     * @param stamps rising
     */
    static List<Closure> find(boolean weekdays, StampColumn stamps) {
        ClosureFinder finder = new ClosureFinder(weekdays, stamps);
        List<Closure> closures = new ArrayList<>();
        if (!weekdays) {
            closures.addAll(finder.weekly());
        }
        closures.addAll(finder.holidays(closures));
        return closures;
    }

    private List<Closure> weekly() {
        int[] seen = new int[DayOfWeek.values().length];
        open.stream().forEach(day -> seen[first.plusDays(day).getDayOfWeek().ordinal()]++);
        List<Closure> closed = new ArrayList<>();
        if (Arrays.stream(seen).allMatch(count -> count == 0 || count >= WEEKS)) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (seen[day.ordinal()] == 0) {
                    closed.add(new Closure.Weekly(day));
                }
            }
        }
        return closed;
    }

    private int days() {
        return (int) (last.toEpochDay() - first.toEpochDay());
    }

    private List<Closure.Holiday> holidays(List<Closure> weekly) {
        BitSet absent = new BitSet();
        int possible = 0;
        for (int day = 1; day < days(); day++) {
            LocalDate date = first.plusDays(day);
            if (!(weekdays && Calendar.isWeekend(date)) && weekly.stream().noneMatch(closure -> closure.closes(date))) {
                possible++;
                absent.set(day, !open.get(day));
            }
        }
        List<Closure.Holiday> found = new ArrayList<>();
        if (absent.cardinality() > MOST_ABSENT * possible) {
            return found;
        }
        List<Closure.Holiday> candidates = new ArrayList<>(candidates());
        candidates.removeIf(candidate -> explained(candidate, absent) < ENOUGH || contradicted(candidate));
        while (found.size() < Calendar.MOST_HOLIDAYS) {
            Closure.Holiday best = null;
            int most = ENOUGH - 1;
            for (Closure.Holiday candidate : candidates) {
                int count = explained(candidate, absent);
                if (count > most) {
                    most = count;
                    best = candidate;
                }
            }
            if (best == null) {
                break;
            }
            found.add(best);
            occurrences(best).forEach(absent::clear);
        }
        found.sort(Comparator.comparing(holiday -> holiday.in(ANY_YEAR)));
        return found;
    }

    /** The simplest first, which is taken where others explain no more. */
    private List<Closure.Holiday> candidates() {
        List<Closure.Holiday> all = new ArrayList<>();
        Closure.Observance[] observances = Closure.Observance.values();
        for (Closure.Observance observed : List.of(observances).subList(0, weekdays ? observances.length : 1)) {
            for (LocalDate day = LocalDate.of(ANY_YEAR, 1, 1); day.getYear() == ANY_YEAR; day = day.plusDays(1)) {
                all.add(new Closure.Date(day.getMonthValue(), day.getDayOfMonth(), observed));
            }
        }
        for (int month = 1; month <= 12; month++) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (int week = 1; week <= Closure.Weekday.LAST; week++) {
                    all.add(new Closure.Weekday(month, day, week));
                }
            }
        }
        for (int days = Closure.Easter.FIRST; days <= Closure.Easter.LAST; days++) {
            all.add(new Closure.Easter(days));
        }
        return all;
    }

    /** The days of a holiday between the first stamp and the last, counted from the first, rising. */
    private List<Integer> occurrences(Closure.Holiday holiday) {
        List<Integer> days = new ArrayList<>();
        for (int year = first.getYear(); year <= last.getYear() + 1; year++) {
            LocalDate date = holiday.in(year);
            long day = date.toEpochDay() - first.toEpochDay();
            if (day > 0 && day < days() && !(weekdays && Calendar.isWeekend(date))) {
                days.add((int) day);
            }
        }
        return days;
    }

    private int explained(Closure.Holiday holiday, BitSet absent) {
        return (int) occurrences(holiday).stream().filter(absent::get).count();
    }

    /** Whether the series has a row on one of its latest days. */
    private boolean contradicted(Closure.Holiday holiday) {
        List<Integer> days = occurrences(holiday);
        return days.subList(Math.max(0, days.size() - LATEST), days.size()).stream()
                .anyMatch(open::get);
    }
}
