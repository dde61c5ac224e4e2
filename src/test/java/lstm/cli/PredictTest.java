package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void train() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        model = directory.resolve("model.json");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
    }

    private Cli predict(Object... more) {
        return Cli.run("predict", model, List.of(more)).succeeds();
    }

    /** Dates of four forecasts after sixty rows with these dates. */
    private List<String> datesAfter(IntFunction<Object> date) {
        Path file = SeriesFile.of(
                directory.resolve("dated.csv"), "date,y", 60, k -> date.apply(k) + "," + SeriesFile.wave(k));
        Cli.run("train", file, "-o", model, "--force", Cli.TINY).succeeds();
        List<String> dates = predict("--horizon", 4).column("date");
        assertEquals(dates, predict(file, "--horizon", 4).column("date"));
        return dates;
    }

    @Test
    void datesFollowTheCalendarOfTheFile() {
        assertEquals(
                List.of("2020-03-25", "2020-03-26", "2020-03-27", "2020-03-30"),
                predict("--horizon", 4).column("date"));
        assertEquals(
                List.of("2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"),
                datesAfter(k -> LocalDate.of(2020, 1, 31).plusMonths(k)));
        assertEquals(
                List.of("2020-01-02T06:00", "2020-01-02T06:30", "2020-01-02T07:00", "2020-01-02T07:30"),
                datesAfter(k -> LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(30L * k)));
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 60);
        Cli.run("train", numbers, "-o", model, "--force", Cli.TINY).succeeds();
        assertEquals(List.of("61", "62"), predict("--horizon", 2).column("date"));
    }

    @Test
    void forecastsPassOverTheHolidaysOfTheTrainingData() {
        Path rows = SeriesFile.of(
                directory.resolve("christmas.csv"),
                "date,y",
                1820,
                k -> SeriesFile.weekday(k).toString().matches(".*-12-2[56]|.*-01-01")
                        ? ""
                        : SeriesFile.weekday(k) + "," + SeriesFile.wave(k));
        Cli.run("train", rows, "-o", model, "--force", Cli.TINY, "--validation", 0)
                .succeeds();
        Path recent = SeriesFile.lines(
                directory.resolve("recent.csv"),
                "date,y",
                "2030-12-12,1",
                "2030-12-13,2",
                "2030-12-16,3",
                "2030-12-17,4",
                "2030-12-18,5",
                "2030-12-19,6",
                "2030-12-20,7",
                "2030-12-23,8");
        Cli run = predict(recent, "--horizon", 6);
        assertEquals(
                List.of("2030-12-24", "2030-12-27", "2030-12-30", "2030-12-31", "2031-01-02", "2031-01-03"),
                run.column("date"));
        assertTrue(run.err().startsWith("lstm: y after 2030-12-23"), run.err());
        assertTrue(Cli.run("inspect", model).succeeds().out().contains("\nholidays Jan 1, Dec 25, Dec 26\n"));
    }

    @Test
    void withoutAFileItGoesOnFromTheTrainingData() {
        Cli alone = predict("--horizon", 5);
        assertEquals(alone.out(), predict(csv, "--horizon", 5).out());
        assertEquals(2, predict("--horizon", 3).err().lines().count(), "the steps, and that errors are few");
        assertEquals(3, alone.err().lines().count(), "and that intervals beyond step 3 are extrapolated");
        assertEquals("", predict("--quiet").err());
    }

    @Test
    void everyFormatHasTheSameNumbers() throws IOException {
        Cli written = predict("--horizon", 5);
        assertEquals(
                "date,series,step,forecast,lower80,upper80,lower95,upper95",
                written.lines().get(0));
        assertEquals(List.of("close", "close", "close", "close", "close"), written.column("series"));
        assertEquals(List.of("1", "2", "3", "4", "5"), written.column("step"));
        double[] forecasts = written.numbers("forecast");
        JsonNode array = predict("--horizon", 5, "--format", "json").json();
        List<String> lines = predict("--horizon", 5, "--format", "ndjson").lines();
        List<String> table = predict("--horizon", 5, "--format", "table").lines();
        assertEquals(
                table,
                Cli.runOnATerminal("predict", model, "--horizon", 5).succeeds().lines());
        for (int k = 0; k < 5; k++) {
            assertEquals(forecasts[k], array.get(k).get("forecast").doubleValue());
            assertEquals(array.get(k), Cli.json(lines.get(k).getBytes(StandardCharsets.UTF_8)));
            assertEquals(
                    array.get(k).get("date").textValue(), written.column("date").get(k));
            String[] cells = table.get(k + 1).split(" +");
            assertEquals(forecasts[k], Double.parseDouble(cells[3]), 1e-3);
        }
        Path file = directory.resolve("next.csv");
        assertEquals("", predict("--horizon", 5, "-o", file).out());
        assertArrayEquals(written.bytes(), Files.readAllBytes(file));
    }

    @Test
    void theFirstStepIsWhatEvaluateForecastsForThatRow() {
        Path longer = SeriesFile.weekdays(directory.resolve("longer.csv"), 61);
        double[] predicted = Cli.run("evaluate", model, longer).succeeds().numbers("predicted");
        assertEquals(predicted[predicted.length - 1], predict().numbers("forecast")[0], 1e-5);
    }

    @Test
    void laterStepsAreMadeFromTheForecastsBeforeThem() throws IOException {
        Cli both = predict("--horizon", 2);
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        lines.add(both.column("date").get(0) + ",0," + both.column("forecast").get(0));
        Path fed = SeriesFile.lines(directory.resolve("fed.csv"), lines.toArray(String[]::new));
        Cli second = predict(fed);
        assertEquals(both.column("date").get(1), second.column("date").get(0));
        assertEquals(both.numbers("forecast")[1], second.numbers("forecast")[0], 1e-5);
    }

    @Test
    void featuresStayAtTheirLastValuesAndThatIsSaid() throws IOException {
        Cli.run("train", csv, "-o", model, "--force", "--features", "open", Cli.TINY)
                .succeeds();
        Cli both = predict("--horizon", 2);
        assertTrue(both.err().lines().anyMatch(line -> line.startsWith("lstm: open ")), both.err());
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        String open = lines.get(60).split(",")[1];
        lines.add(both.column("date").get(0) + "," + open + ","
                + both.column("forecast").get(0));
        Path fed = SeriesFile.lines(directory.resolve("fed.csv"), lines.toArray(String[]::new));
        Cli second = predict(fed);
        assertEquals(both.numbers("forecast")[1], second.numbers("forecast")[0], 1e-5);
        assertEquals(2, second.err().lines().count(), second.err());
    }

    @Test
    void standardInputAndGzipAreRead() throws IOException {
        String expected = predict(csv, "--horizon", 3).out();
        Cli piped = Cli.runReading(Files.readAllBytes(csv), "predict", model, "-", "--horizon", 3);
        assertEquals(expected, piped.succeeds().out());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(csv));
        }
        Path file = Files.write(directory.resolve("prices.csv.gz"), packed.toByteArray());
        assertEquals(expected, predict(file, "--horizon", 3).out());
        Cli both = Cli.runReading(packed.toByteArray(), "predict", model, "-", "--horizon", 3);
        assertEquals(expected, both.succeeds().out());
    }

    @Test
    void aTargetThatASpreadsheetWouldRunIsDisarmed() {
        Path odd = SeriesFile.of(directory.resolve("odd.csv"), "=cmd()", 60, k -> "" + SeriesFile.wave(k));
        Cli.run("train", odd, "-o", model, "--force", Cli.TINY).succeeds();
        assertEquals(List.of("'=cmd()"), predict().column("series"));
        JsonNode json = predict("--format", "json").json();
        assertEquals("=cmd()", json.get(0).get("series").textValue());
    }

    @Test
    void aMethodThatIsAskedForIsNamedInTheLastColumn() {
        Cli plain = predict("--horizon", 3);
        Cli network = predict("--horizon", 3, "--method", "network");
        assertEquals(plain.column("forecast"), network.column("forecast"));
        assertEquals(List.of("network", "network", "network"), network.column("method"));
        assertTrue(network.lines().get(0).endsWith(",upper95,method"));
        Cli naive = predict("--horizon", 3, "--method", "naive");
        assertEquals(1, naive.column("forecast").stream().distinct().count());
        assertEquals(List.of("naive", "naive", "naive"), naive.column("method"));
    }

    @Test
    void theBestIsSaidOnStandardError() {
        Cli best = predict("--method", "best");
        String method = best.column("method").get(0);
        assertTrue(best.err().contains("best on held-out rows: " + method + ", RMSE "), best.err());
        assertEquals(predict("--method", method).column("forecast"), best.column("forecast"));
    }
}
