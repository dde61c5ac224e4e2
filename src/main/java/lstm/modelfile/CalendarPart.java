package lstm.modelfile;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import lstm.calendar.Calendar;
import lstm.calendar.Closure;
import lstm.calendar.DayRule;
import lstm.calendar.RetailMonths;
import lstm.calendar.Session;
import lstm.calendar.Step;
import lstm.error.LstmException;

/** The field {@code calendar}. Sessions and closures are written only if there are any. */
final class CalendarPart {
    private static final String CALENDAR = "calendar";

    /** Far more than any calendar needs. */
    private static final int MOST = 100;

    private enum Rule {
        WEEKLY,
        DATE,
        WEEKDAY,
        EASTER
    }

    /** The first six were there before there were rules other than a day of the month. */
    private enum StepName {
        ROWS,
        DAYS,
        WEEKDAYS,
        MONTHS,
        SECONDS,
        WEEKDAY_SECONDS,
        MONTH_WEEKDAYS,
        MONTH_BUSINESS_DAYS,
        SEMI_MONTHS,
        WEEKS,
        RETAIL_MONTHS
    }

    private CalendarPart() {}

    static void write(JsonFieldWriter out, Calendar calendar) throws IOException {
        out.at(CALENDAR).object();
        StepName name = name(calendar);
        out.at("step").choice(name);
        out.at("count").whole(name == StepName.WEEKS ? calendar.count() / 7 : calendar.count());
        out.at("day_of_month").whole(calendar.rule().dayOfMonth());
        write(out, calendar.rule());
        out.at("regular").flag(calendar.regular());
        if (!calendar.sessions().isEmpty()) {
            out.at("sessions").list();
            for (Session session : calendar.sessions()) {
                out.text(session.text());
            }
            out.endList();
        }
        if (!calendar.closures().isEmpty()) {
            out.at("closures").list();
            for (Closure closure : calendar.closures()) {
                write(out.object(), closure);
                out.end();
            }
            out.endList();
        }
        out.end();
    }

    private static StepName name(Calendar calendar) {
        DayRule rule = calendar.rule();
        if (rule instanceof DayRule.Weekday) {
            return StepName.MONTH_WEEKDAYS;
        } else if (rule instanceof DayRule.BusinessDay) {
            return StepName.MONTH_BUSINESS_DAYS;
        } else if (rule instanceof DayRule.OfWeek) {
            return StepName.WEEKS;
        }
        return rule instanceof RetailMonths
                ? StepName.RETAIL_MONTHS
                : StepName.valueOf(calendar.step().name());
    }

    private static void write(JsonFieldWriter out, DayRule rule) throws IOException {
        if (rule instanceof DayRule.Weekday weekday) {
            out.at("weekday").choice(weekday.weekday()).at("week").whole(weekday.week());
        } else if (rule instanceof DayRule.BusinessDay day) {
            out.at("last").flag(day.last());
        } else if (rule instanceof DayRule.Twice twice) {
            out.at("first_day").whole(twice.first());
            out.at("second_day").whole(twice.second());
        } else if (rule instanceof DayRule.OfWeek week) {
            out.at("weekday").choice(week.weekday());
        } else if (rule instanceof RetailMonths retail) {
            out.at("long_month").whole(retail.longMonth());
            out.at("weekday").choice(retail.weekday());
            out.at("start_month").whole(retail.start().getMonthValue());
            out.at("start_day").whole(retail.start().getDayOfMonth());
        }
    }

    private static void write(JsonFieldWriter out, Closure closure) throws IOException {
        if (closure instanceof Closure.Weekly weekly) {
            out.at("rule").choice(Rule.WEEKLY).at("day").choice(weekly.day());
        } else if (closure instanceof Closure.Date date) {
            out.at("rule").choice(Rule.DATE).at("month").whole(date.month());
            out.at("day").whole(date.day());
            out.at("friday_before").flag(date.observed().saturdayOnFriday());
            out.at("monday_after").flag(date.observed().sundayOnMonday());
        } else if (closure instanceof Closure.Weekday weekday) {
            out.at("rule").choice(Rule.WEEKDAY).at("month").whole(weekday.month());
            out.at("day").choice(weekday.weekday());
            out.at("week").whole(weekday.week());
        } else if (closure instanceof Closure.Easter easter) {
            out.at("rule").choice(Rule.EASTER).at("days").whole(easter.days());
        } else {
            throw new IllegalStateException("no rule for " + closure);
        }
    }

