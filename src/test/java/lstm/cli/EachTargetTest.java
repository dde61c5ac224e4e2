package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each target a series of its own in one network. */
class EachTargetTest {
    private static final int ROWS = 60;
    private static final List<Object> NETWORK = List.of(
            "--units",
            3,
            "--layers",
            1,
            "--lookback",
            6,
            "--horizon",
            4,
            "--epochs",
            1,
            "--segment",
            3,
            "--scaler",
            "window");

    @TempDir
    private Path folder;

    private Path wide;
    private Path table;

    @BeforeEach
    void writeFiles() throws Exception {
        wide = folder.resolve("wide.csv");
        table = folder.resolve("long.csv");
        Files.write(wide, lines("date,b,note,a,temp", row -> List.of(row(row, wave(row, 1) + ",x," + wave(row, 9)))));
        Files.write(
                table,
                lines(
                        "date,name,y,temp",
                        row -> List.of(row(row, "a," + wave(row, 9)), row(row, "b," + wave(row, 1)))));
    }

    private static String row(int row, String cells) {
        return LocalDate.of(2024, 1, 1).plusDays(row) + "," + cells + "," + row % 7;
    }

    private static List<String> lines(String header, Function<Integer, List<String>> row) {
        List<String> lines = new ArrayList<>(List.of(header));
        IntStream.range(0, ROWS).forEach(k -> lines.addAll(row.apply(k)));
        return lines;
    }

    private static String wave(int row, int scale) {
        return String.format(Locale.ROOT, "%.3f", scale * (10 + StrictMath.sin(row / 3.0)));
    }

    private Path train(Path csv, String name, Object... options) {
        Path model = folder.resolve(name);
        Cli.run("train", csv, "-o", model, "--quiet", NETWORK, List.of(options)).succeeds();
        return model;
    }

    private Path each(Object... options) {
        return train(wide, "each.json", "--target", "b", "--target", "A", "--each-target", List.of(options));
    }

    @Test
    void theNetworkIsTheOneOfALongTableWithTheSameSeries() throws Exception {
        Model each = ModelFile.read(each("--features", "temp"));
        Model keyed = ModelFile.read(train(table, "keyed.json", "--by", "name", "--target", "y", "--features", "temp"));
        assertArrayEquals(keyed.weights().get(0), each.weights().get(0));
        assertEquals(2, each.data().series());
        assertEquals(1, each.preparation().plan().targets());
        assertEquals(List.of("b", "A"), each.reading().layout().targets());
        assertArrayEquals(ModelFile.bytes(each), ModelFile.bytes(ModelFile.parse(ModelFile.bytes(each), "m")));
    }

    @Test
    void forecastsAreWrittenAsThoseOfSeveralTargets() throws Exception {
        String forecast =
                Cli.run("predict", each(), wide, "--level", 80).succeeds().out();
        List<String[]> rows =
                forecast.lines().skip(1).map(line -> line.split(",")).toList();
        assertTrue(forecast.startsWith("date,series,step,forecast,lower80,upper80\n2024-03-01,b,1,"), forecast);
        assertEquals(8, rows.size());
        assertEquals("a", rows.get(4)[1]);
        assertTrue(rows.stream().limit(4).allMatch(row -> Math.abs(Double.parseDouble(row[3]) - 10) < 5), forecast);
        assertTrue(rows.stream().skip(4).allMatch(row -> Math.abs(Double.parseDouble(row[3]) - 90) < 45), forecast);
    }

    @Test
    void evaluateAndBacktestNameTheTargetsToo() {
        Cli evaluated = Cli.run("evaluate", each(), wide, "--quiet").succeeds();
        assertTrue(evaluated.out().startsWith("origin,date,series,step,actual,"), evaluated.out());
        assertEquals(
                List.of("b", "a"),
                evaluated
                        .out()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",")[2])
                        .distinct()
                        .toList());
        Cli tested = Cli.run(
                        "backtest", wide, "--target", "b", "--target", "a", "--each-target", "--origins", 2, NETWORK)
                .succeeds();
        assertEquals(2 * 2 * 4, tested.out().lines().count() - 1, tested.out());
    }

    @Test
    void whatIsKnownAheadIsForAllTargets() throws Exception {
        Path model = each("--known-ahead", "temp");
        Path plan = folder.resolve("plan.csv");
        Cli.run("future", model, wide, "-o", plan).succeeds();
        List<String> form = Files.readAllLines(plan);
        assertEquals("date,temp", form.get(0));
        assertTrue(form.size() >= 5, form.toString());
        Files.write(
                plan,
                Stream.concat(form.stream().limit(1), form.stream().skip(1).map(row -> row + "3"))
                        .toList());
        assertEquals(
                9,
                Cli.run("predict", model, wide, "--future", plan)
                        .succeeds()
                        .out()
                        .lines()
                        .count());
    }

    @Test
    void newRowsUpdateIt() throws Exception {
        Path model = each();
        List<String> more = new ArrayList<>(Files.readAllLines(wide));
        IntStream.range(ROWS, ROWS + 12).forEach(k -> more.add(row(k, wave(k, 1) + ",x," + wave(k, 9))));
        Files.write(wide, more);
        Cli.run("update", model, wide, "--force", "--epochs", 1, "--validation", 0)
                .succeeds();
        assertEquals(2 * (ROWS + 12), ModelFile.read(model).data().rows());
    }

    @Test
    void aSeriesThatStartsLateOrAnOptionThatDoesNotFitIsNamed() throws Exception {
        Cli.run("train", wide, "--target", "a", "--each-target").fails(2, "--each-target is for 2 to 10000 targets");
        Cli.run("train", wide, "--target", "a", "--target", "b", "--each-target", "--by", "note")
                .fails(2, "--each-target", "--by");
        Cli.run("train", wide, "--target", "a", "--target", "A", "--each-target")
                .fails(2, "already a target");
        Cli.run("train", wide, "--target", "a", "--target", "c", "--each-target")
                .fails(3, "no column \"c\"");
        Cli.run("train", wide, "--target", "a", "--target", "date", "--each-target")
                .fails(2, "the date column");
        Cli.run("train", wide, "--target", "a", "--target", "note", "--each-target")
                .fails(3, "\"note\"", "\"x\"");
        Cli.run("train", wide, "--target", "a", "--target", "b", "--features", "series", "--each-target")
                .fails(2, "\"series\"", "rename");
    }
}
