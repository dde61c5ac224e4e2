package lstm.cli;

import static lstm.cli.SeriesFile.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lstm.forecast.IntervalNote;
import lstm.forecast.OneSidedErrors;
import lstm.modelfile.ModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the series of a table that are odd, and whether what is advised works. */
class TableAnswersTest {
    private static final List<String> SMALL =
            List.of("--units", "4", "--layers", "1", "--lookback", "8", "--epochs", "2");

    @TempDir
    static Path folder;

    private static Path table;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,date,units"));
        for (int k = 0; k < 60; k++) {
            lines.add("tea," + day(k) + "," + (1000 + 10 * k));
            lines.add("rice," + day(k) + "," + (10 + k));
        }
        table = Files.write(folder.resolve("sales.csv"), lines);
        model = folder.resolve("sales.json");
        Cli.run("train", table, "--by", "item", SMALL, "-o", model).succeeds();
    }

    private static Path file(String name, String... lines) {
        return SeriesFile.lines(folder.resolve(name), lines);
    }

    private static Path with(String name, String... lines) throws IOException {
        List<String> all = new ArrayList<>(Files.readAllLines(table));
        all.addAll(List.of(lines));
        return Files.write(folder.resolve(name), all);
    }

    private static List<Object> command(String line) {
        return List.of((Object[]) line.substring("lstm ".length()).split(" "));
    }

    @Test
    void theBiasOfAModelOfSeveralSeriesIsMeasuredByTheirWindows() throws Exception {
        List<IntervalNote> notes = OneSidedErrors.notes(ModelFile.read(model));

        IntervalNote.OneSign biased = (IntervalNote.OneSign) notes.get(0);
        assertTrue(biased.tooLow());
        assertEquals(IntervalNote.Unit.WINDOW_DEVIATION, biased.unit());
    }

    @Test
    void salesThatRestForAWholeWindowHaveIntervalsOfSomeWidth() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,date,units"));
        for (int k = 0; k < 60; k++) {
            lines.add("busy," + day(k) + "," + k * 7 % 5);
            lines.add("rests," + day(k) + "," + (k < 50 ? k * 3 % 4 : 0));
        }
        Path sparse = Files.write(folder.resolve("sparse.csv"), lines);
        Path learned = folder.resolve("sparse.json");
        Cli.run("train", sparse, "--by", "item", SMALL, "-o", learned).succeeds();

        Cli run = Cli.run("predict", learned, sparse).succeeds();

        assertEquals(List.of("busy", "rests"), run.column("item"));
        for (int k = 0; k < 2; k++) {
            assertTrue(run.numbers("upper80")[k] - run.numbers("lower80")[k] > 0.1, run.out());
        }
    }

    @Test
    void whatCheckAdvisesForTheOnlySeriesOfATableWorks() throws IOException {
        List<String> rice = Files.readAllLines(table).stream()
                .filter(line -> !line.startsWith("tea"))
                .toList();
        Path one = Files.write(folder.resolve("rice.csv"), rice);

        String train = Cli.run("check", one, "--by", "item", "--json")
                .succeeds()
                .json()
                .get("train")
                .textValue()
                .replace(" --preset accurate", "");

        Cli.run(command(train), SMALL, "-o", folder.resolve("rice.json")).succeeds();
    }

    @Test
    void seriesWithOtherStepsAreTrainedOnApartAsAdvised() throws IOException {
        List<String> weeks = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            weeks.add("beans," + day(7 * k) + "," + k);
        }
        Path mixed = with("mixed.csv", weeks.toArray(String[]::new));
        List<Object> by = List.of(mixed, "--by", "item");
        Path to = folder.resolve("mixed.json");

        String train = Cli.run("check", by, "--json")
                .succeeds()
                .json()
                .get("train")
                .textValue()
                .replace(" --preset accurate", "");

        Cli.run("train", by, SMALL, "-o", to).fails(3, mixed + ": item=rice", "item=beans", "--only item=rice");
        Cli run = Cli.run(command(train), SMALL, "-o", to, "--json").succeeds();
        assertEquals(2, run.json().get("series").intValue());
    }

    @Test
    void theOnlySeriesOfAWideTableCanBeTrainedOnAsAdvised() throws IOException {
        List<String> lines = new ArrayList<>(List.of("date,rice"));
        for (int k = 0; k < 60; k++) {
            lines.add(day(k) + "," + (10 + k));
        }
        Path wide = Files.write(folder.resolve("wide1.csv"), lines);
        List<Object> train = List.of("train", wide, "--layout", "wide", SMALL, "-o", folder.resolve("wide1.json"));

        Cli.run(train).fails(3, wide, "--only name=rice");
        Cli.run(train, "--only", "name=rice").succeeds();
    }

    @Test
    void seriesWithoutAnyValueAreNamed() throws IOException {
        Path wide = file("wide.csv", "date,tea,note", day(0) + ",1,", day(1) + ",2,", day(2) + ",4,");
        Path rows = file("rows.csv", "item,v1,v2", "tea,1,2", "new,,", "rice,3,1");

        assertTrue(notes("check", wide, "--layout", "wide").contains("note"));
        assertTrue(notes("check", rows, "--layout", "rows", "--by", "item").contains("line 3"));
    }

    private static String notes(Object... command) {
        return Cli.run(List.of(command), "--json")
                .succeeds()
                .json()
                .get("notes")
                .toString();
    }

    @Test
    void aTableOfRowsWithoutAHeaderIsReadAsAdvised() throws IOException {
        Path rows = file("bare.csv", "tea,1,2.5,3", "rice,2,3,4");

        Cli.run("check", rows, "--layout", "rows", "--by", "item").fails(3, rows + ":1", "--no-header");
        Cli.run("check", rows, "--layout", "rows", "--by", "c1", "--no-header").succeeds();
    }

    @Test
    void aColumnBesideDatedOnesIsNotCountedAsAValue() throws IOException {
        Path rows = file("dated.csv", "item,note,2024-01-01,2024-01-02,2024-01-03", "tea,5,1,2,3", "rice,5,2,3,4");
        List<Object> check = List.of("check", rows, "--layout", "rows", "--by", "item");

        Cli.run(check, "--start", "2024-01-01", "--step", "day").fails(3, rows + ":1", "\"note\"", "--start");
        assertEquals(6, Cli.run(check, "--json").succeeds().json().get("rows").intValue());
    }

    @Test
    void evaluatingNoSeriesAtAllIsOneLine() throws IOException {
        Path few = file("few.csv", "item,date,units", "tea," + day(0) + ",1", "rice," + day(0) + ",2");
        Path later = file("steps.csv", "item,date,units", "tea," + day(0) + ",1", "tea," + day(1) + ",2");
        String answered = Cli.run("predict", model, later).succeeds().err();
        assertEquals(
                1, answered.lines().count(), "of a forecast without a model nothing is said but that: " + answered);
        Path scores = folder.resolve("few.scores.csv");

        Cli run = Cli.run("evaluate", model, few, "--scores", scores).fails(3, few, "rice");

        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(Files.exists(scores));
    }

    @Test
    void scoresOfSeriesSayWhetherTheModelHasLearnedFromTheirRows() throws IOException {
        Path scores = folder.resolve("scores.csv");
        Path later = with("later.csv", "tea," + day(60) + ",1600", "tea," + day(61) + ",1610");
        List<String> rows = new ArrayList<>();
        for (Path rated : List.of(table, later)) {
            Cli.run("evaluate", model, rated, "--scores", scores, "--quiet", "-o", folder.resolve("o.csv"), "--force")
                    .succeeds();
            rows.addAll(Files.readAllLines(scores));
        }

        assertEquals(
                List.of("rows_were", "chose", "chose", "rows_were", "chose", "unseen"),
                rows.stream()
                        .map(row -> row.substring(row.lastIndexOf(',') + 1))
                        .toList());
    }
}
