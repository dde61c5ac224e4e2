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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSV is forecast, and forecasts of it scored, without a model. */
class BaseModelTest {
    @TempDir
    Path directory;

    @Test
    void aSeasonIsForecastWithDatesAndIntervals() throws IOException {
        Path csv = months("sales.csv", 72, "");
        Cli run = Cli.run("predict", csv, "--horizon", 12, "--format", "json").succeeds();
        assertTrue(run.err().contains("season 12"), run.err());
        JsonNode rows = Cli.json(run.out().getBytes(StandardCharsets.UTF_8));
        assertEquals(12, rows.size());
        assertEquals("2016-01-01", rows.get(0).get("date").textValue());
        for (int step = 0; step < 12; step++) {
            JsonNode row = rows.get(step);
            double forecast = row.get("forecast").doubleValue();
            assertEquals(value(72 + step), forecast, 10, "step " + step);
            double[] ends = {
                row.get("lower90").doubleValue(),
                row.get("lower80").doubleValue(),
                row.get("lower50").doubleValue(),
                forecast,
                row.get("upper50").doubleValue(),
                row.get("upper80").doubleValue(),
                row.get("upper90").doubleValue()
            };
            for (int k = 1; k < ends.length; k++) {
                assertTrue(ends[k - 1] <= ends[k], row.toString());
            }
        }
    }

    @Test
    void fewRowsAreEnough() throws IOException {
        for (int rows : new int[] {1, 2, 5, 20}) {
            Cli run = Cli.run("predict", months("few.csv", rows, ""), "--horizon", 60);
            assertEquals(61, run.succeeds().lines().size(), rows + " rows");
        }
    }

    @Test
    void theIntervalsOfALineLieOnBothSidesOfItsForecast() throws IOException {
        Path csv = directory.resolve("line.csv");
        StringBuilder text = new StringBuilder("date,value\n");
        for (int month = 0; month < 30; month++) {
            text.append(date(month)).append(',').append(10 + 2 * month).append('\n');
        }
        Files.writeString(csv, text);
        Cli run = Cli.run("predict", csv, "--horizon", 3, "--format", "json").succeeds();
        for (JsonNode row : Cli.json(run.out().getBytes(StandardCharsets.UTF_8))) {
            double forecast = row.get("forecast").doubleValue();
            assertEquals(68 + 2 * row.get("step").intValue(), forecast, 1e-4);
            assertTrue(row.get("lower50").doubleValue() < forecast, row.toString());
            assertTrue(row.get("upper50").doubleValue() > forecast, row.toString());
        }
    }

    @Test
    void eachSeriesOfATableIsForecast() throws IOException {
        Path csv = table(48, 24, 16);
        Path status = directory.resolve("status.csv");
        Cli run = Cli.run("predict", csv, "--by", "store", "--horizon", 3, "--status", status)
                .succeeds();
        assertEquals(1 + 3 * 3, run.lines().size());
        assertEquals(4, Files.readAllLines(status).size());
        assertTrue(Files.readString(status).contains("2,ended"), Files.readString(status));
    }

    @Test
    void eachSeriesOfATableIsScoredAsFilesAre() throws IOException {
        Path csv = table(60, 48, 2);
        Path scores = directory.resolve("scores.csv");
        Cli run = Cli.run("evaluate", "--base", csv, "--by", "store", "--horizon", 3, "--json", "--scores", scores)
                .succeeds();
        JsonNode all = Cli.json(run.out().getBytes(StandardCharsets.UTF_8));
        assertEquals(2, all.get("files").intValue());
        assertEquals(12, all.get("season").intValue());
        assertEquals(2, all.get("worst").size());
        assertTrue(all.get("owa").get("model").doubleValue() > 0);
        List<String> lines = Files.readAllLines(scores);
        assertTrue(lines.get(0).startsWith("store,status,forecasts,model_rmse,model_mae,model_mase"), lines.get(0));
        assertTrue(lines.get(3).startsWith("3,short,,"), lines.get(3));
        Path first = months("first.csv", 60, "");
        JsonNode alone = Cli.json(Cli.run("evaluate", "--base", first, "--horizon", 3, "--json")
                .succeeds()
                .out()
                .getBytes(StandardCharsets.UTF_8));
        JsonNode one = all.get("each").get(0);
        assertEquals("1", one.get("key").get("store").textValue());
        for (String method : new String[] {"model", "seasonal_naive", "theta"}) {
            double rmse = alone.get(method).get("rmse").doubleValue();
            assertEquals(rmse, one.get(method).get("rmse").doubleValue(), 1e-4 * rmse, method);
        }
        assertEquals(
                3,
                Cli.run("evaluate", "--base", csv, "--by", "store", "--horizon", 3, "--strict")
                        .code());
        assertEquals(2, Cli.run("evaluate", "--base", csv, "--scores", scores).code());
    }

