package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lstm.file.Disk;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a nightly batch leaves behind for the morning: one table of forecasts, a log, and no model that is half done.
 */
class MorningReportTest {
    private static final List<String> COLUMNS = List.of(
            "name",
            "file",
            "origin",
            "made_at",
            "model_version",
            "stale",
            "date",
            "series",
            "step",
            "forecast",
            "lower80",
            "upper80",
            "lower95",
            "upper95");

    @TempDir
    Path directory;

    private Path out;
    private Path table;

    @BeforeEach
    void layOut() {
        for (String name : List.of("a", "b")) {
            SeriesFile.weekdays(csv(name), 60);
        }
        out = directory.resolve("out");
        table = out.resolve("all.csv");
    }

    private Path csv(String name) {
        return directory.resolve(name + ".csv");
    }

    private void breakFile(String name) throws IOException {
        Files.writeString(csv(name), Files.readString(csv(name)) + "2021-01-01,x,x\n");
    }

    private Cli batch(Object... words) {
        return Cli.run("batch", csv("a"), csv("b"), "-o", out, "--horizon", 2, "--jobs", 1, Cli.TINY, List.of(words));
    }

    private static JsonNode status(Cli run, int line) {
        return Cli.json(run.lines().get(line).getBytes(StandardCharsets.UTF_8));
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Files.readString(file),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            assertEquals(COLUMNS, parser.getHeaderNames());
            return parser.getRecords();
        }
    }

    private static List<String> column(Path file, String name) throws IOException {
        return records(file).stream().map(row -> row.get(name)).toList();
    }

    @Test
    void oneTableHasTheForecastsOfAllFiles() throws IOException {
        Cli run = batch("--forecasts", table).succeeds();

        assertEquals(List.of("a", "a", "b", "b"), column(table, "name"));
        assertEquals(List.of("1", "2", "1", "2"), column(table, "step"));
        CSVRecord row = records(table).get(3);
        List<String> own = Files.readAllLines(out.resolve("b.forecast.csv"));
        assertEquals(own.get(2), String.join(",", row.toList().subList(6, row.size())));
        JsonNode status = status(run, 1);
        assertEquals(csv("b").toString(), row.get("file"));
        assertEquals(status.get("forecast_of").textValue(), row.get("origin"));
        assertEquals(status.get("made_at").textValue(), row.get("made_at"));
        assertEquals(status.get("model_version").textValue(), row.get("model_version"));
        assertTrue(Files.readString(out.resolve("b.model.json")).contains("\"" + row.get("model_version")));
        assertEquals("false", row.get("stale"));
        assertTrue(run.err().contains("\nwrote    " + table + ": 4 rows of 2 files\n"), run.err());
    }

    @Test
    void itIsWholeAlsoWhenFilesAreUnchangedOrFail() throws IOException {
        batch("--forecasts", table).succeeds();
        List<CSVRecord> before = records(table);
        batch("--forecasts", table).succeeds();
        assertEquals(before.toString(), records(table).toString(), "all were unchanged");
        breakFile("a");

        assertEquals(3, batch("--forecasts", table).code());

        assertEquals(List.of("true", "true", "false", "false"), column(table, "stale"));
        for (int k = 0; k < before.size(); k++) {
            List<String> now = new ArrayList<>(records(table).get(k).toList());
            now.set(COLUMNS.indexOf("stale"), "false");
            assertEquals(before.get(k).toList(), now, "the forecast of the earlier run");
        }
        assertEquals(3, batch("--forecasts", table, "--fail-fast").code());
        assertEquals(List.of("true", "true", "true", "true"), column(table, "stale"), "b was not started");
    }

    @Test
    void anInterruptedBatchLeavesItToTheOneThatResumes() throws IOException {
        batch("--forecasts", table).succeeds();
        byte[] before = Files.readAllBytes(table);
        SeriesFile.weekdays(csv("a"), 61);
        Cli stopped = Cli.runInterrupted(
                "batch", csv("a"), csv("b"), "-o", out, "--horizon", 2, Cli.TINY, "--forecasts", table);
        assertEquals(130, stopped.code());
        assertArrayEquals(before, Files.readAllBytes(table));
        batch("--forecasts", table).succeeds();
        assertEquals(4, records(table).size());
        assertFalse(
                column(table, "origin").get(0).equals(column(table, "origin").get(2)));
    }

    @Test
    void asLinesOfJsonItHasTheSameRows() throws IOException {
        Path lines = out.resolve("all.ndjson");
        batch("--forecasts", table).succeeds();
        batch("--forecasts", lines).succeeds();
        List<CSVRecord> rows = records(table);
        List<String> found = Files.readAllLines(lines);
        assertEquals(rows.size(), found.size());
        for (int k = 0; k < rows.size(); k++) {
            JsonNode row = Cli.json(found.get(k).getBytes(StandardCharsets.UTF_8));
            for (String column : COLUMNS) {
                assertEquals(rows.get(k).get(column), row.get(column).asText("").replace("null", ""), column);
            }
            assertTrue(row.get("step").isInt() && row.get("stale").isBoolean(), row.toString());
        }
    }

    @Test
    void filesWithOtherIntervalsShareTheTableAndFormulasInNamesAreSafe() throws IOException {
        Path odd = SeriesFile.of(csv("c"), "date,=1+1", 60, k -> SeriesFile.weekday(k) + "," + k % 7);
        Path list =
                SeriesFile.lines(directory.resolve("list.csv"), "file,name,level", csv("a") + ",=a,", odd + ",'=a,50");
        Cli.run("batch", list, "-o", out, Cli.TINY, "--forecasts", table).succeeds();
        List<String> lines = Files.readAllLines(table);
        assertTrue(lines.get(0).endsWith(",lower80,upper80,lower95,upper95,lower50,upper50"), lines.get(0));
        assertTrue(lines.get(1).startsWith("'=a,") && lines.get(1).endsWith(",,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("''=a,") && lines.get(2).contains(",'=1+1,1,"), lines.get(2));
    }

    @Test
    void noOtherFileIsTakenForTheTable() throws IOException {
        Path mine = Files.writeString(directory.resolve("mine.csv"), "name,age\nme,4\n");
        batch("--forecasts", mine).fails(2, mine, "--forecasts");
        assertEquals("name,age\nme,4\n", Files.readString(mine));
        batch("--forecasts", csv("a")).fails(2, csv("a"), "is read by this command");
        batch("--log", csv("a")).fails(2, csv("a"), "is read by this command");
        batch("--forecasts", out.resolve("a.forecast.csv")).fails(2, "is named by", "--forecasts");
        batch("--log", out.resolve("a.model.json")).fails(2, "is named by", "--log");
        batch("--forecasts", table, "--log", table).fails(2, "is named by", "--log");
        batch("--forecasts", out.resolve("all.txt")).fails(2, ".csv or .ndjson");
    }

    @Test
    void aForecastThatCannotBeReadBackIsLeftOutAndNamed() throws IOException {
        batch().succeeds();
        breakFile("a");
        Files.writeString(out.resolve("a.forecast.csv"), "date,series\n");
        Cli run = batch("--forecasts", table, "--quiet");
        assertEquals(3, run.code());
        assertTrue(run.err().contains(out.resolve("a.forecast.csv") + ": is not a forecast"), run.err());
        assertEquals(List.of("b", "b"), column(table, "name"));
    }

    @Test
    void theLogGrowsByALineForEachFile() throws IOException {
        Path log = directory.resolve("batch.log");
        batch("--log", log).succeeds();
        breakFile("a");
        batch("--log", log, "--quiet");
        List<String> lines = Files.readAllLines(log);
        String time = "time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z run=\\d{8}T\\d{6}Z-\\d+ event=";
        List<String> events = List.of(
                "begin files=2",
                "done file=.*a\\.csv code=0 seconds=\\S+ rows=60 last_row=\\S+ training=full skill=\\S+ best=\\S+ stale=false",
                "done file=.*b\\.csv .*",
                "end code=0 done=2 unchanged=0 failed=0 stopped=0 not_started=0 worse=\\d stale=0",
                "begin files=2",
                "failed file=.*a\\.csv code=3 seconds=\\S+ stale=true error=\".*\"",
                "unchanged file=.*b\\.csv .* training=none .*",
                "end code=3 done=0 unchanged=1 failed=1 stopped=0 not_started=0 worse=\\d stale=1");
        assertEquals(events.size(), lines.size(), lines.toString());
        for (int k = 0; k < events.size(); k++) {
            assertTrue(lines.get(k).matches(time + events.get(k)), lines.get(k));
        }
    }

    /** Trains a for 500 epochs and b for 2, by a clock that is a second later whenever it is looked at. */
    private Cli timed(String limit) {
        Path list = SeriesFile.lines(directory.resolve("list.csv"), "file,epochs", csv("a") + ",500", csv("b") + ",2");
        AtomicLong time = new AtomicLong();
        return Cli.runOn(
                Disk.LOCAL,
                () -> time.addAndGet(1_000_000_000L),
                List.of("batch", list, "-o", out, "--jobs", 1, "--horizon", 2, Cli.TINY, "--timeout", limit));
    }

    @Test
    void aFileOverTimeFailsAndTheOthersGoOn() {
        Cli run = timed("1m");
        assertEquals(9, run.code(), run.err());
        assertEquals("failed", status(run, 0).get("status").textValue());
        assertEquals(9, status(run, 0).get("code").intValue());
        String error = status(run, 0).get("error").textValue();
        assertTrue(error.startsWith(csv("a") + ": took longer than 1 min 0 s; the next run resumes"), error);
        assertEquals("done", status(run, 1).get("status").textValue());
        assertTrue(Files.exists(out.resolve("a.model.json")));
    }

    @Test
    void whatAFileOverTimeHadIsKeptAndStale() throws IOException {
        batch().succeeds();
        byte[] model = Files.readAllBytes(out.resolve("a.model.json"));
        byte[] forecast = Files.readAllBytes(out.resolve("a.forecast.csv"));
        SeriesFile.weekdays(csv("a"), 61);
        Cli run = timed("20s");
        assertEquals(9, run.code(), run.err());
        assertArrayEquals(model, Files.readAllBytes(out.resolve("a.model.json")));
        assertArrayEquals(forecast, Files.readAllBytes(out.resolve("a.forecast.csv")));
        JsonNode line = status(run, 0);
        assertTrue(line.get("stale").booleanValue());
        assertEquals(SeriesFile.weekday(59).toString(), line.get("forecast_of").textValue());
        assertEquals(SeriesFile.weekday(60).toString(), line.get("last_row").textValue());
    }

    /** The status field "training" of an update with the given number of units and epochs. */
    private String training(int units, int epochs) {
        Cli run = Cli.run(
                "batch",
                csv("a"),
                "-o",
                out,
                "--update",
                List.of("--units", units, "--epochs", epochs),
                "--layers",
                1,
                "--lookback",
                8);
        return status(run.succeeds(), 0).get("training").textValue();
    }

    @Test
    void anUpdateContinuesWithNewRowsAndFallsBackWhereItCannot() throws IOException {
        assertEquals("full", training(4, 2));
        assertEquals("none", training(4, 2));
        SeriesFile.weekdays(csv("a"), 64);
        String updated = training(4, 2);
        assertTrue(List.of("update", "rejected").contains(updated), updated);
        assertEquals(
                SeriesFile.weekday(64).toString(),
                Files.readAllLines(out.resolve("a.forecast.csv")).get(1).split(",")[0],
                "a forecast follows the last row of the file, whichever weights were kept");
        String again = training(4, 2);
        assertEquals(updated.equals("update") ? "none" : "rejected", again);
        assertEquals("full", training(5, 2), "another network");
        assertEquals("none", training(5, 3), "only how long it is trained");
        List<String> lines = new ArrayList<>(Files.readAllLines(csv("a")));
        lines.set(3, lines.get(3).replaceFirst(",.*", ",1,1"));
        Files.write(csv("a"), lines);
        assertEquals("full", training(5, 2), "an earlier row has changed");
        batch("--update", "--force").fails(2, "--force", "--update");
    }

    @Test
    void anUpdateIsTheSameAsThatOfTheCommand() throws IOException {
        batch("--validation", 0).succeeds();
        Path other = directory.resolve("other.json");
        SeriesFile.weekdays(csv("a"), 64);
        Cli.run("update", out.resolve("a.model.json"), csv("a"), "-o", other, "--validation", 0, "--threads", 1)
                .succeeds();
        assertEquals(
                "update",
                status(batch("--update", "--validation", 0).succeeds(), 0)
                        .get("training")
                        .textValue());
        assertArrayEquals(Files.readAllBytes(other), Files.readAllBytes(out.resolve("a.model.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "x", "-1m", ""})
    void aTimeThatIsNoneIsRefused(String time) {
        batch("--timeout=" + time).fails(2, "--timeout");
    }
}
