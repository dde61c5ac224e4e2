package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One model for several series. */
class SeveralFilesTest {
    private static final List<String> WINDOW = List.of("--scaler", "window");

    @TempDir
    Path directory;

    private Path small;
    private Path large;
    private Path unseen;
    private Path model;

    @BeforeEach
    void layOut() {
        small = days("small.csv", 1, 60);
        large = days("large.csv", 1000, 80);
        unseen = days("unseen.csv", 30, 50);
        model = directory.resolve("all.model.json");
    }

    /** A wave of some size on the days from 2020-01-01 on. */
    private Path days(String name, double size, int rows) {
        return SeriesFile.of(directory.resolve(name), "date,y", rows, k -> day(k) + "," + size * SeriesFile.wave(k));
    }

    private static String day(int k) {
        return LocalDate.of(2020, 1, 1).plusDays(k).toString();
    }

    private Cli train(Object... more) {
        return Cli.run("train", small, large, "-o", model, Cli.TINY, WINDOW, List.of(more));
    }

    private JsonNode file() throws IOException {
        return Cli.json(Files.readAllBytes(model));
    }

    @Test
    void theSummaryTellsOfAllFiles() throws IOException {
        JsonNode json = train("--json").succeeds().json();

        assertEquals(2, json.get("files").intValue());
        assertEquals(140, json.get("rows").intValue());
        assertEquals(14, json.at("/scores/rows").intValue());
        assertEquals(2, json.at("/scores/files").intValue());
        assertEquals(54 + 72, file().at("/data/train_rows").intValue());
        JsonNode data = file().get("data");
        assertEquals(2, data.get("series").intValue());
        assertEquals(140, data.get("rows").intValue());
        assertEquals(0, file().get("context").get("stamps").size());
    }

    @Test
    void aFileThatWasNeverSeenCanBeForecastAndEvaluated() {
        train().succeeds();
        Cli forecast = Cli.run("predict", model, unseen, "--horizon", 3).succeeds();

        assertEquals(List.of("2020-02-20", "2020-02-21", "2020-02-22"), forecast.column("date"));
        for (double value : forecast.numbers("forecast")) {
            assertTrue(value > 30 * 70 && value < 30 * 130, forecast.out());
        }
        JsonNode scores =
                Cli.run("evaluate", model, unseen, "--json").succeeds().json();
        assertEquals(50 - 8, scores.get("rows").intValue());
        assertTrue(scores.get("naive").get("mase").isNumber());
    }

    @Test
    void aForecastScalesWithTheSeries() {
        train().succeeds();
        double[] one =
                Cli.run("predict", model, days("a.csv", 2, 50)).succeeds().numbers("forecast");
        double[] other =
                Cli.run("predict", model, days("b.csv", 2048, 50)).succeeds().numbers("forecast");

        assertEquals(1024 * one[0], other[0], 1e-3 * other[0]);
    }

    @Test
    void intervalsAreAsWideAsTheSeriesIsLarge() {
        train("--validation", "0.3").succeeds();
        Cli one = Cli.run("predict", model, days("a.csv", 2, 50)).succeeds();
        Cli other = Cli.run("predict", model, days("b.csv", 2048, 50)).succeeds();

        double width = one.numbers("upper80")[0] - one.numbers("lower80")[0];
        assertTrue(width > 0, one.out());
        assertEquals(1024, (other.numbers("upper80")[0] - other.numbers("lower80")[0]) / width, 1);
    }

    @Test
    void ofSeveralFilesThePredictionsAreThoseOfEachWithItsNameInFront() {
        train().succeeds();
        Cli both = Cli.run("predict", model, small, unseen, "--horizon", 2).succeeds();
        Cli first = Cli.run("predict", model, small, "--horizon", 2).succeeds();
        Cli second = Cli.run("predict", model, unseen, "--horizon", 2).succeeds();

        assertEquals("file," + first.lines().get(0), both.lines().get(0));
        for (int k = 1; k <= 2; k++) {
            assertEquals(small + "," + first.lines().get(k), both.lines().get(k));
            assertEquals(unseen + "," + second.lines().get(k), both.lines().get(2 + k));
        }
    }

