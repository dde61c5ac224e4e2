package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import lstm.promises.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code lstm check}: what it says is so, and the line that it advises works as printed. */
class CheckTest {
    @TempDir
    Path directory;

    /** The report without its line breaks. */
    private static String check(Object... arguments) {
        Cli run = Cli.run("check", List.of(arguments)).succeeds();
        assertEquals("", run.err());
        int next = run.out().indexOf("\nnext  ");
        run.out()
                .substring(0, next)
                .lines()
                .forEach(line -> assertTrue(line.length() <= 80 || !line.contains(" "), line));
        return run.out().replaceAll("\n {9}", " ");
    }

    private static JsonNode json(Object... arguments) {
        return Cli.run("check", List.of(arguments), "--json").succeeds().json();
    }

    private static void says(String report, String... parts) {
        for (String part : parts) {
            assertTrue(report.contains(part), "no '" + part + "' in:\n" + report);
        }
    }

    private Path file(String header, int rows, IntFunction<String> row) {
        return SeriesFile.of(directory.resolve("f.csv"), header, rows, row);
    }

    /** The words of the advised line, as a shell takes them. */
    private static List<String> advised(Object... arguments) throws Exception {
        String out = Cli.run("check", List.of(arguments)).succeeds().out();
        String line = out.substring(out.indexOf("\nnext     ") + 10);
        Child.Ended ended = Child.run(Child.HOME, "bash", "-c", "lstm() { printf '%s\\n' \"$@\"; }; " + line);
        assertEquals(0, ended.code(), ended.err());
        return ended.out().lines().toList();
    }

    /** Runs the advised line with a tiny network; the model goes to this folder. */
    private void advisedLineWorks(Object... arguments) throws Exception {
        List<String> words = new ArrayList<>(advised(arguments));
        assertEquals("train", words.get(0));
        // It names another model where one of the usual name lies in the working directory.
        int output = words.indexOf("-o");
        if (output >= 0) {
            words.subList(output, output + 2).clear();
        }
        Cli.run(words, "-o", directory.resolve("model.json"), "--force", "--units", 1, "--layers", 1, "--epochs", 1)
                .succeeds();
    }

