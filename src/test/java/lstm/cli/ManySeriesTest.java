package lstm.cli;

import static lstm.cli.SeriesFile.day;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.workflow.Fallback;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many series in one table, from training to scores. */
class ManySeriesTest {
    private static final List<String> SMALL =
            List.of("--units", "4", "--layers", "1", "--lookback", "8", "--epochs", "2", "--scaler", "window");
    private static final List<Object> BY = List.of("--by", "store,item", "--target", "units");

    @TempDir
    static Path folder;

    private static Path table;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        table = folder.resolve("sales.csv");
        Files.write(table, lines());
        model = folder.resolve("sales.json");
        Cli.run("train", table, BY, SMALL, "--horizon", 2, "-o", model).succeeds();
    }

    /** Three series of 60, 50 and 40 days; the keys need quotes. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("store,item,date,units"));
        for (int k = 0; k < 60; k++) {
            lines.add("7,\"tea, green\"," + day(k) + "," + SeriesFile.wave(k));
            if (k >= 10) {
                lines.add("7,café," + day(k) + "," + 10 * SeriesFile.wave(k));
            }
            if (k >= 20) {
                lines.add("10,café," + day(k) + "," + 100 * SeriesFile.wave(k + 3));
            }
        }
        return lines;
    }

    private static Path file(String name, List<String> first, String... more) throws IOException {
        List<String> lines = new ArrayList<>(first);
        Collections.addAll(lines, more);
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void eachSeriesIsForecastAsIfItWereAFile() throws IOException {
        Path one = folder.resolve("one.csv");
        List<String> rows = new ArrayList<>(List.of("date,units"));
        for (int k = 20; k < 60; k++) {
            rows.add(day(k) + "," + 100 * SeriesFile.wave(k + 3));
        }
        Files.write(one, rows);
        List<String> files = new ArrayList<>();
        for (String item : List.of("café", "\"tea, green\"")) {
            Path file = folder.resolve(item.replace("\"", "") + ".csv");
            Files.write(
                    file,
                    lines().stream()
                            .filter(line -> line.startsWith("store") || line.startsWith("7," + item + ","))
                            .toList());
            files.add(file.toString());
        }
        Path ofFiles = folder.resolve("files.json");
        Cli.run("train", files, one, "--target", "units", SMALL, "--horizon", 2, "-o", ofFiles)
                .succeeds();
        Cli single = Cli.run("predict", ofFiles, one).succeeds();

        List<String> forecasts = Cli.run("predict", model, table).succeeds().lines();

        assertEquals("store,item,date,series,step,forecast,lower80,upper80,lower95,upper95", forecasts.get(0));
        assertEquals(7, forecasts.size());
        assertTrue(forecasts.get(1).startsWith("7,café,2024-03-01,units,1,"), forecasts.get(1));
        assertTrue(forecasts.get(3).startsWith("7,\"tea, green\",2024-03-01,units,1,"), forecasts.get(3));
        assertEquals("10,café," + single.lines().get(1), forecasts.get(5));
        assertEquals("10,café," + single.lines().get(2), forecasts.get(6));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() throws IOException {
        List<String> rows = lines();
        Collections.shuffle(rows.subList(1, rows.size()), new Random(1));
        List<Path> halves = halves(rows);
        Path other = folder.resolve("other.json");

        Cli.run("train", halves, BY, SMALL, "--horizon", 2, "-o", other).succeeds();

        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(other));
    }

    /** Rows of a table in two files. */
    private static List<Path> halves(List<String> rows) throws IOException {
        int half = rows.size() / 2;
        List<String> rest = new ArrayList<>(List.of(rows.get(0)));
        rest.addAll(rows.subList(half, rows.size()));
        return List.of(file("first.csv", rows.subList(0, half)), file("second.csv", rest));
    }

    private static List<Path> halves() throws IOException {
        return halves(lines());
    }

    @Test
    void theModelKeepsTheKeyColumnsAndNoRows() throws IOException {
        JsonNode file = Cli.json(Files.readAllBytes(model));

        assertEquals("[\"store\",\"item\"]", file.at("/columns/by").toString());
        assertEquals(3, file.at("/data/series").intValue());
        assertEquals(0, file.at("/context/stamps").size());
    }

    @Test
    void aTableCanComeFromAPipe() throws IOException {
        Path piped = folder.resolve("piped.json");
        byte[] bytes = Files.readAllBytes(table);

        Cli.runReading(bytes, "train", "-", BY, SMALL, "--horizon", 2, "-o", piped)
                .succeeds();

        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(piped));
        assertEquals(
                Cli.run("predict", model, table).succeeds().out(),
                Cli.runReading(bytes, "predict", piped, "-").succeeds().out());
    }

    @Test
    void someOfTheSeriesCanBeTaken() {
        List<Object> predict = List.of("predict", model, table, "--only");

        assertEquals(
                List.of("7", "7", "7", "7"),
                Cli.run(predict, "store=1..9").succeeds().column("store"));
        assertEquals(
                List.of("10", "10"),
                Cli.run(predict, "store=10,item=café").succeeds().column("store"));
        assertTrue(Cli.run(predict, "item=tea, green").succeeds().out().contains("tea, green"));
        assertEquals(
                List.of("7", "7", "10", "10"),
                Cli.run(predict, "store=7,item=tea, green", "--only", "store=10,item=café")
                        .succeeds()
                        .column("store"));
        Cli.run(predict, "store=10,item=tea, green").fails(3, table, "--only 'store=10,item=tea, green'");
        Cli.run(predict, "stoer=7").fails(2, "--only stoer=7", "\"store\"");
        Cli.run(predict, "item=cocoa", "--quiet").fails(3, table, "--only item=cocoa");
    }

    @Test
    void whatIsWrongWithATableIsToldWithItsPlace() throws IOException {
        Path none = folder.resolve("none.json");
        List<Object> to = List.of(BY, SMALL, "-o", none);
        Path twice = file("twice.csv", lines(), "7,café,2024-02-10,5");
        Cli.run("train", twice, to).fails(3, twice + ":152:", "already on line ", "2024-02-10", "store=7,item=café");
        Path empty = file("empty.csv", lines(), "7,,2024-04-10,5");
        Cli.run("train", empty, to).fails(3, empty + ":152:", "\"item\"", "line 152");
        Cli.run("train", table, "--by", "stor", "--target", "units", "-o", none).fails(3, table + ":1", "\"store\"");
        Cli.run("train", table, "--by", "item", "--features", "item", "--target", "units", "-o", none)
                .fails(2, "--by", "\"item\"");
        Path alone = file(
                "alone.csv",
                lines().stream().filter(line -> !line.startsWith("7,")).toList());
        Cli.run("train", alone, to).fails(3, alone, "store=10,item=café", "--by");
        Path weekly = file("weekly.csv", lines());
        List<String> weeks = new ArrayList<>(lines());
        for (int k = 0; k < 60; k++) {
            weeks.add("8,cocoa," + day(7 * k) + "," + SeriesFile.wave(k));
        }
        Files.write(weekly, weeks);
        Cli.run("train", weekly, to).fails(3, "store=8,item=cocoa", "store=7,item=café");
        Cli.run("train", table, to, "--horizon", 300).fails(3, table, "none of 3 series", "use --horizon 26 or less\n");
        Cli.run("train", table, BY, "--lookback", 300, "-o", none)
                .fails(3, table, "none of 3 series", "use --lookback 53 or less\n");
        assertFalse(Files.exists(none));
    }

    @Test
    void aSeriesThatTheModelCannotForecastGetsAnAnswer() throws IOException {
        List<String> rows = new ArrayList<>(lines());
        rows.add("1,new," + day(58) + ",4");
        rows.add("1,new," + day(59) + ",5");
        for (int k = 0; k < 30; k++) {
            rows.add("2,flat," + day(30 + k) + ",3");
            rows.add("3,old," + day(k) + "," + SeriesFile.wave(k));
            rows.add("4,gone," + day(k) + ",");
        }
        Path more = file("more.csv", rows);
        Path status = folder.resolve("status.csv");
        List<Object> predict = List.of("predict", model, more, "--missing", "drop", "--force");

        Cli run = Cli.run(predict, "--status", status, "--fallback", "naive").succeeds();

        assertEquals(
                List.of(
                        "store,item,status,reason",
                        "1,new,short,\"has 2 rows, needs at least 8, the history that " + model + " uses\"",
                        "2,flat,constant,all its values are the same",
                        "3,old,ended,",
                        "4,gone,missing,no row has a value in every column",
                        "7,café,ok,",
                        "7,\"tea, green\",ok,",
                        "10,café,ok,"),
                Files.readAllLines(status));
        assertTrue(run.lines().get(1).startsWith("1,new,2024-03-01,units,1,5.0,"), run.out());
        assertTrue(run.lines().get(3).startsWith("2,flat,2024-03-01,units,1,3.0,"), run.out());
        assertEquals(1 + 2 * 6, run.lines().size());
        assertEquals(
                List.of("3", "3"),
                run.column("store").stream().filter("3"::equals).toList());
        Cli few = Cli.run(predict, "--fallback", "none", "--ended", "skip").succeeds();
        assertEquals(1 + 2 * 3, few.lines().size());
        Cli strict = Cli.run(predict, "--strict");
        assertEquals(3, strict.code());
        assertTrue(strict.err().contains("store=1,item=new"), strict.err());
        assertEquals("", strict.out());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachFallbackForecastsWhatIsShort(Fallback fallback) throws IOException {
        Path more = file(
                "fallback.csv",
                lines(),
                "1,new," + day(57) + ",5",
                "1,new," + day(58) + ",5",
                "1,new," + day(59) + ",5");

        Cli run = Cli.run("predict", model, more, "--fallback", fallback, "--only", "item=new")
                .succeeds();

        assertArrayEquals(new double[] {5, 5}, run.numbers("forecast"), 1e-6);
    }

    @Test
    void aTableOfWhichNothingCanBeForecastIsRefused() throws IOException {
        List<String> rows = List.of("store,item,date,units", "1,new," + day(0) + ",5", "2,new," + day(0) + ",6");
        Path none = Files.write(folder.resolve("nothing.csv"), rows);
        Path out = folder.resolve("nothing.forecast.csv");
        Path status = folder.resolve("nothing.status.csv");

        Cli.run("predict", model, none, "--fallback", "none", "-o", out, "--status", status, "--quiet")
                .fails(3, none, "none of 2 series", "store=1,item=new", "has 1 row", "--fallback");

        assertFalse(Files.exists(out));
        assertFalse(Files.exists(status));
    }

    @Test
    void newRowsAndNewSeriesOfATableAreLearned() throws IOException {
        List<String> rows = new ArrayList<>(lines());
        for (int k = 60; k < 70; k++) {
            rows.add("7,café," + day(k) + "," + 10 * SeriesFile.wave(k));
        }
        for (int k = 0; k < 50; k++) {
            rows.add("9,cocoa," + day(k) + "," + 5 * SeriesFile.wave(k));
        }
        Path grown = file("grown.csv", rows, "9,rum," + day(3) + ",5");
        Path to = folder.resolve("grown.json");
        List<Object> update = List.of("update", model, grown, "--epochs", 1, "--validation", 0, "--json");

        Cli run = Cli.run(update, "-o", to).succeeds();

        assertEquals(60, run.json().get("new_rows").intValue());
        assertEquals(1, run.json().get("new_series").intValue());
        assertEquals(4, run.json().get("series").intValue());
        assertTrue(run.json().get("updated").booleanValue());
        Cli.run("predict", to, grown, "--quiet").succeeds();
        Cli again = Cli.run("update", to, grown, "--json").succeeds();
        assertEquals(0, again.json().get("new_rows").intValue());
        assertFalse(again.json().get("updated").booleanValue());
        Cli.run("update", model, grown, "--only", "item=tea, green", "-o", folder.resolve("x.json"))
                .fails(3, grown, "several");
    }

    @Test
    void sumsAreTheSumsOfTheirParts() throws IOException {
        Path status = folder.resolve("sums.status.csv");
        JsonNode rows = Cli.run(
                        "predict",
                        model,
                        table,
                        "--sum-by",
                        "item",
                        "--sum-all",
                        "--status",
                        status,
                        "--format",
                        "json")
                .succeeds()
                .json();

        assertEquals(2 * (3 + 3), rows.size());
        double[] forecasts = numbers(rows, "forecast");
        for (int step = 0; step < 2; step++) {
            assertTrue(rows.get(6 + step).get("store").isNull());
            assertEquals("café", rows.get(6 + step).get("item").textValue());
            assertTrue(rows.get(10 + step).get("item").isNull());
            assertEquals(exactly(forecasts[step], forecasts[4 + step]), forecasts[6 + step]);
            assertEquals(forecasts[2 + step], forecasts[8 + step]);
            assertEquals(exactly(forecasts[step], forecasts[2 + step], forecasts[4 + step]), forecasts[10 + step]);
        }
        // Errors of a sum of one series are those of the series.
        assertTrue(numbers(rows, "upper80")[8] > forecasts[8]);
        assertTrue(numbers(rows, "lower80")[10] < forecasts[10]);
        assertEquals(1 + 3 + 3, Files.readAllLines(status).size());
    }

    private static double[] numbers(JsonNode rows, String column) {
        return IntStream.range(0, rows.size())
                .mapToDouble(k -> rows.get(k).get(column).doubleValue())
                .toArray();
    }

    private static double exactly(double... parts) {
        return Arrays.stream(parts)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    @Test
    void sumsAreScoredBesideTheirParts() throws IOException {
        Path scores = folder.resolve("sums.csv");
        Path out = folder.resolve("sums.rows.csv");
        List<Object> evaluate = List.of("evaluate", model, table, "--json");

        Cli run = Cli.run(evaluate, "--sum-by", "store", "--sum-all", "--scores", scores, "-o", out)
                .succeeds();

        JsonNode sums = run.json().get("sums");
        assertEquals(3, sums.size());
        assertEquals("{\"store\":null,\"item\":null}", sums.get(2).get("key").toString());
        assertEquals(
                Cli.run(evaluate).succeeds().json().at("/model/rmsse"),
                run.json().at("/model/rmsse"));
        List<String> told =
                run.err().lines().dropWhile(line -> !line.startsWith("sum ")).toList();
        assertTrue(told.get(0).contains(" all: "), told.toString());
        assertTrue(told.get(1).contains(" store=7: "), told.toString());
        List<String> rows = Files.readAllLines(scores);
        assertEquals(1 + 3 + 3, rows.size());
        assertTrue(rows.get(6).startsWith(",,ok,"), rows.get(6));
        // The sum over one series is the series.
        assertEquals(
                rows.get(3).replace("10,café,", "10,,").split(",")[4],
                rows.get(5).split(",")[4]);
        List<String> total = Files.readAllLines(out).stream()
                .filter(line -> line.startsWith(",,2024-02-27,2024-02-29,units,2,"))
                .toList();
        double truth = 10 * SeriesFile.wave(59) + SeriesFile.wave(59) + 100 * SeriesFile.wave(62);
        assertEquals(truth, Double.parseDouble(total.get(0).split(",")[6]), 1e-9 * truth);
    }

    @Test
    void reportsOnTablesShowTheBestTheMiddleAndTheWorst() throws IOException {
        Path scored = folder.resolve("scored.html");
        Path trained = folder.resolve("trained.html");

        Cli.run("evaluate", model, table, "--sum-all", "--sum-by", "store", "--report", scored, "--json")
                .succeeds();
        Cli.run("train", table, BY, SMALL, "--report", trained, "-o", folder.resolve("reported.json"))
                .succeeds();

        for (Path page : List.of(scored, trained)) {
            String html = Files.readString(page);
            assertTrue(html.contains("the best, the middle and the worst of 3 series"), html);
            assertTrue(html.contains("store=7,item=café"), html);
            assertTrue(html.contains("units, errors of 3 series"), html);
        }
        String html = Files.readString(scored);
        assertTrue(html.contains("<h2>Sums</h2>"), html);
        assertTrue(html.contains(" of 3 series</dd>"), html);
        assertTrue(html.contains("<h2>Intervals</h2>"), html);
    }

    @Test
    void sumsThatCannotBeAreRefused() {
        Cli.run("predict", model, table, "--sum-by", "stor").fails(2, "--sum-by stor", "\"store\"");
        Cli.run("predict", model, table, "--sum-by", "store,item").fails(2, "--sum-by store,item");
        Cli.run("evaluate", model, table, "--sum-by", "shop").fails(2, "--sum-by shop");
    }

    @Test
    void settingsAreSearchedForATable() throws IOException {
        List<String> rows = new ArrayList<>(List.of("store,day,units"));
        for (int k = 0; k < 110; k++) {
            rows.add("2," + day(k) + "," + SeriesFile.wave(k));
            rows.add("1," + day(k) + "," + 10 * SeriesFile.wave(k + 3));
        }
        Path two = file("two.csv", rows);
        Path third = file("third.csv", List.of(rows.get(0), "3," + day(1) + ",4"));
        Path tuned = folder.resolve("tuned.json");
        List<Object> by = List.of("--by", "store", "--target", "units");

        Cli run = Cli.run(
                        "tune",
                        two,
                        third,
                        by,
                        "--trials",
                        2,
                        "--units",
                        4,
                        "--lookback",
                        8,
                        "--epochs",
                        2,
                        "--json",
                        "-o",
                        tuned)
                .succeeds();

        assertEquals(2, run.json().get("trials").size());
        assertEquals(2, run.json().get("series").intValue());
        String train = run.json().get("train").textValue();
        assertTrue(train.contains("--by store"), train);
        byte[] bytes = Files.readAllBytes(tuned);
        Cli.run(List.of(train.substring("lstm ".length()).split(" "))).succeeds();
        assertArrayEquals(bytes, Files.readAllBytes(tuned));
    }

    @Test
    void cellsAreComparedOnATable() throws IOException {
        Cli run = Cli.run("compare", halves(), BY, SMALL, "--cells", "lstm,gru", "--format", "csv")
                .succeeds();

        assertEquals(List.of("lstm", "gru"), run.column("cell"));
        assertTrue(run.numbers("rmse")[0] > 0, run.out());
        Cli.run("compare", table, "--by", "item", "--features", "item", "--target", "units")
                .fails(2, "--by", "item");
    }

    @Test
    void shortSeriesAreLeftOutOfTraining() throws IOException {
        Path more = file("short.csv", lines(), "1,new,2024-01-01,4", "1,new,2024-01-02,5");
        Path other = folder.resolve("short.json");

        Cli run = Cli.run("train", more, BY, SMALL, "--horizon", 2, "--json", "-o", other)
                .succeeds();

        assertEquals(3, run.json().get("series").intValue());
        assertTrue(run.err().contains("store=1,item=new"), run.err());
    }

    @Test
    void aSeriesThatIsNotScoredHasTheReasonAsItsStatus() throws IOException {
        List<String> lines = lines();
        for (int k = 0; k < 9; k++) {
            lines.add("1,old," + day(k) + "," + SeriesFile.wave(k));
            lines.add("2,new," + day(51 + k) + "," + SeriesFile.wave(k));
        }
        Path scores = folder.resolve("statuses.csv");
        Cli.run("evaluate", model, file("ended.csv", lines), "--from", day(40), "--scores", scores)
                .succeeds();

        assertEquals(
                List.of("status", "ended", "short", "ok", "ok", "ok"),
                Files.readAllLines(scores).stream()
                        .map(line -> line.replaceAll("\".*\"", "").split(",")[2])
                        .toList());
    }

    @Test
    void eachSeriesIsScored() throws IOException {
        Path scores = folder.resolve("scores.csv");
        Path more = file("scored.csv", lines(), "1,new,2024-01-01,4", "1,new,2024-01-02,5");

        Cli run = Cli.run("evaluate", model, more, "--json", "--scores", scores).succeeds();

        List<String> rows = Files.readAllLines(scores);
        assertEquals(5, rows.size());
        assertTrue(rows.get(0).startsWith("store,item,status,forecasts,model_rmse,model_mae,model_mase"), rows.get(0));
        assertTrue(rows.get(1).startsWith("1,new,short,,"), rows.get(1));
        assertTrue(rows.get(2).startsWith("7,café,ok,"), rows.get(2));
        assertTrue(run.json().at("/owa/seasonal_naive").isMissingNode());
        assertTrue(run.json().at("/owa/model").doubleValue() > 0);
        int within = run.json().at("/intervals/80/series_within_5_points").intValue();
        assertTrue(run.err().contains("within 5 points: 80 % in " + within + ","), run.err());
        int better = run.json().get("better_than_naive").intValue();
        assertTrue(run.err().contains("better than naive on " + better + " of 3"), run.err());
        JsonNode worst = run.json().get("worst");
        assertEquals(3, worst.size());
        assertTrue(worst.get(0).get("mase").doubleValue()
                >= worst.get(2).get("mase").doubleValue());
        JsonNode each = run.json().get("each");
        assertEquals(3, each.size());
        assertEquals(
                "{\"store\":\"7\",\"item\":\"café\"}", each.get(0).get("key").toString());
        assertEquals(
                each.get(0).at("/model/rmse").doubleValue(),
                Double.parseDouble(rows.get(2).split(",")[4]),
                1e-9);
        Cli forecasts = Cli.run("evaluate", model, table).succeeds();
        assertTrue(forecasts.lines().get(0).startsWith("store,item,origin,date,series,step,"), forecasts.out());
        Cli.run("evaluate", model, more, "--strict", "--quiet").fails(3, "store=1,item=new");
    }

    @Test
    void theBaseModelIsAmongTheScoresOfEachSeriesWhereItHasAShare() throws IOException {
        Path industries = Path.of("data/unemployment-by-industry.csv");
        Path combined = folder.resolve("combined.json");
        Path scores = folder.resolve("combined.csv");
        List<Object> by = List.of("--by", "industry", "--target", "rate", "--horizon", 12);
        List<Object> two = List.of("--only", "industry=Agriculture", "--only", "industry=Finance");
        Cli.run("train", industries, by, two, "--combine", "base", "-o", combined)
                .succeeds();

        Cli run = Cli.run("evaluate", combined, industries, two, "--json", "--scores", scores)
                .succeeds();

        List<String> columns = List.of(Files.readAllLines(scores).get(0).split(","));
        String[] first = Files.readAllLines(scores).get(1).split(",");
        assertEquals(
                run.json().at("/each/0/base/rmse").doubleValue(),
                Double.parseDouble(first[columns.indexOf("base_rmse")]),
                1e-9);
        assertEquals(List.of("base_smape", "rows_were"), columns.subList(columns.size() - 2, columns.size()));
    }

    @Test
    void aTableIsChecked() throws IOException {
        JsonNode json = Cli.run("check", table, BY, "--json").succeeds().json();
        Path first = halves().get(0);
        Path second = halves().get(1);
        JsonNode both = Cli.run("check", first, second, BY, "--json").succeeds().json();
        Cli.run("check", first, second).fails(2, second, "--by");

        assertEquals(3, json.get("series").intValue());
        assertEquals(150, json.get("rows").intValue());
        assertEquals(40, json.get("shortest").intValue());
        assertEquals(60, json.get("longest").intValue());
        assertTrue(json.get("train").textValue().contains("--by store,item"), json.toString());
        assertEquals(json.get("rows"), both.get("rows"));
        assertTrue(
                both.get("train").textValue().startsWith("lstm train " + first + " " + second + " "), both.toString());
        assertTrue(both.get("train").textValue().endsWith(" -o first.model.json"), both.toString());
    }

    @Test
    void aModelOfAWideTableForecastsOne() throws IOException {
        List<String> rows = new ArrayList<>(List.of("day,tea,=café"));
        for (int k = 0; k < 40; k++) {
            rows.add(day(k) + "," + SeriesFile.wave(k) + "," + 5 * SeriesFile.wave(k + 2));
        }
        Path wide = Files.write(folder.resolve("wide.csv"), rows);
        Path to = folder.resolve("wide.json");
        Cli.run("train", wide, "--layout", "wide", SMALL, "-o", to).succeeds();

        Cli run = Cli.run("predict", to, wide, "--quiet").succeeds();

        assertEquals(List.of("'=café", "tea"), run.column("name"));
        assertEquals(
                "wide",
                Cli.json(Files.readAllBytes(to)).at("/columns/layout/form").textValue());
        Cli.run("predict", to, wide, "--layout", "long").fails(3, wide + ":1", "no column");
        Cli.run("predict", to, wide, "--plot", folder.resolve("x.svg")).fails(2, "--plot", "table");
        Cli.run("train", wide, "--layout", "rows", "-o", folder.resolve("x.json"))
                .fails(2, "--layout rows", "--by");
    }

    @Test
    void oneSeriesOfATableIsExplained() throws IOException {
        JsonNode named = Cli.run("explain", model, halves(), "--only", "store=10", "--json")
                .succeeds()
                .json();

        assertTrue(named.toString().contains("2024"), named.toString());
        Cli.run("explain", model, table).fails(2, table, "3 series", "--only", "store=7,item=café");
    }

    @Test
    void theModelTellsItsKeys() {
        JsonNode values = Cli.run("inspect", model, "--json").succeeds().json();

        assertEquals("[\"store\",\"item\"]", values.get("by").toString());
        assertTrue(Cli.run("inspect", model).succeeds().out().contains("store, item"));
    }

    @Test
    void whatIsKnownAheadIsOfEachSeries() throws IOException {
        List<String> rows = new ArrayList<>(List.of("day,key,=price,y"));
        for (int k = 0; k < 40; k++) {
            rows.add(day(k) + ",=b," + k % 3 + "," + SeriesFile.wave(k));
            rows.add(day(k) + ",a," + k % 5 + "," + 2 * SeriesFile.wave(k));
        }
        Path priced = Files.write(folder.resolve("priced.csv"), rows);
        Path to = folder.resolve("priced.json");
        Cli.run("train", priced, "--by", "key", "--target", "y", "--known-ahead", "=price", SMALL, "-o", to)
                .succeeds();

        List<String> form = Cli.run("future", to, priced).succeeds().lines();
        Path old = Files.write(folder.resolve("old.csv"), rows.subList(0, 51));
        Path recent = folder.resolve("recent.csv");
        Files.write(recent, rows.subList(0, 1));
        Files.write(recent, rows.subList(51, rows.size()), StandardOpenOption.APPEND);
        assertEquals(form, Cli.run("future", to, old, recent).succeeds().lines());
        // Spreadsheets take no cell for a formula, and what they save is read back.
        assertEquals(List.of("key,day,'=price", "'=b,2024-02-10,", "a,2024-02-10,"), form);
        Path plan = Files.write(folder.resolve("plan.csv"), List.of(form.get(0), form.get(2) + "1", form.get(1) + "4"));

        Cli run = Cli.run("predict", to, priced, "--future", plan).succeeds();

        assertEquals(List.of("'=b", "a"), run.column("key"));
        assertEquals(2, run.numbers("lower80").length);
        assertTrue(run.err().contains("2 ok"), run.err());
        Path part = Files.write(folder.resolve("part.csv"), List.of(form.get(0), form.get(1) + "4"));
        Path gap = Files.write(folder.resolve("gap.csv"), form);
        Cli.run("predict", to, priced, "--future", gap).fails(3, gap + ":2: ", "\"=price\"", "write a number: ");
        Path status = folder.resolve("ahead.csv");
        Cli.run("predict", to, priced, "--future", part, "--status", status).succeeds();
        assertTrue(Files.readAllLines(status).get(2).startsWith("a,failed,"), Files.readString(status));
        Path late =
                Files.write(folder.resolve("late.csv"), List.of(form.get(0), "'=b,2024-02-11,4", form.get(2) + "1"));
        Cli.run("predict", to, priced, "--future", late, "--strict").fails(3, late + ": key==b", "2024-02-10");
        Cli.run("predict", to, priced, "--future", plan, "--only", "key=a").succeeds();
    }

    @Test
    void aBacktestIsTheEvaluationOfAModelOfEarlierRows() throws IOException {
        List<String> early = lines().stream()
                .filter(line -> line.startsWith("store")
                        || line.replaceAll(".*(2024-..-..).*", "$1").compareTo(day(54)) < 0)
                .toList();
        Path before = Files.write(folder.resolve("before.csv"), early);
        Path then = folder.resolve("before.json");
        Cli.run("train", before, BY, SMALL, "--horizon", 2, "-o", then).succeeds();
        Cli evaluated = Cli.run("evaluate", then, table, "--from", day(54), "--every", 2)
                .succeeds();
        Path scores = folder.resolve("backtest.csv");

        Cli run = Cli.run("backtest", halves(), BY, SMALL, "--horizon", 2, "--origins", 3, "--scores", scores)
                .succeeds();

        assertEquals(evaluated.lines(), run.lines());
        assertEquals(4, Files.readAllLines(scores).size());
        Cli.run("backtest", table, BY, SMALL, "--origins", 60).fails(3, table, "--origins 60");
        Cli.run("backtest", halves(), SMALL).fails(2, "second.csv", "--by");
        Cli.run("backtest", table, BY, SMALL, "--refit", "every").fails(2, "--refit", "table");
    }

    @Test
    void aBatchMakesAModelOfEachSeries() throws IOException {
        Path out = folder.resolve("nightly");
        List<Object> how =
                List.of("--units", "4", "--layers", "1", "--lookback", "6", "--epochs", "2", "--horizon", 2, "-o", out);
        Path all = folder.resolve("nightly.csv");
        List<Object> batch = List.of("batch", table, BY, how, "--jobs", 1, "--forecasts", all);

        Cli first = Cli.run(batch).succeeds();
        Cli second = Cli.run(batch).succeeds();

        assertEquals(List.of("done", "done", "done"), states(first));
        assertEquals(List.of("unchanged", "unchanged", "unchanged"), states(second));
        Path one = folder.resolve("café of 10.csv");
        List<String> rows = new ArrayList<>(List.of("date,units"));
        for (int k = 20; k < 60; k++) {
            rows.add(day(k) + "," + 100 * SeriesFile.wave(k + 3));
        }
        Files.write(one, rows);
        Cli.run("batch", one, how, "--target", "units").succeeds();
        assertEquals(
                Files.readAllLines(out.resolve("café of 10.forecast.csv")),
                Files.readAllLines(out.resolve("10_café.forecast.csv")));
        assertTrue(Files.exists(out.resolve("7_tea%2C green.model.json")));
        List<String> collected = Files.readAllLines(all);
        assertTrue(
                collected.get(0).startsWith("name,file,origin,made_at,model_version,stale,store,item,date,series,"),
                collected.get(0));
        assertTrue(collected.get(3).contains(",false,7,\"tea, green\",2024-03-01,units,1,"), collected.get(3));
    }

    private static List<String> states(Cli run) {
        return run.lines().stream()
                .map(line -> Cli.json(line.getBytes(StandardCharsets.UTF_8))
                        .get("status")
                        .textValue())
                .toList();
    }

    @Test
    void whatIsForTablesOnlyIsRefusedOtherwise() {
        Cli.run("train", table, "--only", "store=7", "-o", folder.resolve("x.json"))
                .fails(2, "--only", "--by");
    }
}