    @Test
    void whatIsTrueOfOneOfTheFilesIsSaidOfIt() throws IOException {
        train().succeeds();
        Path reversed = directory.resolve("reversed.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(unseen));
        Collections.reverse(lines.subList(1, lines.size()));
        Files.write(reversed, lines);
        for (String command : List.of("predict", "evaluate")) {
            Cli run = Cli.run(command, model, small, reversed).succeeds();

            assertEquals(1, linesOf(run, "lstm: " + reversed + ": "), run.err());
        }
        Cli run = Cli.run("train", reversed, small, reversed, "-o", model, "--force", Cli.TINY, WINDOW)
                .succeeds();
        assertEquals(1, linesOf(run, "lstm: 2 files, the first " + reversed + ": "), run.err());
    }

    private static long linesOf(Cli run, String start) {
        return run.err().lines().filter(line -> line.startsWith(start)).count();
    }

    @Test
    void ofSeveralFilesTheEvaluationIsThatOfEachWithItsNameInFront() {
        train().succeeds();
        Cli both = Cli.run("evaluate", model, small, unseen).succeeds();
        List<String> expected = new ArrayList<>();
        for (Path file : List.of(small, unseen)) {
            List<String> alone = Cli.run("evaluate", model, file).succeeds().lines();
            if (expected.isEmpty()) {
                expected.add("file," + alone.get(0));
            }
            alone.stream().skip(1).forEach(row -> expected.add(file + "," + row));
        }

        assertEquals(expected, both.lines());
        assertTrue(both.err().matches("(?s).*\nfiles    .* [012] of 2\n"), both.err());
        JsonNode scores =
                Cli.run("evaluate", model, small, unseen, "--json").succeeds().json();
        assertEquals(94, scores.get("rows").intValue());
        assertEquals(2, scores.get("each").size());
    }

    @Test
    void theScoresOfSeveralFilesAreTheMeansOverThem() {
        train("--horizon", 2).succeeds();
        List<Object> options = List.of("--horizon", 2, "--json", "--level", "80");
        JsonNode both =
                Cli.run("evaluate", model, small, unseen, options).succeeds().json();
        List<JsonNode> each = List.of(
                Cli.run("evaluate", model, small, options).succeeds().json(),
                Cli.run("evaluate", model, unseen, options).succeeds().json());

        for (String figure : List.of(
                "/model/rmse",
                "/naive/mase",
                "/model/rmsse",
                "/intervals/80/coverage",
                "/intervals/80/quantile_loss",
                "/crps",
                "/targets/0/steps/1/model/mae")) {
            double mean = each.stream()
                    .mapToDouble(one -> one.at(figure).doubleValue())
                    .average()
                    .orElseThrow();
            assertEquals(mean, both.at(figure).doubleValue(), 1e-12 * mean, figure);
        }
        double ratio =
                both.at("/model/rmsse").doubleValue() / both.at("/naive/rmsse").doubleValue();
        assertEquals(1 - ratio, both.get("skill").doubleValue(), 1e-12);
        for (int k = 0; k < 2; k++) {
            JsonNode one = both.get("each").get(k);
            assertEquals(
                    List.of(small, unseen).get(k).toString(), one.get("file").textValue());
            each.get(k).properties().forEach(entry -> assertEquals(entry.getValue(), one.get(entry.getKey())));
        }
    }

    @Test
    void theGateOfSeveralFilesIsTheirMeanSkill() {
        train().succeeds();
        double skill = Cli.run("evaluate", model, small, unseen, "--json")
                .succeeds()
                .json()
                .get("skill")
                .doubleValue();

        Cli.run("evaluate", model, small, unseen, "--min-skill", skill).succeeds();
        Cli run = Cli.run("evaluate", model, small, unseen, "--min-skill", Math.nextUp(skill));
        assertEquals(6, run.code());
        assertEquals(95, run.lines().size());
    }

    @Test
    void whatIsOfOneFileIsRefusedForSeveral() {
        train().succeeds();
        Path page = directory.resolve("page.html");
        for (List<Object> option :
                List.<List<Object>>of(List.of("--plot", "-"), List.of("--report", page), List.of("--context", large))) {
            Cli.run("evaluate", model, small, unseen, option).fails(2, option.get(0));
        }
    }

    @Test
    void withoutAFileThereIsNothingToGoOnFrom() {
        train().succeeds();
        Cli.run("predict", model).fails(2, model);
        Cli.run("update", model, small).fails(3, small, model);
    }

    @Test
    void whatIsHeldOutMovesNoWeight() throws IOException {
        once();
        JsonNode before = file();
        // The last 6 and 8 rows.
        change(small, 60 - 6, 60);
        change(large, 80 - 8, 80);
        once();

        assertEquals(before.get("tensors"), file().get("tensors"));
        assertEquals(before.get("scaler"), file().get("scaler"));
        assertNotEquals(before.get("scores"), file().get("scores"));
        change(large, 80 - 9, 80 - 8);
        once();
        assertNotEquals(before.get("tensors"), file().get("tensors"));
    }

    /** One epoch, so that the held-out rows choose none. */
    private void once() {
        List<String> network = List.of("--units", "4", "--layers", "1", "--lookback", "8");
        Cli.run("train", small, large, "-o", model, network, WINDOW, "--epochs", 1, "--force")
                .succeeds();
    }

    private static void change(Path file, int from, int to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int row = from; row < to; row++) {
            lines.set(row + 1, day(row) + "," + 7777 * row % 1000);
        }
        Files.write(file, lines);
    }

