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
        Path csv = directory.resolve("table.csv");
        StringBuilder text = new StringBuilder("store,date,sales\n");
        for (int store = 1; store <= 3; store++) {
            for (int t = 0; t < 48 / store; t++) {
                text.append(store)
                        .append(',')
                        .append(date(t))
                        .append(',')
                        .append(store * value(t))
                        .append('\n');
            }
        }
        Files.writeString(csv, text);
        Path status = directory.resolve("status.csv");
        Cli run = Cli.run("predict", csv, "--by", "store", "--horizon", 3, "--status", status)
                .succeeds();
        assertEquals(1 + 3 * 3, run.lines().size());
        assertEquals(4, Files.readAllLines(status).size());
        assertTrue(Files.readString(status).contains("2,ended"), Files.readString(status));
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