    private static List<Path> filesOfData() throws IOException {
        try (var files = Files.list(Child.HOME.resolve("data"))) {
            // A table of many series is advised in other words.
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.endsWith("unemployment-by-industry.csv"))
                    .sorted()
                    .toList();
        }
    }

    /** In a build some of them, drawn by the seed. */
    static List<Path> someFilesOfData() throws IOException {
        return Tier.some(3, filesOfData());
    }

    @ParameterizedTest
    @MethodSource("someFilesOfData")
    void theAdvisedLineWorksForEveryFileOfData(Path file) throws Exception {
        advisedLineWorks(file);
    }

    @Test
    void aPriceFileIsDescribed() {
        JsonNode json = json("data/goog.csv");
        assertEquals(1_047, json.get("rows").intValue());
        assertEquals("2004-08-19", json.get("first").textValue());
        assertEquals("2008-10-14", json.get("last").textValue());
        assertEquals(
                List.of("open", "high", "low", "close", "volume", "adj_close"),
                json.get("columns").findValuesAsText("name"));
        JsonNode calendar = json.get("calendar");
        assertEquals("weekdays", calendar.get("step").textValue());
        assertEquals(
                "[\"Jan 1\",\"3rd Mon of Jan\",\"3rd Mon of Feb\",\"Good Friday\",\"last Mon of May\",\"Jul 4\","
                        + "\"1st Mon of Sep\",\"4th Thu of Nov\",\"Dec 25\"]",
                calendar.get("holidays").toString());
        assertEquals(
                "[{\"after\":\"2006-12-29\",\"line\":598,\"steps\":1}]",
                calendar.get("closed").toString());
        assertEquals(0, calendar.get("gap_count").intValue());
        assertEquals(0, json.get("missing").get("values").intValue());
        JsonNode target = json.get("target");
        assertEquals("close", target.get("name").textValue());
        assertEquals("common-name", target.get("reason").textValue());
        assertEquals(100.01, target.get("min").doubleValue());
        assertEquals(741.79, target.get("max").doubleValue());
        JsonNode jump = target.get("jumps").get(0);
        assertEquals("2008-04-18", jump.get("at").textValue());
        assertEquals(924, jump.get("line").intValue());
        assertEquals(89.87, jump.get("change").doubleValue(), 1e-9);
        assertFalse(target.get("seasons").get(0).get("found").booleanValue());
        assertEquals(9.550, target.get("naive_rmse").doubleValue(), 5e-4);
        assertEquals(24, json.get("lookback").intValue());
        assertEquals("log-return", json.get("transform").textValue());
        assertEquals("accurate", json.get("preset").textValue());
        String line = "next     lstm train data/goog.csv --preset accurate";
        assertTrue(check("data/goog.csv").contains(line));
    }

    @Test
    void theSeasonsOfHalfHoursAreNamed() {
        JsonNode target = json("data/electricity-demand.csv").get("target");
        assertEquals("week", target.at("/seasons/0/name").textValue());
        assertEquals("day", target.at("/seasons/1/name").textValue());
        assertEquals(336, target.get("seasons").get(0).get("rows").intValue());
        assertEquals(48, target.get("seasons").get(1).get("rows").intValue());
        assertEquals(738.1, target.get("seasonal_naive_rmse").get(0).doubleValue(), 0.05);
        assertEquals(3144, target.get("seasonal_naive_rmse").get(1).doubleValue(), 0.5);
        says(check("data/electricity-demand.csv"), " 336 ", "seasonal-change");
    }

    @Test
    void missingValuesAreReportedWithTheirLinesAndAPolicy() throws Exception {
        Path file = file(
                "day,y",
                120,
                k -> LocalDate.of(2020, 1, 1).plusDays(k) + ","
                        + (k == 5 ? "" : k == 50 ? "closed" : k == 51 ? "NA" : k % 7));
        JsonNode json = json(file);
        assertEquals(3, json.get("columns").get(0).get("missing").intValue());
        JsonNode missing = json.get("missing");
        assertEquals(3, missing.get("values").intValue());
        assertEquals(3, missing.get("rows").intValue());
        assertEquals("interpolate", missing.get("policy").textValue());
        assertEquals(List.of("7", "52", "53"), missing.get("first").findValuesAsText("line"));
        assertEquals(List.of("", "closed", "NA"), missing.get("first").findValuesAsText("text"));
        assertEquals(
                List.of("train", file.toString(), "--missing", "interpolate", "--preset", "accurate"), advised(file));
        advisedLineWorks(file);
        assertEquals(
                "drop", json(file, "--missing", "drop").at("/missing/policy").textValue());
        advisedLineWorks(file, "--missing", "drop");
    }

    @Test
    void emptyRowsOnHolidaysAreLeftOut() throws Exception {
        Path file = file("day,y", 120, k -> SeriesFile.weekday(k) + "," + (k % 20 == 7 ? "." : k % 7 + k));
        JsonNode json = json(file);
        assertEquals("drop", json.at("/missing/policy").textValue());
        assertEquals("weekdays", json.at("/calendar/step").textValue());
        assertEquals(6, json.at("/calendar/closed").size());
        advisedLineWorks(file);
    }

    @Test
    void aSeriesThatIsShortForTheClassicRecipeCanBeTrainedAsAdvised() throws Exception {
        Path file = SeriesFile.weekdays(directory.resolve("f.csv"), 40);
        JsonNode json = json(file);
        assertEquals(8, json.get("lookback").intValue());
        Cli.run("train", file, "-o", directory.resolve("m.json")).fails(3, file, "91", "--lookback 9");
        assertTrue(json.get("refusal").isNull());
        assertEquals(List.of("train", file.toString(), "--preset", "accurate"), advised(file));
        advisedLineWorks(file);
    }

    @Test
    void whereThereAreTooFewRowsForANetworkThePresetIsAdvised() throws Exception {
        Path file = SeriesFile.weekdays(directory.resolve("f.csv"), 31);
        assertEquals(List.of("train", file.toString(), "--preset", "accurate"), advised(file));
        advisedLineWorks(file);
    }

    @Test
    void whereNothingCanBeTrainedNothingIsAdvised() {
        Path file = SeriesFile.weekdays(directory.resolve("f.csv"), 2);
        JsonNode json = json(file);
        assertTrue(json.get("train").isNull() && json.get("lookback").isNull(), json.toString());
        assertTrue(json.get("refusal").textValue().startsWith(file + ": "), json.toString());
        says(check(file), json.get("refusal").textValue());
    }

    @Test
    void aConstantColumnIsSaidToBeOne() throws Exception {
        Path file = file("y", 100, k -> "5");
        says(check(file), "y (always 5)\n", "\nconstant ");
        advisedLineWorks(file);
    }

    @Test
    void oneRowIsDescribed() {
        Path file = file("date,y", 1, k -> "2020-01-01,5");
        check(file);
        JsonNode json = json(file);
        assertEquals(1, json.get("rows").intValue());
        assertTrue(json.get("train").isNull(), json.toString());
    }

    @Test
    void valuesTooFarApartAreNamedAsTrainNamesThem() {
        Path file = file("y", 100, k -> k % 2 == 0 ? "1e308" : "-1e308");
        JsonNode json = json(file);
        assertTrue(json.get("train").isNull(), json.toString());
        Cli train = Cli.run("train", file, "-o", directory.resolve("m.json"));
        assertEquals("lstm: " + json.get("refusal").textValue() + "\n", train.err());
        says(check(file), json.get("refusal").textValue());
    }

    @Test
    void gapsAndRowsOffTheStepAreNamed() {
        Path file = file(
                "time,y",
                200,
                k -> LocalDateTime.of(2024, 1, 1, 0, 0)
                                .plusHours(k + (k >= 100 ? 5 : 0))
                                .plusMinutes(k == 150 ? 20 : 0)
                        + "," + k % 24);
        JsonNode json = json(file);
        JsonNode calendar = json.get("calendar");
        assertEquals("every hour", calendar.get("step").textValue());
        assertEquals(1, calendar.get("gap_count").intValue());
        assertEquals(
                "[{\"after\":\"2024-01-05T03:00\",\"line\":101,\"steps\":5}]",
                calendar.get("gaps").toString());
        assertEquals("[152,153]", calendar.get("off_step_lines").toString());
        assertEquals("day", json.at("/target/seasons/0/name").textValue());
        says(check(file), "5 after 2024-01-05T03:00 (line 101)", "2024-01-07T11:20 (line 152)");
    }

    @Test
    void anHourThatIsSkippedInSpringIsExplained() {
        Path file = file(
                "time,y", 200, k -> LocalDateTime.of(2024, 3, 28, 0, 0).plusHours(k + (k >= 74 ? 1 : 0)) + "," + k);
        says(check(file), "1 after 2024-03-31T01:00 (line 75); ", "clocks");
    }

    @Test
    void tradingHoursAreNamed() throws Exception {
        Path file = file(
                "time,y",
                14 * 40,
                k -> SeriesFile.weekday(k / 14).atTime(9, 30).plusMinutes(30L * (k % 14)) + "," + SeriesFile.wave(k));
        JsonNode calendar = json(file).get("calendar");
        assertEquals(
                "every 30 minutes in 09:30-16:00 on weekdays",
                calendar.get("step").textValue());
        assertEquals(0, calendar.get("gap_count").intValue());
        advisedLineWorks(file);
        List<String> dates = Cli.run("predict", directory.resolve("model.json"), "--horizon", 3)
                .succeeds()
                .column("date");
        LocalDate next = SeriesFile.weekday(40);
        assertEquals(List.of(next + "T09:30", next + "T10:00", next + "T10:30"), dates);
    }

    @Test
    void irregularStepsAreSaidToBe() throws Exception {
        Path file = file("date,y", 100, k -> LocalDate.of(2020, 1, 1).plusDays(k * (k + 1L) / 2) + "," + k % 9);
        JsonNode calendar = json(file).get("calendar");
        assertFalse(calendar.get("regular").booleanValue());
        assertTrue(calendar.get("step").textValue().startsWith("irregular, taken as every "), calendar.toString());
        assertEquals(0, calendar.get("gap_count").intValue());
        advisedLineWorks(file);
    }

    @Test
    void newestFirstAndOffsetsAreNoted() throws Exception {
        Path file = file("time,y", 100, k -> LocalDateTime.of(2024, 5, 1, 0, 0).minusHours(k) + "+01:00," + k % 5);
        JsonNode notes = json(file).get("notes");
        assertEquals(2, notes.size(), notes.toString());
        assertTrue(notes.get(0).textValue().contains("+01:00"), notes.toString());
        says(check(file), notes.get(0).textValue(), notes.get(1).textValue());
        advisedLineWorks(file);
    }

    @Test
    void namesThatAShellWouldTakeApartAreQuoted() throws Exception {
        Path file = SeriesFile.of(
                directory.resolve("it's a $(file).csv"), "b,-a 'x'", 60, k -> k % 5 + "," + (k % 7 + 100));
        assertEquals(
                List.of("train", file.toString(), "--target=-a 'x'", "--preset", "accurate"),
                advised(file, "--target=-a 'x'"));
        advisedLineWorks(file, "--target=-a 'x'");
        advisedLineWorks(file);
    }

    @Test
    void whatWasSaidOfTheFileIsSaidAgain() throws Exception {
        Path file = file(
                "Datum;Wert;x",
                120,
                k -> SeriesFile.weekday(k)
                                .format(java.time.format.DateTimeFormatter.ofPattern(
                                        "MM.dd.yyyy", java.util.Locale.ROOT))
                        + ";" + k % 9 + ",5;" + k % 4);
        Object[] options = {
            file,
            "--target",
            "Wert",
            "--features",
            "x",
            "--date",
            "Datum",
            "--date-format",
            "MM.dd.yyyy",
            "--delimiter",
            ";"
        };
        assertEquals(
                List.of(
                        "train",
                        file.toString(),
                        "--target",
                        "Wert",
                        "--features",
                        "x",
                        "--date",
                        "Datum",
                        "--date-format",
                        "MM.dd.yyyy",
                        "--delimiter",
                        ";",
                        "--preset",
                        "accurate"),
                advised(options));
        advisedLineWorks(options);
    }

    @Test
    void severalTargetsAndColumnsKnownAheadAreSaidAgain() throws Exception {
        Path file = file("a,b,c,d", 120, k -> k % 5 + "," + k % 7 + "," + k % 3 + "," + k % 2);
        Object[] options = {file, "--target", "a", "--target", "b", "--features", "c", "--known-ahead", "d"};
        assertEquals(
                List.of(
                        "train",
                        file.toString(),
                        "--target",
                        "a",
                        "--target",
                        "b",
                        "--features",
                        "c",
                        "--known-ahead",
                        "d",
                        "--preset",
                        "accurate"),
                advised(options));
        advisedLineWorks(options);
    }

    @Test
    void valuesThatLeaveTheirRangeAreForecastByTheirChanges() throws Exception {
        Path up = file("y", 120, k -> Integer.toString(100 + 7 * k + k % 5 * 40));
        assertEquals(List.of("train", up.toString(), "--preset", "accurate"), advised(up));
        assertEquals("log-return", json(up).get("transform").textValue());
        advisedLineWorks(up);
        Path below = file("y", 120, k -> Integer.toString(-7 * k - k % 5 * 40));
        assertEquals(List.of("train", below.toString(), "--preset", "accurate"), advised(below));
        assertEquals("difference", json(below).get("transform").textValue());
        advisedLineWorks(below);
    }

    @Test
    void aLongLineIsBrokenWhereAShellGoesOn() {
        String out = Cli.run(
                        "check",
                        "data/seattle-weather.csv",
                        "--target",
                        "temp_max",
                        "--features",
                        "temp_min,wind,precipitation")
                .succeeds()
                .out();
        out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertTrue(out.contains(" \\\n"), out);
    }

    @Test
    void aModelFileThatIsThereIsNotAdvisedAgain() throws Exception {
        SeriesFile.weekdays(directory.resolve("p.csv"), 120);
        Files.writeString(directory.resolve("p.model.json"), "mine");
        Files.writeString(directory.resolve("p-2.model.json"), "mine too");
        Child.Ended ended = Child.run(directory, Child.LAUNCHER, "check", "p.csv");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(
                ended.out().endsWith("next     lstm train p.csv --preset accurate -o p-3.model.json\n"), ended.out());
    }

    @Test
    void standardInputIsReadAndAModelIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(SeriesFile.weekdays(directory.resolve("p.csv"), 120));
        String out = Cli.runReading(bytes, "check", "-").succeeds().out();
        assertTrue(out.startsWith("read     stdin: 120 rows"), out);
        assertTrue(out.endsWith("next     lstm train - --preset accurate -o stdin.model.json\n"), out);
    }

    @Test
    void jsonSaysTheSame() {
        JsonNode json =
                Cli.run("check", "data/co2-weekly.csv", "--json").succeeds().json();
        assertEquals(2284, json.get("rows").intValue());
        assertEquals("weekly", json.get("calendar").get("step").textValue());
        assertTrue(json.get("calendar").get("regular").booleanValue());
        assertEquals(59, json.get("missing").get("values").intValue());
        assertEquals(8, json.get("missing").get("first").get(0).get("line").intValue());
        assertEquals("only-numeric", json.get("target").get("reason").textValue());
        assertEquals(52, json.get("target").get("seasons").get(0).get("rows").intValue());
        assertEquals(24, json.get("lookback").intValue());
        assertEquals(
                "lstm train data/co2-weekly.csv --missing interpolate --preset accurate",
                json.get("train").textValue());
    }

    @Test
    void jsonHoldsNoInfinity() {
        Path file = file("y", 100, k -> k % 2 == 0 ? "1.7e308" : "-1.7e308");
        JsonNode target = Cli.run("check", file, "--json").succeeds().json().get("target");
        assertEquals(1.7e308, target.get("max").doubleValue());
        assertTrue(target.get("naive_rmse").isNull(), target.toString());
        check(file);
    }

    @Test
    void aFileThatCannotBeReadIsOneLine() {
        Path file = SeriesFile.lines(directory.resolve("bad.csv"), "date,y", "2020-01-01,1", "2020-01-01,2");
        Map<Object, String> refusals = Map.of(
                file,
                file + ":3: date 2020-01-01 ",
                directory.resolve("none.csv"),
                directory.resolve("none.csv") + ": ",
                directory,
                directory + ": ");
        refusals.forEach((argument, message) -> {
            assertEquals(
                    "", Cli.run("check", argument).fails(3, "lstm: " + message).out());
        });
        assertEquals(
                3,
                Cli.run("check", SeriesFile.lines(directory.resolve("t.csv"), "a", "x", "y"))
                        .code());
        assertEquals(2, Cli.run("check", "data/goog.csv", "--missing", "guess").code());
        assertEquals(2, Cli.run("check").code());
    }

    @Test
    void anyBytesGiveAReportOrOneLine() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("CheckTest seed " + seed);
        Random random = new Random(seed);
        String[] pieces = {
            "", ",", "\n", "NA", "-", "1e308", "-1e308", "1e-320", "\"", "2020-01-01", "T25:00", "T02:00Z", "x", ";"
        };
        int reports = 0;
        for (int k = 0; k < 300; k++) {
            StringBuilder text = new StringBuilder("date,y,z\n");
            int rows = 1 + random.nextInt(60);
            for (int row = 0; row < rows; row++) {
                text.append(LocalDate.of(2019, 12, 20).plusDays((long) row * (1 + k % 3)))
                        .append(k % 4 == 0 ? "T02:00" : "")
                        .append(',')
                        .append(row % 7)
                        .append(",1\n");
            }
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, Math.min(text.length(), at + random.nextInt(4)), pieces[random.nextInt(pieces.length)]);
            }
            Cli run =
                    Cli.runReading(text.toString().getBytes(StandardCharsets.UTF_8), "check", "-", "--missing", "drop");
            String where = "seed " + seed + ", case " + k + ": " + run.err() + text;
            assertTrue(run.code() == 0 || run.code() == 3, where);
            assertEquals(run.code() == 0 ? 0 : 1, run.err().lines().count(), where);
            reports += run.code() == 0 ? 1 : 0;
        }
        assertTrue(reports > 50, reports + " reports");
    }

    @Test
    void nothingIsWritten() throws IOException {
        SeriesFile.weekdays(directory.resolve("p.csv"), 120);
        check(directory.resolve("p.csv"));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void theTensorLibraryIsNotLoaded() throws Exception {
        Child.Ended ended = Child.run(
                Child.HOME,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "lstm.cli.Main",
                "check",
                "data/goog.csv");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("lstm.csv.CsvSurvey"));
        assertFalse(ended.out().contains("nd4j"));
        assertFalse(ended.out().contains("bytedeco"));
        assertTrue(new String(ended.out().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .contains("next     lstm train"));
    }

    @Test
    void whatLeakingRowsWouldClaimStandsBesideTheHonestFigure() {
        Path file = file("y", 100, k -> Integer.toString(k * k / 10 + k % 7));
        JsonNode leak = json(file, "--leak").get("leak");
        for (String side : List.of("claimed", "honest")) {
            JsonNode claim = leak.get(side);
            double skill = 1
                    - claim.get("rmse").doubleValue() / claim.get("naive_rmse").doubleValue();
            assertEquals(skill, claim.get("skill").doubleValue(), 1e-9);
        }
        assertTrue(leak.at("/claimed/r2").doubleValue() > leak.at("/honest/r2").doubleValue());
        assertTrue(json(file).get("leak").isNull());
        Path few = file("y", 12, Integer::toString);
        Cli.run("check", few, "--leak").fails(3, few);
    }
}