    @Test
    void anInterruptedTrainingEndsInTheSameBytes() throws IOException {
        train().succeeds();
        byte[] whole = Files.readAllBytes(model);
        Files.delete(model);
        assertEquals(
                130,
                Cli.runInterrupted("train", small, large, "-o", model, Cli.TINY, WINDOW)
                        .code());

        Cli swapped = Cli.run("train", large, small, "-o", model, Cli.TINY, WINDOW, "--resume");
        swapped.fails(3, large, model);
        train("--resume").succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model));
    }

    @Test
    void updateDoesNothingForTheSameFilesInTheSameOrder() throws IOException {
        train().succeeds();
        String before = file().get("data").get("sha256").textValue();

        byte[] finished = Files.readAllBytes(model);
        train("--update").succeeds();
        assertArrayEquals(finished, Files.readAllBytes(model));
        Cli.run("train", large, small, "-o", model, Cli.TINY, WINDOW, "--update")
                .succeeds();
        assertNotEquals(before, file().get("data").get("sha256").textValue());
    }

    @Test
    void oneFileTrainsAModelOfItsOwnKind() throws IOException {
        Cli.run("train", small, "-o", model, Cli.TINY, WINDOW).succeeds();

        assertFalse(file().get("data").has("series"));
        assertEquals(8, file().get("context").get("stamps").size());
    }

    @Test
    void theFileThatIsWrongIsNamed() {
        Path brief = days("brief.csv", 1, 9);
        failsWith(3, brief + ": ", small, brief);
        Path other = SeriesFile.weekdays(directory.resolve("other.csv"), 60);
        failsWith(3, other + ":", small, other);
        Path hours = SeriesFile.of(
                directory.resolve("hours.csv"),
                "date,y",
                60,
                k -> day(k / 24) + (k % 24 < 10 ? "T0" : "T") + k % 24 + ":00," + k % 7);
        failsWith(3, hours + ": ", small, hours);
    }

    private void failsWith(int code, String said, Object... files) {
        Cli.run("train", List.of(files), "-o", model, Cli.TINY, WINDOW).fails(code, "lstm: " + said);
        assertFalse(Files.exists(model));
    }

    @Test
    void severalFilesNeedANameForTheirModel() {
        Cli.run("train", small, large, Cli.TINY).fails(2, "--output");
    }

    @Test
    void oneScalerForFilesOfDifferentSizesIsPointedOut() {
        Cli run = Cli.run("train", small, large, "-o", model, Cli.TINY).succeeds();

        assertTrue(run.err().contains("--scaler window"), run.err());
        assertFalse(train("--force").succeeds().err().contains("--scaler window"));
    }

    @Test
    void aDirectHorizonOverResidualsIsScoredOnAllItsSteps() throws IOException {
        Cli run = train("--horizon", 4, "--residual", "1,7", "--epoch-windows", 40, "--json")
                .succeeds();

        // 8 rows of each are held out, two horizons: 5 origins.
        assertEquals(4 * (5 + 5), run.json().at("/scores/rows").intValue());
        assertEquals(4, run.json().at("/scores/steps").intValue());
        assertEquals("[1,7]", file().get("transform").get("residual").toString());
        assertEquals(40, file().get("config").get("epoch_windows").intValue());
        assertEquals(
                2,
                Cli.run("inspect", model, "--json")
                        .succeeds()
                        .json()
                        .get("files")
                        .intValue());
    }

    @Test
    void aResidualOverMoreRowsThanTheWindowIsRefused() {
        train("--residual", "9").fails(2, "--residual 9", "--lookback 8");
    }

    @Test
    void chartAndReportAreOfAllFiles() throws IOException {
        Path chart = directory.resolve("losses.svg");
        Path page = directory.resolve("report.html");
        train("--plot", chart, "--report", page).succeeds();

        assertTrue(Files.readString(chart).contains("y of 2 files"));
        assertTrue(Files.readString(page).contains("Training on y of 2 files"));
    }
}
