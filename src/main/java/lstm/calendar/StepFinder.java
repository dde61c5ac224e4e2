package lstm.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lstm.series.StampColumn;
import lstm.series.StampKind;

/** Infers a {@link Calendar} from stamps. */
final class StepFinder {
    /** A step is regular if more than this share of the stamps keep it; the rest are gaps. */
    private static final double MOST = 0.5;

    private static final long MORE_THAN_A_WEEK = 8 * StampKind.DAY;

    /** How far the days of a monthly series may lie apart: month ends that are moved off weekends, say. */
    private static final int LOOSE_DAYS = 6;

    /** Stamps of two months that lie closer than this keep no calendar of months. */
    private static final long SHORTEST_MONTH = (28 - LOOSE_DAYS) * StampKind.DAY;

    private StepFinder() {}

    /** The calendar of rising stamps in seconds, at least one. */
    static Calendar find(StampColumn stamps) {
        if (stamps.size() == 1) {
            return new Calendar(Step.DAYS, 1, 0, false);
        }
        Optional<Calendar> unbroken = unbroken(stamps);
        if (unbroken.isPresent()) {
            return unbroken.get();
        }
        long clock = Math.floorMod(stamps.at(0), StampKind.DAY);
        if (!stamps.stream().allMatch(stamp -> Math.floorMod(stamp, StampKind.DAY) == clock)) {
            return seconds(stamps);
        }
        LocalDate[] days = stamps.stream().mapToObj(StepFinder::day).toArray(LocalDate[]::new);
        return shortestGap(stamps) < SHORTEST_MONTH ? shorterThanMonths(stamps, days) : months(stamps, days);
    }

    /** At once, where no day of more than a week is missing and no hour of it closed: there is no rule to look for. */
    private static Optional<Calendar> unbroken(StampColumn stamps) {
        Common gap = Common.between(stamps);
        boolean daily = gap.value == StampKind.DAY;
        if (gap.share < 1
                || gap.value <= 0
                || StampKind.DAY % gap.value != 0
                || gap.value * (stamps.size() - 1) < MORE_THAN_A_WEEK) {
            return Optional.empty();
        }
        return Optional.of(new Calendar(daily ? Step.DAYS : Step.SECONDS, daily ? 1 : gap.value, 0, true));
    }

    private static Calendar shorterThanMonths(StampColumn stamps, LocalDate[] days) {
        RuleFinder rules = new RuleFinder(days);
        return rules.twiceAMonth().or(rules::onceAWeek).or(rules::anyDayOfMonth).orElseGet(() -> days(stamps));
    }

    /** One stamp a month or quarter, before the commonest gap is counted. */
    private static Calendar months(StampColumn stamps, LocalDate[] days) {
        Calendar exact = months(days, 0);
        if (exact != null) {
            return exact;
        }
        Calendar byDay = days(stamps);
        if (byDay.regular() && Common.between(stamps).share == 1) {
            return byDay;
        }
        RuleFinder rules = new RuleFinder(days);
        return rules.monthly()
                .or(() -> Optional.ofNullable(byDay.regular() ? null : months(days, LOOSE_DAYS)))
                .or(rules::anyDayOfMonth)
                .orElse(byDay);
    }

    /** The commonest gap in months or weeks, if more than half are equal and none is 0. */
    static Optional<Long> commonest(long[] gaps) {
        Common gap = Common.of(gaps);
        boolean none = gap.share <= MOST
                || gap.value > Calendar.MOST_MONTHS
                || LongStream.of(gaps).anyMatch(count -> count == 0);
        return none ? Optional.empty() : Optional.of(gap.value);
    }

    private static Calendar seconds(StampColumn stamps) {
        Common gap = Common.between(stamps);
        boolean weekdays = skipsWeekends(stamps);
        Step step = weekdays ? Step.WEEKDAY_SECONDS : Step.SECONDS;
        if (gap.share <= MOST || gap.value > Calendar.MOST) {
            return irregular(step, stamps, 1);
        } else if (gap.value >= StampKind.DAY) {
            return new Calendar(step, gap.value, 0, true);
        }
        return new Calendar(
                step, gap.value, 0, true, SessionFinder.find(stamps, gap.value), ClosureFinder.find(weekdays, stamps));
    }

    private static Calendar days(StampColumn stamps) {
        Common gap = Common.between(stamps);
        if (gap.share <= MOST || gap.value > Calendar.MOST) {
            return irregular(Step.DAYS, stamps, StampKind.DAY);
        }
        long count = gap.value / StampKind.DAY;
        if (count > 1) {
            return new Calendar(Step.DAYS, count, 0, true);
        }
        boolean weekdays = skipsWeekends(stamps);
        Step step = weekdays ? Step.WEEKDAYS : Step.DAYS;
        return new Calendar(step, 1, 0, true, List.of(), ClosureFinder.find(weekdays, stamps));
    }

