package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the rule of stamps that come once a month or quarter, twice a month, or once a week. */
final class RuleFinder {
    /** Fewer days show no rule. */
    private static final int FEWEST = 4;

    /** In this many consecutive months with one stamp each, the step cannot be 28 days. */
    private static final int YEAR = 12;

    /** A holiday moves a business day by at most this many days, weekend included. */
    private static final int MOST_MOVED = 5;

    /** Share of the stamps that are where the rule has them, if holidays may move them. */
    private static final double MOST_KEPT = 0.75;

    private final LocalDate[] days;

    RuleFinder(LocalDate[] days) {
        this.days = days;
    }

    /** A weekday of the month, a business day, or retail months, if all stamps or nearly all keep one. */
    Optional<Calendar> monthly() {
        if (days.length < FEWEST) {
            return Optional.empty();
        }
        Optional<Calendar> weekday = months().flatMap(
                        count -> weekdays().filter(this::isExact).findFirst().map(rule -> of(count, rule)));
        return weekday.or(() -> RetailFinder.find(days)).or(() -> months().flatMap(count -> Stream.of(true, false)
                .map(DayRule.BusinessDay::new)
                .filter(this::isKept)
                .findFirst()
                .map(rule -> of(count, rule))));
    }

    /** Months, if each of a year or more has one stamp on whatever day; it is dated with the median. */
    Optional<Calendar> anyDayOfMonth() {
        long[] gaps = gaps(month -> month.getYear() * 12L + month.getMonthValue());
        boolean one = days.length >= YEAR && Arrays.stream(gaps).allMatch(gap -> gap == gaps[0]) && gaps[0] > 0;
        int[] sorted =
                Arrays.stream(days).mapToInt(LocalDate::getDayOfMonth).sorted().toArray();
        return one ? Optional.of(of(gaps[0], new DayRule.OfMonth(sorted[sorted.length / 2]))) : Optional.empty();
    }

    private static Calendar of(long months, DayRule rule) {
        return new Calendar(Step.MONTHS, months, rule, true);
    }

    /** The months from stamp to stamp, if most are equal and none has two. */
    private Optional<Long> months() {
        return StepFinder.commonest(gaps(day -> day.getYear() * 12L + day.getMonthValue()));
    }

    private long[] gaps(ToLongFunction<LocalDate> unit) {
        return IntStream.range(1, days.length)
                .mapToLong(k -> unit.applyAsLong(days[k]) - unit.applyAsLong(days[k - 1]))
                .toArray();
    }

    private Stream<DayRule.Weekday> weekdays() {
        DayOfWeek weekday = days[0].getDayOfWeek();
        return IntStream.rangeClosed(1, 5).mapToObj(week -> new DayRule.Weekday(weekday, week));
    }

    private boolean isExact(DayRule.Monthly rule) {
        return Arrays.stream(days).allMatch(day -> rule.day(YearMonth.from(day)).equals(day));
    }

    private boolean isKept(DayRule.BusinessDay rule) {
        int exact = 0;
        for (LocalDate day : days) {
            long moved = day.toEpochDay() - rule.day(YearMonth.from(day)).toEpochDay();
            long inwards = rule.last() ? -moved : moved;
            if (Calendar.isWeekend(day) || inwards < 0 || inwards > MOST_MOVED) {
                return false;
            }
            exact += moved == 0 ? 1 : 0;
        }
        return exact >= MOST_KEPT * days.length;
    }

    /** Two days of the month, if every month but the first and last has both. */
    Optional<Calendar> twiceAMonth() {
        if (days.length < FEWEST) {
            return Optional.empty();
        }
        int first = Arrays.stream(days).mapToInt(LocalDate::getDayOfMonth).min().orElseThrow();
        int latest = Arrays.stream(days)
                .mapToInt(day -> day.getDayOfMonth() == day.lengthOfMonth() ? 31 : day.getDayOfMonth())
                .max()
                .orElseThrow();
        int second = latest == 31 && !endsAreEnds() ? 30 : latest;
        if (first > 28 || first >= second) {
            return Optional.empty();
        }
        DayRule.Twice rule = new DayRule.Twice(first, second);
        boolean all = IntStream.range(1, days.length)
                .allMatch(k -> rule.after(days[k - 1]).equals(days[k]));
        boolean begins = rule.after(days[0].minusDays(1)).equals(days[0]);
        return all && begins ? Optional.of(new Calendar(Step.SEMI_MONTHS, 1, rule, true)) : Optional.empty();
    }

    /** Whether every stamp in the last days of a month is its last day. */
    private boolean endsAreEnds() {
        return Arrays.stream(days)
                .filter(day -> day.getDayOfMonth() >= 28)
                .allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
    }

    /** Weeks, if none has two stamps, and most but not all fall on one weekday. */
    Optional<Calendar> onceAWeek() {
        Optional<Long> weeks = days.length < FEWEST
                ? Optional.empty()
                : StepFinder.commonest(gaps(day -> Math.floorDiv(day.toEpochDay() + 3, 7L)));
        Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(days).forEach(day -> counts.merge(day.getDayOfWeek(), 1, Integer::sum));
        List<DayOfWeek> common = new ArrayList<>(counts.keySet());
        common.removeIf(day -> counts.get(day) < MOST_KEPT * days.length);
        return weeks.isEmpty() || common.isEmpty() || counts.size() == 1
                ? Optional.empty()
                : Optional.of(new Calendar(Step.DAYS, 7 * weeks.get(), new DayRule.OfWeek(common.get(0)), true));
    }
}