    @Test
    void aBatchForecastsFilesAndSeriesWithoutAModelAndDoesNothingTwice() throws IOException {
        Path out = directory.resolve("out");
        Path collected = directory.resolve("all.csv");
        Path[] files = {months("a.csv", 40, ""), months("b.csv", 30, "")};
        Object[] batch = {"batch", "--base", files[0], files[1], "-o", out, "--horizon", 3, "--forecasts", collected};
        for (String status : new String[] {"done", "unchanged"}) {
            for (String line : Cli.run(batch).succeeds().lines()) {
                JsonNode result = Cli.json(line.getBytes(StandardCharsets.UTF_8));
                assertEquals(status, result.get("status").textValue());
                assertTrue(
                        result.get("model").isNull() && result.get("training").isNull(), line);
                assertTrue(result.get("rmse").doubleValue() > 0, line);
                assertEquals(16, result.get("model_version").textValue().length());
            }
        }
        assertEquals(
                Cli.run("predict", files[0], "--horizon", 3).succeeds().out(),
                Files.readString(out.resolve("a.forecast.csv")));
        assertEquals(1 + 2 * 3, Files.readAllLines(collected).size());
        Cli.run("batch", "--base", table(40, 30), "--by", "store", "--target", "sales", "-o", out)
                .succeeds();
        try (Stream<Path> written = Files.list(out)) {
            assertEquals(
                    List.of("1.forecast.csv", "2.forecast.csv", "a.forecast.csv", "b.forecast.csv"),
                    written.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (Object[] more : new Object[][] {{"--epochs", 2}, {"--force"}, {"--method", "drift"}}) {
            assertEquals(
                    2,
                    Cli.run("batch", "--base", files[0], "-o", out, List.of(more))
                            .code());
        }
    }

    @Test
    void whatOnlyAModelKnowsIsRefusedInWords() throws IOException {
        Path csv = months("sales.csv", 48, ",5");
        for (Object[] words : new Object[][] {
            {"predict", csv, "--target", "value", "--method", "drift"},
            {"predict", csv, "--target", "value", "--target", "price"},
            {"predict", csv, "--target", "value", "--level", "95"},
            {"predict", csv, "--target", "value", "--intervals", "dropout"},
            {"evaluate", "--base", csv, "--target", "value", "--context", csv}
        }) {
            Cli run = Cli.run(words);
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("the base model"), run.err());
        }
        assertEquals(3, Cli.run("predict", directory.resolve("no.csv")).code());
        assertEquals(4, Cli.run("predict", directory.resolve("no.json")).code());
    }

    @Test
    void itIsScoredOnRowsThatATrainingWouldHoldOutBesideSimpleMethods() throws IOException {
        Path csv = months("sales.csv", 96, "");
        Cli run = Cli.run("evaluate", "--base", csv, "--horizon", 6, "--json").succeeds();
        JsonNode scores = Cli.json(run.out().getBytes(StandardCharsets.UTF_8));
        assertEquals(7, scores.get("origins").intValue());
        assertEquals(12, scores.get("season").intValue());
        for (String method : new String[] {"model", "naive", "seasonal_naive", "theta", "exponential_smoothing"}) {
            assertTrue(scores.get(method).get("rmse").doubleValue() > 0, method);
        }
        assertTrue(scores.get("model").get("rmse").doubleValue()
                < scores.get("naive").get("rmse").doubleValue());
        Cli later = Cli.run("evaluate", "--base", csv, "--from", "2017-06-01", "--season", 1, "--json");
        assertEquals(
                7,
                Cli.json(later.succeeds().out().getBytes(StandardCharsets.UTF_8))
                        .get("rows")
                        .intValue());
    }

    @Test
    void aForecastIsExplainedByWhatMissingRowsChange() throws IOException {
        Path csv = months("sales.csv", 60, "");
        JsonNode next = Cli.json(Cli.run("predict", csv, "--horizon", 3, "--format", "json")
                .succeeds()
                .out()
                .getBytes(StandardCharsets.UTF_8));
        Path table = directory.resolve("rows.csv");
        JsonNode why = Cli.json(Cli.run(
                        "explain",
                        "--base",
                        csv,
                        "--step",
                        3,
                        "--json",
                        "-o",
                        table,
                        "--plot",
                        directory.resolve("why.svg"))
                .succeeds()
                .out()
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                next.get(2).get("forecast").doubleValue(), why.get("forecast").doubleValue());
        assertEquals(next.get(2).get("date"), why.get("date"));
        assertEquals(3, why.get("segments").size());
        assertEquals(60, why.get("rows").intValue());
        // The last segment has the season that is repeated.
        double last = Math.abs(why.get("segments").get(2).get("occlusion").doubleValue());
        assertTrue(last > Math.abs(why.get("segments").get(0).get("occlusion").doubleValue()), why.toString());
        List<String> rows = Files.readAllLines(table);
        assertEquals(61, rows.size());
        assertTrue(rows.get(60).startsWith("2014-12-01,0,"), rows.get(60));
        Cli earlier = Cli.run("explain", "--base", csv, "--at", "2012-12-01", "--json")
                .succeeds();
        assertEquals(
                "2013-01-01",
                Cli.json(earlier.out().getBytes(StandardCharsets.UTF_8))
                        .get("date")
                        .textValue());
        assertEquals(2, Cli.run("explain", "--base", csv, "--unit", 3).code());
        assertEquals(2, Cli.run("explain", "--base", csv, csv).code());
        assertEquals(2, Cli.run("explain", directory.resolve("no.json")).code());
        assertEquals(3, Cli.run("explain", "--base", months("one.csv", 1, "")).code());
    }

    @Test
    void itCanBeInspected() throws IOException {
        Cli run = Cli.run("inspect", "base", "--json").succeeds();
        JsonNode facts = Cli.json(run.out().getBytes(StandardCharsets.UTF_8));
        assertEquals(157_992, facts.get("parameters").intValue());
        assertEquals(7, facts.get("quantiles").size());
        assertEquals(2, Cli.run("inspect", "base", "--history").code());
        assertFalse(Cli.run("inspect", "base").succeeds().out().isEmpty());
    }

    private static LocalDate date(int month) {
        return LocalDate.of(2010, 1, 1).plusMonths(month);
    }

    private static double value(int month) {
        return 100 + month + 30 * Math.sin(month * Math.PI / 6) + month * 7 % 5;
    }

    /** A row for each month and store; a store sells as often as the first, times its number. */
    private Path table(int... rows) throws IOException {
        StringBuilder text = new StringBuilder("store,date,sales\n");
        for (int store = 1; store <= rows.length; store++) {
            for (int t = 0; t < rows[store - 1]; t++) {
                text.append(store)
                        .append(',')
                        .append(date(t))
                        .append(',')
                        .append(store * value(t))
                        .append('\n');
            }
        }
        return Files.writeString(directory.resolve("table.csv"), text);
    }

    private Path months(String name, int rows, String more) throws IOException {
        StringBuilder text = new StringBuilder(more.isEmpty() ? "date,value\n" : "date,value,price\n");
        for (int month = 0; month < rows; month++) {
            text.append(date(month))
                    .append(',')
                    .append(value(month))
                    .append(more)
                    .append('\n');
        }
        return Files.writeString(directory.resolve(name), text);
    }
}
