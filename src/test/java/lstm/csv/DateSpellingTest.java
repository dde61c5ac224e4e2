package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.promises.Tier;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampKind;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in the spellings of many countries and programs. */
class DateSpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2000Q1 | 2000Q2 | 2000-04-01",
                "2000-Q1 | 2000-Q2 | 2000-04-01",
                "2000 Q1 | 2000 Q2 | 2000-04-01",
                "2000:Q1 | 2000:Q2 | 2000-04-01",
                "2000q1 | 2000q2 | 2000-04-01",
                "Q1 2000 | Q2 2000 | 2000-04-01",
                "Q1-2000 | Q2-2000 | 2000-04-01",
                "Q1/2000 | Q2/2000 | 2000-04-01",
                "1Q2000 | 2Q2000 | 2000-04-01",
                "1Q20 | 2Q20 | 2020-04-01",
                "Q4 99 | Q1 00 | 2000-01-01",
                "2017Q03 | 2017Q04 | 2017-10-01",
                "2020-T1 | 2020-T2 | 2020-04-01",
                "T1 2020 | T2 2020 | 2020-04-01",
                "1. Quartal 2020 | 2. Quartal 2020 | 2020-04-01",
                "2020-S1 | 2020-S2 | 2020-07-01",
                "2020H1 | 2020H2 | 2020-07-01",
                "2000M11 | 2000M12 | 2000-12-01",
                "2019-W01 | 2019-W02 | 2019-01-07",
                "2019W01 | 2019W02 | 2019-01-07",
                "2019-W02-1 | 2019-W02-7 | 2019-01-13",
                "2019W021 | 2019W031 | 2019-01-14",
                "2019-W1 | 2019-W2 | 2019-01-07",
                "KW 1/2019 | KW 2/2019 | 2019-01-07",
                "2020-W53 | 2021-W01 | 2021-01-04",
                "Jan-49 | Feb-49 | 1949-02-01",
                "Dec-99 | Jan-00 | 2000-01-01",
                "Dec 2019 | Jan 2020 | 2020-01-01",
                "2019 Dec | 2020 Jan | 2020-01-01",
                "2019-Dec | 2020-Jan | 2020-01-01",
                "January 2020 | February 2020 | 2020-02-01",
                "1 janv. 2020 | 2 févr. 2020 | 2020-02-02",
                "1er janvier 2020 | 2 août 2020 | 2020-08-02",
                "März 2021 | Mai 2021 | 2021-05-01",
                "31. Dezember 2020 | 1. Jänner 2021 | 2021-01-01",
                "3 de enero de 2024 | 4 de dic. de 2024 | 2024-12-04",
                "1 gennaio 2020 | 2 ott 2020 | 2020-10-02",
                "Jan 5, 2024 | Jan 6, 2024 | 2024-01-06",
                "January 5th, 2024 | January 6th, 2024 | 2024-01-06",
                "05-Jan-2024 | 06-Jan-2024 | 2024-01-06",
                "05-JAN-24 | 06-JAN-24 | 2024-01-06",
                "05JAN2024 | 06JAN2024 | 2024-01-06",
                "Fri, 5 Jan 2024 | Sat, 6 Jan 2024 | 2024-01-06",
                "Fr 5. Jan 2024 | Sa 6. Jan 2024 | 2024-01-06",
                "5-Jan-2024 10:00 | 5-Jan-2024 11:30 | 2024-01-05T11:30",
                "Jan 5, 2024 11:00 PM | Jan 6, 2024 12:30 AM | 2024-01-06T00:30",
                "12/31/99 | 1/1/00 | 2000-01-01",
                "31/12/99 | 1/1/00 | 2000-01-01",
                "31.12.19 | 1.1.20 | 2020-01-01",
                "31-12-2019 | 01-01-2020 | 2020-01-01",
                "12-31-2019 | 01-01-2020 | 2020-01-01",
                "12/2019 | 01/2020 | 2020-01-01",
                "2019/12 | 2020/01 | 2020-01-01",
                "2019.12.31 | 2020.01.01 | 2020-01-01",
                "2019-365 | 2020-001 | 2020-01-01",
                "2019123123 | 2020010100 | 2020-01-01T00:00",
                "201912312330 | 202001010030 | 2020-01-01T00:30",
                "20191231233000 | 20200101000030 | 2020-01-01T00:00:30",
                "20191231T2330 | 20200101T0030 | 2020-01-01T00:30",
                "2019-12-31 23:00 | 2019-12-31 24:00 | 2020-01-01T00:00",
                "2019-12-31 23:00:00 UTC | 2020-01-01 01:00:00 UTC | 2020-01-01T01:00",
                "1/31/2020 11:00 PM | 2/1/2020 12:00 AM | 2020-02-01T00:00",
                "01.01.2020 00:00 - 01:00 | 01.01.2020 01:00 - 02:00 | 2020-01-01T01:00",
                "01.01.2020 22:00 - 01.01.2020 23:00 | 01.01.2020 23:00 - 02.01.2020 00:00 | 2020-01-01T23:00",
                "2020-01-01 – 2020-01-07 | 2020-01-08 – 2020-01-14 | 2020-01-08",
                "2019-12-30/2020-01-05 | 2020-01-06/2020-01-12 | 2020-01-06",
                "20200101 170000 | 20200101 170500 | 2020-01-01T17:05",
                "Thu Jan 02 2020 | Fri Jan 03 2020 | 2020-01-03",
                "Week 1, 2019 | Week 2, 2019 | 2019-01-07",
                "1592046000 | 1592049600 | 2020-06-13T12:00",
                "1592046000.0 | 1592049600.0 | 2020-06-13T12:00",
                "1592046000000 | 1592049600000 | 2020-06-13T12:00",
                "1592046000000000 | 1592049600000000 | 2020-06-13T12:00",
                "1592046000000000000 | 1592049600000000000 | 2020-06-13T12:00",
                "201911 | 201912 | 2019-12-01"
            })
    void isReadAsMeant(String first, String second, String iso) throws Exception {
        String name = first.chars().allMatch(c -> Character.isDigit(c) || c == '.') ? "time_utc" : "a";
        Series series =
                Csv.of(name + ";y", quoted(first) + ";1", quoted(second) + ";2").read();
        assertEquals(iso, series.stampText(1));
        assertEquals(Optional.of(name), series.dateColumn());
    }

    private static String quoted(String cell) {
        return '"' + cell + '"';
    }

    @ParameterizedTest
    @CsvSource({"45000, 45001, 2023-03-16", "45000.25, 45000.5, 2023-03-15T12:00"})
    void serialsInStepsAreDatesInAColumnNamedSo(String first, String second, String iso) throws Exception {
        double step = Double.parseDouble(second) - Double.parseDouble(first);
        String third = String.valueOf(Double.parseDouble(second) + step);
        assertEquals(
                iso,
                Csv.of("Order Date,y", first + ",1", second + ",2", third + ",3")
                        .read()
                        .stampText(1));
        Series numbers =
                Csv.of("weight,y", first + ",1", second + ",2", third + ",3").read(ReadOptions.DEFAULT.withTarget("y"));
        assertEquals("1", numbers.stampText(0));
    }

    @Test
    void whatMayBeADateOrANumberIsRefusedWithBothReadings() throws Exception {
        String[] rows = {"1592046000,1", "1592049600,2", "1592053200,3"};
        Csv epoch = Csv.of("ref,y", rows[0], rows[1], rows[2]);
        LstmException failure = epoch.failure();
        assertEquals(
                List.of(Setting.DATE.to("ref"), Setting.DATE_FORMAT.to("epoch-seconds"), Setting.DATE.to("none")),
                failure.remedy().settings().toList());
        ReadOptions y = ReadOptions.DEFAULT.withTarget("y");
        assertEquals(
                "2020-06-13T11:00",
                epoch.read(y.withDate("ref").withDateFormat("epoch-seconds")).stampText(0));
        assertEquals("1", epoch.read(y.withDate("none")).stampText(0));
        LstmException serial =
                Csv.of("date,y", "45000,1", "45001,2", "45007,3", "45019,4").failure();
        assertEquals(
                Setting.DATE_FORMAT.to("excel"),
                serial.remedy().settings().toList().get(1));
    }

    @Test
    void unitsOfAnEpochAreNotMixed() {
        String fault = Csv.of("timestamp,y", "1592046000,1", "1592049600,2", "1592053200000,3", "1592056800000,4")
                .fault();
        assertTrue(
                fault.startsWith(
                        "prices.csv:4: column \"timestamp\": \"1592053200000\" is not a date; write it like the"
                                + " dates above: epoch-seconds"),
                fault);
    }

    @Test
    void fractionsOfAnEpochAreCutWithANote() throws Exception {
        Series series = Csv.of("time,y", "1592046000500,1", "1592046001500,2").read();
        assertEquals(
                "2020-06-13T11:00:00",
                series.stampText(0) + (series.stampText(0).length() == 16 ? ":00" : ""));
        assertEquals(List.of(new SeriesNote.FractionsCut()), series.notes());
    }

    @Test
    void theOrderOfTheRowsTellsTheDayFromTheMonth() throws Exception {
        Series series = Csv.of("date,y", "11/1/2020,1", "12/1/2020,2", "1/2/2020,3", "2/2/2020,4")
                .read();
        assertEquals("2020-02-01", series.stampText(2));
    }

    @Test
    void twoDigitYearsPassTheCenturyInOrder() throws Exception {
        String[] rows = new String[90];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = "Jun-" + String.format(Locale.ROOT, "%02d", (45 + k) % 100) + "," + k;
        }
        Series series = Csv.of(("m,y\n" + String.join("\n", rows)).split("\n"))
                .read(ReadOptions.DEFAULT.withDateFormat("MMM-yy"));
        assertEquals("1945-06-01", series.stampText(0));
        assertEquals("2034-06-01", series.stampText(89));
    }

    @Test
    void monthsThatMayBeDaysAreRefused() throws Exception {
        Csv csv = Csv.of("d,y", "Jan-01,1", "Jan-02,2", "Jan-03,3");
        assertEquals(
                List.of(Setting.DATE_FORMAT.to("MMM-yy")),
                csv.failure().remedy().settings().toList());
        assertEquals(
                "2003-01-01",
                csv.read(ReadOptions.DEFAULT.withDateFormat("MMM-yy")).stampText(2));
    }

    /** Spellings that a stamp survives if they have a day, and a minute. */
    private static Map<String, Function<LocalDateTime, String>> spellings() {
        Map<String, Function<LocalDateTime, String>> spellings = new LinkedHashMap<>();
        for (String pattern : List.of(
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "M/d/yyyy",
                "d/M/yyyy",
                "d.M.yyyy",
                "d-M-yyyy",
                "yyyyMMdd",
                "M/d/yy",
                "d/M/yy",
                "d.M.yy",
                "yy-M-d",
                "yy/M/d",
                "d MMM yyyy",
                "MMM d, yyyy",
                "d-MMM-yy",
                "yyyy-DDD")) {
            spellings.put(pattern, time -> format(pattern, time));
        }
        for (String pattern : List.of(
                "yyyy-MM-dd HH:mm",
                "yyyy-MM-dd'T'HH:mm:ss",
                "M/d/yyyy h:mm a",
                "d.M.yyyy HH:mm",
                "yyyyMMddHHmm",
                "d MMM yyyy HH:mm",
                "M/d/yy HH:mm")) {
            spellings.put(pattern, time -> format(pattern, time));
        }
        spellings.put(
                "week",
                time -> time.get(IsoFields.WEEK_BASED_YEAR) + "-W"
                        + String.format(Locale.ROOT, "%02d", time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)) + "-"
                        + time.getDayOfWeek().getValue());
        spellings.put("epoch-seconds", time -> "" + time.toEpochSecond(ZoneOffset.UTC));
        spellings.put("epoch-millis", time -> time.toEpochSecond(ZoneOffset.UTC) + "000");
        return spellings;
    }

    private static String format(String pattern, LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /** Random stamps in a random spelling are read back exactly, or refused since there are two readings. */
    @Test
    void noStampIsMisread() throws Exception {
        long seed = Seed.VALUE;
        Random random = Seed.random();
        List<String> names = new ArrayList<>(spellings().keySet());
        int refused = 0;
        for (int run = 0; run < 600; run++) {
            String name = names.get(random.nextInt(names.size()));
            boolean minutes = name.contains("mm") || name.startsWith("epoch");
            LocalDateTime time = LocalDate.of(1971 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28))
                    .atTime(minutes ? random.nextInt(24) : 0, minutes ? random.nextInt(60) : 0);
            if (name.startsWith("epoch")) {
                time = time.plusYears(10).minusYears(time.getYear() > 2015 ? 20 : 0);
            }
            int step = 1 + random.nextInt(minutes ? 3_000 : 40);
            List<String> lines = new ArrayList<>(List.of("timestamp;y"));
            List<LocalDateTime> stamps = new ArrayList<>();
            int rows = 1 + random.nextInt(30);
            for (int row = 0; row < rows; row++) {
                stamps.add(minutes ? time.plusMinutes((long) step * row) : time.plusDays((long) step * row));
                lines.add(quoted(spellings().get(name).apply(stamps.get(row))) + ";" + row);
            }
            String where = "seed " + seed + ", run " + run + ", " + name + ": " + lines;
            try {
                Series series = Csv.of(lines.toArray(String[]::new)).read();
                for (int row = 0; row < rows; row++) {
                    assertEquals(stamps.get(row), StampKind.time(series.stamps().at(row)), where);
                }
            } catch (LstmException e) {
                refused++;
                assertTrue(e.getMessage().contains(" may be "), where + ": " + e.getMessage());
                Series series = Csv.of(lines.toArray(String[]::new)).read(ReadOptions.DEFAULT.withDateFormat(name));
                assertEquals(stamps.get(0), StampKind.time(series.stamps().at(0)), where);
            }
        }
        assertTrue(refused < 200, refused + " refused, seed " + seed);
    }

    /** Whatever stands in a cell, a format reads a date of the years 1 to 9999 or none. */
    @Test
    void anyTextIsADateOrNone() throws Exception {
        Random random = Seed.random();
        String[] pieces = {
            "2020",
            "1",
            "12",
            "31",
            "99",
            "0",
            "-",
            "/",
            ".",
            ":",
            " ",
            "T",
            "Z",
            "+01:00",
            "W",
            "Q",
            "M",
            "S",
            "KW ",
            "Jan",
            "mar",
            "März",
            "de ",
            "er",
            "24:00",
            "12:30",
            " PM",
            " - ",
            "\u2013",
            ",",
            "1592046000",
            "9999999999999999999",
            "'",
            "00",
            "Mon, ",
            "\u0661",
            "e9"
        };
        List<DateFormat> forms = new ArrayList<>(DateFormats.ALL);
        for (String name :
                List.of("epoch-nanos", "excel", "d MMM yy HH:mm", "YYYY-'W'ww-e", "yyyy-'Q'q", "dd/MM/yyyy")) {
            forms.add(DateFormats.named(name));
        }
        for (int run = 0; run < Tier.count(5_000, 100_000); run++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(7); k >= 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String cell = ClockText.beginning(text.toString());
            for (DateFormat form : forms) {
                long stamp = form.seconds(cell);
                int year = stamp == DateFormat.NONE ? 1 : StampKind.time(stamp).getYear();
                assertTrue(year >= 0 && year <= 10_000, form.pattern() + " reads " + cell + ", seed " + Seed.VALUE);
                if (stamp != DateFormat.NONE) {
                    form.offset(cell);
                    form.hasFraction(cell);
                }
            }
        }
    }

    /** Every name that a message or a page prints is one that the setting takes. */
    @Test
    void everyFormatIsKnownByItsName() throws Exception {
        for (DateFormat form : DateFormats.ALL) {
            assertEquals(form.pattern(), DateFormats.named(form.pattern()).pattern());
            assertTrue(DateFormats.isFormat(form.pattern()));
        }
    }
}
