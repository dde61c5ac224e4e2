package lstm.modelfile;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import lstm.calendar.DayRule;
import lstm.calendar.RetailMonths;
import lstm.error.LstmException;

/** The fields of {@code calendar} that only some rules have; they follow {@code day_of_month}. */
final class DayRulePart {
    private DayRulePart() {}

    static void write(JsonFieldWriter out, DayRule rule) throws IOException {
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

    static DayRule read(JsonFieldReader in, StepName name, int dayOfMonth) throws IOException, LstmException {
        return switch (name) {
            case MONTH_WEEKDAYS -> {
                DayOfWeek weekday = in.at("weekday").choice(DayOfWeek.values());
                int week = in.at("week").whole();
                yield in.valid(CalendarPart.CALENDAR, () -> new DayRule.Weekday(weekday, week));
            }
            case MONTH_BUSINESS_DAYS -> new DayRule.BusinessDay(in.at("last").flag());
            case SEMI_MONTHS -> {
                int first = in.at("first_day").whole();
                int second = in.at("second_day").whole();
                yield in.valid(CalendarPart.CALENDAR, () -> new DayRule.Twice(first, second));
            }
            case WEEKS -> new DayRule.OfWeek(in.at("weekday").choice(DayOfWeek.values()));
            case RETAIL_MONTHS -> {
                int month = in.at("long_month").whole();
                DayOfWeek weekday = in.at("weekday").choice(DayOfWeek.values());
                int startMonth = in.at("start_month").whole();
                int startDay = in.at("start_day").whole();
                yield in.valid(
                        CalendarPart.CALENDAR, () -> new RetailMonths(month, weekday, start(startMonth, startDay)));
            }
            default -> in.valid(CalendarPart.CALENDAR, () -> DayRule.of(dayOfMonth));
        };
    }

    private static MonthDay start(int month, int day) {
        try {
            return MonthDay.of(month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("start " + month + "-" + day, e);
        }
    }
}
