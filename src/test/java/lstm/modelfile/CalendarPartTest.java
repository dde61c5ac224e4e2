package lstm.modelfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import lstm.calendar.Calendar;
import lstm.calendar.Closure;
import lstm.calendar.Session;
import lstm.calendar.Step;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.report.CalendarText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours and holidays of a calendar in the model file. */
class CalendarPartTest {
    private static final String PLAIN = "\"step\": \"weekdays\", \"count\": 1, \"day_of_month\": 0, \"regular\": true";
    private static final String TRADING = """
            "step": "weekday-seconds", "count": 1800, "day_of_month": 0, "regular": true, \
            "sessions": ["09:00-11:30", "12:30-16:00"], "closures": [\
            {"rule": "weekly", "day": "wednesday"}, \
            {"rule": "date", "month": 12, "day": 25, "friday_before": false, "monday_after": true}, \
            {"rule": "weekday", "month": 5, "day": "monday", "week": 5}, \
            {"rule": "easter", "days": -2}]""";

    private static String document(String calendar) {
        String plain = Models.document(Models.tiny());
        assertTrue(plain.contains(PLAIN), plain);
        return plain.replace(PLAIN, calendar);
    }

    @Test
    void hoursAndHolidaysComeBackToTheByte() throws Exception {
        byte[] bytes = Models.sealed(document(TRADING));
        Model model = ModelFile.parse(bytes, "m");
        assertEquals(
                new Calendar(
                        Step.WEEKDAY_SECONDS,
                        1800,
                        0,
                        true,
                        List.of(new Session(32_400, 41_400), new Session(45_000, 57_600)),
                        List.of(
                                new Closure.Weekly(DayOfWeek.WEDNESDAY),
                                new Closure.Date(12, 25, Closure.Observance.SUNDAY_ON_MONDAY),
                                new Closure.Weekday(5, DayOfWeek.MONDAY, 5),
                                new Closure.Easter(-2))),
                model.calendar());
        assertArrayEquals(ModelFile.bytes(model), ModelFile.bytes(ModelFile.parse(ModelFile.bytes(model), "m")));
        assertTrue(new String(ModelFile.bytes(model), UTF_8).contains("\"rule\": \"easter\", \"days\": -2}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "month-weekdays", "count": 1, "day_of_month": 0, "weekday": "wednesday", "week": 3 | monthly on the 3rd Wednesday
        "month-weekdays", "count": 3, "day_of_month": 0, "weekday": "friday", "week": 5    | quarterly on the last Friday
        "month-business-days", "count": 1, "day_of_month": 0, "last": true | monthly on the last business day
        "semi-months", "count": 1, "day_of_month": 0, "first_day": 15, "second_day": 31 | twice a month: on day 15 and the last
        "weeks", "count": 2, "day_of_month": 0, "weekday": "friday" | every 2 weeks on Fridays
        "retail-months", "count": 1, "day_of_month": 0, "long_month": 3, "weekday": "saturday", "start_month": 1, "start_day": 31 | monthly in 4-4-5 weeks
        "months", "count": 1, "day_of_month": 31 | monthly
        """)
    void rulesComeBackToTheByte(String step, String text) throws Exception {
        String calendar = "\"step\": " + step + ", \"regular\": true";
        Model model = ModelFile.parse(Models.sealed(document(calendar)), "m");
        assertEquals(text, CalendarText.of(model.calendar()));
        assertTrue(new String(ModelFile.bytes(model), UTF_8).contains(calendar));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "month-weekdays", "count": 1, "day_of_month": 0 | "calendar.regular" stands where "weekday" belongs
        "month-weekdays", "count": 1, "day_of_month": 1, "weekday": "friday", "week": 2 | "calendar": day 1
        "month-weekdays", "count": 1, "day_of_month": 0, "weekday": "friday", "week": 0 | "calendar": week 0
        "months", "count": 1, "day_of_month": 0 | "calendar"
        "semi-months", "count": 2, "day_of_month": 0, "first_day": 1, "second_day": 15 | "calendar"
        "semi-months", "count": 1, "day_of_month": 0, "first_day": 15, "second_day": 1 | "calendar": days 15 and 1
        "weeks", "count": 9223372036854775807, "day_of_month": 0, "weekday": "friday" | "calendar"
        "retail-months", "count": 1, "day_of_month": 0, "long_month": 0, "weekday": "friday", "start_month": 1, "start_day": 1 | "calendar"
        "retail-months", "count": 1, "day_of_month": 0, "long_month": 1, "weekday": "friday", "start_month": 13, "start_day": 1 | "calendar"
        "fortnights", "count": 1, "day_of_month": 0 | "calendar.step" "fortnights" is not one of
        """)
    void rulesThatCannotBeAreRefused(String step, String why) {
        String document = document("\"step\": " + step + ", \"regular\": true");
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(Models.sealed(document), "m"));
        assertEquals(LstmException.Kind.MODEL, e.kind());
        assertTrue(HostileModelTest.withReason(e).contains(why), e.getMessage());
    }

    @Test
    void whereThereAreNoneNothingIsWritten() {
        assertFalse(Models.document(Models.tiny()).contains("closures"));
        assertFalse(Models.document(Models.tiny()).contains("sessions"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "regular": true      | "regular": true, "more": 1     | "calendar.more" is a field that this version does not know
        ["09:00-11:30", "12:30-16:00"] | []                   | "calendar.sessions" is empty
        "12:30-16:00"        | "11:00-16:00"                  | "calendar": sessions
        "12:30-16:00"        | "12:30-24:00"                  | "calendar": a session is written like 09:30-16:00
        "12:30-16:00"        | 7                              | "calendar.sessions.1" is not a text
        "weekday-seconds"    | "months"                       | "calendar"
        "weekday-seconds"    | "rows"                         | "calendar"
        "count": 1800        | "count": 86400                 | "calendar"
        "weekly"             | "yearly"                       | "calendar.closures.0.rule" "yearly" is not one of
        "wednesday"          | "someday"                      | "calendar.closures.0.day"
        "day": 25            | "day": 32                      | "calendar": no day 32
        "month": 12          | "month": 0                     | "calendar": no day 25
        "week": 5            | "week": 6                      | "calendar"
        "days": -2           | "days": -2000000000            | "calendar": -2000000000 days after Easter
        "friday_before"      | "monday_after"                 | stands where "friday_before" belongs
        "monday_after": true | "monday_after": 1              | is not true or false
        """)
    void whatCannotBeIsRefused(String from, String to, String why) {
        String document = document(TRADING);
        int at = document.indexOf(from, document.indexOf("\"calendar\""));
        assertTrue(at >= 0, from);
        String edited = document.substring(0, at) + to + document.substring(at + from.length());
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(Models.sealed(edited), "m"));
        assertEquals(LstmException.Kind.MODEL, e.kind());
        assertTrue(HostileModelTest.withReason(e).contains(why), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void endlessListsAreCutShort() {
        String many = "{\"rule\": \"easter\", \"days\": 1}, ".repeat(100_000);
        String document = document(TRADING).replace("\"closures\": [", "\"closures\": [" + many);
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(Models.sealed(document), "m"));
        assertTrue(e.getMessage().contains("\"calendar.closures"), e.getMessage());
    }

    @Test
    void whateverACalendarSaysItStepsOnOrIsRefused() throws Exception {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("CalendarPartTest seed " + seed);
        Random random = new Random(seed);
        String[] words = {
            "0",
            "1",
            "12",
            "25",
            "-48",
            "60",
            "1800",
            "7200",
            "true",
            "\"sunday\"",
            "\"monday\"",
            "\"10:00-10:00\"",
            "\"16:30-09:00\"",
            "\"days\"",
            "\"seconds\"",
            "\"weekdays\"",
            "\"date\"",
            "\"weekly\"",
            "5"
        };
        String plain = document(PLAIN);
        int read = 0;
        for (int k = 0; k < 2_000; k++) {
            String calendar = TRADING;
            for (int edits = random.nextInt(2); edits >= 0; edits--) {
                List<String> values = java.util.regex.Pattern.compile("-?\\d+(?=[,}])|true|false|\"[^\"]*\"(?=[,}\\]])")
                        .matcher(calendar)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .toList();
                String value = values.get(random.nextInt(values.size()));
                calendar = calendar.replace(value, words[random.nextInt(words.length)]);
            }
            try {
                Calendar made = ModelFile.parse(Models.sealed(plain.replace(PLAIN, calendar)), "m")
                        .calendar();
                long[] after = made.after(1_588_118_400L, 500);
                for (int step = 1; step < after.length; step++) {
                    assertTrue(after[step] > after[step - 1], "seed " + seed + ": " + calendar);
                }
                read++;
            } catch (LstmException e) {
                assertEquals(LstmException.Kind.MODEL, e.kind(), "seed " + seed + ": " + calendar);
            }
        }
        assertTrue(read > 20, read + " read");
    }
}