    private static Calendar irregular(Step step, StampColumn stamps, long unit) {
        long[] gaps = gaps(stamps);
        Arrays.sort(gaps);
        long middle = Math.min(Calendar.MOST, gaps[gaps.length / 2]);
        return new Calendar(step, Math.max(1, middle / unit), 0, false);
    }

    /** Whether a weekend lies within the stamps, and none of them on one. */
    private static boolean skipsWeekends(StampColumn stamps) {
        if (stamps.stream().anyMatch(stamp -> Calendar.isWeekend(day(stamp)))) {
            return false;
        }
        long firstDay = Math.floorDiv(stamps.at(0), StampKind.DAY);
        long lastDay = Math.floorDiv(stamps.last(), StampKind.DAY);
        return lastDay - firstDay >= 7
                || LongStream.range(firstDay, lastDay).anyMatch(day -> Calendar.isWeekend(LocalDate.ofEpochDay(day)));
    }

    private static LocalDate day(long stamp) {
        return StampKind.time(stamp).toLocalDate();
    }

    /** A calendar of months if the days fit one, no month has two, and most steps are equal; otherwise null. */
    private static Calendar months(LocalDate[] days, int loose) {
        long[] months = Arrays.stream(days)
                .mapToLong(day -> day.getYear() * 12L + day.getMonthValue())
                .toArray();
        long[] gaps = gaps(StampColumn.of(months));
        Optional<Long> gap = commonest(gaps);
        if (gap.isEmpty()) {
            return null;
        }
        int anchor = anchor(days);
        int apart = Arrays.stream(days)
                .mapToInt(day -> Math.min(anchor, day.lengthOfMonth()) - day.getDayOfMonth())
                .max()
                .orElseThrow();
        if (apart > loose) {
            return null;
        }
        // Days that move with the weekends: at the end of the month they stand for its end, else for the earliest.
        int day = apart == 0 ? anchor : anchor >= 28 ? 31 : Math.max(1, anchor - apart);
        return new Calendar(Step.MONTHS, gap.get(), day, true);
    }

    /** The latest day of the month on which a stamp falls; 31 if all are at the end of their month. */
    private static int anchor(LocalDate[] days) {
        boolean ends = Arrays.stream(days).allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
        return ends
                ? 31
                : Arrays.stream(days).mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
    }

    private static long shortestGap(StampColumn stamps) {
        return IntStream.range(1, stamps.size())
                .mapToLong(k -> stamps.at(k) - stamps.at(k - 1))
                .min()
                .orElseThrow();
    }

    /** Takes equal gaps together. */
    private interface GapTaker {
        void take(long gap, int times);
    }

    private static void forEachGap(StampColumn stamps, GapTaker taker) {
        long[] last = {stamps.at(0)};
        stamps.forEachRun((first, step, count) -> {
            if (first != last[0]) {
                taker.take(first - last[0], 1);
            }
            taker.take(step, count - 1);
            last[0] = first + step * (count - 1);
        });
    }

    private static long[] gaps(StampColumn stamps) {
        long[] gaps = new long[stamps.size() - 1];
        Arrays.setAll(gaps, k -> stamps.at(k + 1) - stamps.at(k));
        return gaps;
    }

    /**
     * The value that more than half of some values have, and its share; if there is none, some value and a share of no
     * more than a half. It takes no memory: of millions of stamps a copy would be felt.
     */
    private record Common(long value, double share) {
        static Common of(long[] values) {
            Vote vote = new Vote();
            LongStream.of(values).forEach(value -> vote.add(value, 1));
            LongStream.of(values).forEach(value -> vote.count(value, 1));
            return new Common(vote.value, (double) vote.votes / values.length);
        }

        /** Of the gaps between stamps. */
        static Common between(StampColumn stamps) {
            Vote vote = new Vote();
            forEachGap(stamps, vote::add);
            forEachGap(stamps, vote::count);
            return new Common(vote.value, (double) vote.votes / (stamps.size() - 1));
        }
    }

    /** The majority vote of Boyer and Moore (1981): whatever has a majority outlives all others, one by one. */
    private static final class Vote {
        private long value;
        private int lead;
        private int votes;

        void add(long now, int times) {
            boolean wins = now != value && times > lead;
            lead = now == value ? lead + times : Math.abs(lead - times);
            value = wins ? now : value;
        }

        /** Counts for the winner. */
        void count(long now, int times) {
            votes += now == value ? times : 0;
        }
    }
}
