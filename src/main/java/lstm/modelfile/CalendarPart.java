package lstm.modelfile;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import lstm.calendar.Calendar;
import lstm.calendar.Closure;
import lstm.calendar.DayRule;
import lstm.calendar.Session;
import lstm.error.LstmException;

/** The field {@code calendar}. Sessions and closures are written only if there are any. */
final class CalendarPart {
    static final String CALENDAR = "calendar";

    /** Far more than any calendar needs. */
    private static final int MOST = 100;

    private enum Rule {
        WEEKLY,
        DATE,
        WEEKDAY,
        EASTER
    }

    private CalendarPart() {}

    static void write(JsonFieldWriter out, Calendar calendar) throws IOException {
        out.at(CALENDAR).object();
        StepName name = StepName.of(calendar);
        out.at("step").choice(name);
        out.at("count").whole(calendar.count() / name.units());
        out.at("day_of_month").whole(calendar.rule().dayOfMonth());
        DayRulePart.write(out, calendar.rule());
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
        DayRule rule = DayRulePart.read(in, name, dayOfMonth);
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
            if (rule.dayOfMonth() != dayOfMonth || count > Calendar.MOST) {
                throw new IllegalArgumentException("day " + dayOfMonth + " of " + count + " " + name);
            }
            return new Calendar(name.step(), count * name.units(), rule, regular, sessions, closures);
        });
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