    static Calendar read(JsonFieldReader in) throws IOException, LstmException {
        in.at(CALENDAR).object();
        StepName name = in.at("step").choice(StepName.values());
        long count = in.at("count").large();
        int dayOfMonth = in.at("day_of_month").whole();
        DayRule rule = rule(in, name, dayOfMonth);
        boolean regular = in.at("regular").flag();
        List<Session> sessions = new ArrayList<>();
        if (in.has("sessions")) {
            in.list();
            while (more(in, sessions)) {
                String text = in.text();
                sessions.add(in.valid(CALENDAR, () -> Session.parse(text)));
            }
        }
        List<Closure> closures = new ArrayList<>();
        if (in.has("closures")) {
            in.list();
            while (more(in, closures)) {
                in.object();
                closures.add(closure(in));
                in.end();
            }
        }
        in.end();
        return in.valid(CALENDAR, () -> {
            boolean stray = rule.dayOfMonth() != dayOfMonth;
            if (stray || name == StepName.WEEKS && count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(stray ? "day " + dayOfMonth : count + " weeks");
            }
            long units = name == StepName.WEEKS ? 7 * count : count;
            return new Calendar(step(name), units, rule, regular, sessions, closures);
        });
    }

    private static Step step(StepName name) {
        return switch (name) {
            case MONTH_WEEKDAYS, MONTH_BUSINESS_DAYS, RETAIL_MONTHS -> Step.MONTHS;
            case WEEKS -> Step.DAYS;
            default -> Step.valueOf(name.name());
        };
    }

    private static DayRule rule(JsonFieldReader in, StepName name, int dayOfMonth) throws IOException, LstmException {
        return switch (name) {
            case MONTH_WEEKDAYS -> {
                DayOfWeek weekday = in.at("weekday").choice(DayOfWeek.values());
                int week = in.at("week").whole();
                yield in.valid(CALENDAR, () -> new DayRule.Weekday(weekday, week));
            }
            case MONTH_BUSINESS_DAYS -> new DayRule.BusinessDay(in.at("last").flag());
            case SEMI_MONTHS -> {
                int first = in.at("first_day").whole();
                int second = in.at("second_day").whole();
                yield in.valid(CALENDAR, () -> new DayRule.Twice(first, second));
            }
            case WEEKS -> new DayRule.OfWeek(in.at("weekday").choice(DayOfWeek.values()));
            case RETAIL_MONTHS -> {
                int month = in.at("long_month").whole();
                DayOfWeek weekday = in.at("weekday").choice(DayOfWeek.values());
                int startMonth = in.at("start_month").whole();
                int startDay = in.at("start_day").whole();
                yield in.valid(CALENDAR, () -> new RetailMonths(month, weekday, start(startMonth, startDay)));
            }
            default -> in.valid(CALENDAR, () -> DayRule.of(dayOfMonth));
        };
    }

    private static MonthDay start(int month, int day) {
        try {
            return MonthDay.of(month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("start " + month + "-" + day, e);
        }
    }

    /** Whether a list goes on; it must not be empty, since then it would not have been written. */
    private static boolean more(JsonFieldReader in, List<?> sofar) throws IOException, LstmException {
        boolean more = in.more();
        if (more ? sofar.size() >= MOST : sofar.isEmpty()) {
            throw in.fault(more ? "has too many items" : "is empty");
        }
        return more;
    }

    private static Closure closure(JsonFieldReader in) throws IOException, LstmException {
        return switch (in.at("rule").choice(Rule.values())) {
            case WEEKLY -> new Closure.Weekly(in.at("day").choice(DayOfWeek.values()));
            case DATE -> {
                int month = in.at("month").whole();
                int day = in.at("day").whole();
                boolean friday = in.at("friday_before").flag();
                boolean monday = in.at("monday_after").flag();
                yield in.valid(CALENDAR, () -> new Closure.Date(month, day, Closure.Observance.of(friday, monday)));
            }
            case WEEKDAY -> {
                int month = in.at("month").whole();
                DayOfWeek day = in.at("day").choice(DayOfWeek.values());
                int week = in.at("week").whole();
                yield in.valid(CALENDAR, () -> new Closure.Weekday(month, day, week));
            }
            case EASTER -> {
                int days = in.at("days").whole();
                yield in.valid(CALENDAR, () -> new Closure.Easter(days));
            }
        };
    }
}
