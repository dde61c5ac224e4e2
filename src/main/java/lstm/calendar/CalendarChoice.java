package lstm.calendar;

import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;

/** Which calendar features become inputs of a network. */
public sealed interface CalendarChoice {
    /** None. */
    CalendarChoice NONE = new Listed(List.of());

    /** Those that tell the steps of a series apart. */
    CalendarChoice AUTO = new Auto();

    /** These; one that is named twice counts once. */
    static CalendarChoice of(List<CalendarFeature> features) {
        return new Listed(features);
    }

    /**
     * The features for a series with these steps.
     *
     * @throws LstmException of kind {@code USAGE} if the series has no dates, or a feature never changes at such steps
     */
    List<CalendarFeature> features(Calendar steps) throws LstmException;

    /** Those that suit. */
    record Auto() implements CalendarChoice {
        @Override
        public List<CalendarFeature> features(Calendar steps) throws LstmException {
            requireDates(steps);
            return CalendarFeature.of(steps);
        }
    }

    /** Those that are listed. */
    record Listed(List<CalendarFeature> wanted) implements CalendarChoice {
        /** Copies the list. */
        public Listed {
            wanted = List.copyOf(wanted);
        }

        @Override
        public List<CalendarFeature> features(Calendar steps) throws LstmException {
            List<CalendarFeature> features = new ArrayList<>();
            for (CalendarFeature feature : wanted) {
                requireDates(steps);
                if (!feature.suits(steps.step())) {
                    throw LstmException.usage(Setting.CALENDAR.to(feature), " is the same in every row of this series")
                            .remedy("leave it out, or use ", Setting.CALENDAR.to("auto"));
                }
                if (!features.contains(feature)) {
                    features.add(feature);
                }
            }
            return features;
        }
    }

    private static void requireDates(Calendar steps) throws LstmException {
        if (steps.step() == Step.ROWS) {
            throw LstmException.usage(Setting.CALENDAR, " needs a column of dates")
                    .remedy("name it with ", Setting.DATE);
        }
    }
}
