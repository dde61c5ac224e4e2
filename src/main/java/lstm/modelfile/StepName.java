package lstm.modelfile;

import lstm.calendar.Calendar;
import lstm.calendar.DayRule;
import lstm.calendar.RetailMonths;
import lstm.calendar.Step;

/**
 * The name of a calendar's step in a model file. The first six stand in files of the first versions; the others name a
 * step together with its rule, so that an older version refuses them by name.
 */
enum StepName {
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
    RETAIL_MONTHS;

    static StepName of(Calendar calendar) {
        DayRule rule = calendar.rule();
        if (rule instanceof DayRule.Weekday) {
            return MONTH_WEEKDAYS;
        } else if (rule instanceof DayRule.BusinessDay) {
            return MONTH_BUSINESS_DAYS;
        } else if (rule instanceof DayRule.OfWeek) {
            return WEEKS;
        }
        return rule instanceof RetailMonths
                ? RETAIL_MONTHS
                : valueOf(calendar.step().name());
    }

    Step step() {
        return switch (this) {
            case MONTH_WEEKDAYS, MONTH_BUSINESS_DAYS, RETAIL_MONTHS -> Step.MONTHS;
            case WEEKS -> Step.DAYS;
            default -> Step.valueOf(name());
        };
    }

    /** Units of the step that one of this name has. */
    int units() {
        return this == WEEKS ? 7 : 1;
    }
}
