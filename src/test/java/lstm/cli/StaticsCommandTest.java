package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lstm.modelfile.ModelFile;
import lstm.prepare.StaticFeature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts about each series of a table, in every command. */
class StaticsCommandTest {
    private static final List<Object> TINY = List.of(
            "--by",
            "shop",
            "--target",
            "units",
            "--units",
            4,
            "--layers",
            1,
            "--lookback",
            8,
            "--epochs",
            2,
            "--quiet");

    @TempDir
    static Path folder;

    private static Path table;
    private static Path items;
    private static Path model;
    private static Path ofFile;

    @BeforeAll
    static void train() throws IOException {
        List<String> lines = new ArrayList<>(List.of("shop,row,units,region,price"));
        for (int k = 0; k < 60; k++) {
            lines.add("a," + k + "," + SeriesFile.wave(k) + ",north,1.5");
            lines.add("b," + k + "," + SeriesFile.wave(k + 2) + ",south,2.5");
        }
        table = Files.write(folder.resolve("sales.csv"), lines);
        items = Files.write(
                folder.resolve("items.csv"), List.of("shop,region,price", "a,north,1.5", "b,south,2.5", "c,,"));
        model = folder.resolve("own.json");
        ofFile = folder.resolve("file.json");
        Cli.run("train", table, TINY, "--static", "region,price", "-o", model).succeeds();
        Cli.run("train", table, TINY, "--static-file", items, "-o", ofFile).succeeds();
    }

    @Test
    void aSecondTableTrainsTheSameModelAsColumns() throws IOException {
        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(ofFile));
    }

    @Test
    void eachCommandForecastsFromEither() {
        for (String command : List.of("predict", "evaluate", "explain")) {
            List<Object> only = command.equals("explain") ? List.of("--only", "shop=a") : List.of();
            String own =
                    Cli.run(command, model, table, only, "--quiet").succeeds().out();
            String second = Cli.run(command, model, table, only, "--quiet", "--static-file", items)
                    .succeeds()
                    .out();
            assertEquals(own, second, command);
        }
    }

    @Test
    void aNewSeriesOfAnUnknownRegionIsForecast() throws IOException {
        List<String> lines = new ArrayList<>(List.of("shop,row,units"));
        for (int k = 0; k < 20; k++) {
            lines.add("c," + k + "," + SeriesFile.wave(k));
        }
        Path fresh = Files.write(folder.resolve("new.csv"), lines);

        Cli run = Cli.run("predict", model, fresh, "--static-file", items).succeeds();

        assertTrue(run.err().contains("1 series: 1 ok"), run.err());
    }

    @Test
    void inspectShowsTheVocabularies() {
        JsonNode statics = Cli.run("inspect", model, "--json").succeeds().json().get("statics");

        assertEquals("[\"north\",\"south\"]", statics.get(0).get("categories").toString());
        assertEquals(2.0, statics.get(1).get("mean").asDouble());
    }

    @Test
    void anInterruptedTrainingIsResumedWithTheSameFacts() throws IOException {
        Path resumed = folder.resolve("resumed.json");
        Cli.runInterrupted("train", table, TINY, "--static", "region,price", "-o", resumed);

        Cli.run("train", table, TINY, "--static", "region,price", "-o", resumed, "--resume")
                .succeeds();
        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(resumed));
        Cli other = Cli.run("train", table, TINY, "--static", "region", "-o", resumed, "--resume");
        assertEquals(3, other.code(), other.err());
    }

    @Test
    void newRowsUpdateTheModel() throws IOException {
        List<String> more = new ArrayList<>(Files.readAllLines(table));
        for (int k = 60; k < 75; k++) {
            more.add("a," + k + "," + SeriesFile.wave(k) + ",north,1.5");
            more.add("b," + k + "," + SeriesFile.wave(k + 2) + ",south,2.5");
            more.add("c," + k + "," + SeriesFile.wave(k + 4) + ",west,3");
        }
        Path longer = Files.write(folder.resolve("longer.csv"), more);

        Cli.run("update", model, longer, "-o", folder.resolve("updated.json"), "--epochs", 1, "--quiet")
                .succeeds();
    }

    @Test
    void cellsAreComparedAndTestedWithFacts() {
        Cli.run("compare", table, TINY, "--static", "region", "--cells", "gru").succeeds();
        Cli.run("backtest", table, TINY, "--static", "region", "--origins", 1).succeeds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --by shop --static regio       | 3 | no column "regio"; did you mean "region"?
        --static region                | 2 | leave it out, or name them with --by
        --by shop --static units       | 2 | "units" is already the target
        --by shop --static region,region | 2 | "region" is already a static column
        --by shop --features price --static price | 2 | "price" is already a feature
        --by shop --static row         | 3 | the value of the same series on line
        --by shop --only shop=a --static region | 3 | is the only series to train on
        """)
    void aColumnThatCannotBeAFactIsNamed(String options, int code, String message) {
        Cli run = Cli.run("train", table, "--target", "units", List.of(options.split(" ")), "-o", folder.resolve("no"));

        assertEquals(code, run.code(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(Files.notExists(folder.resolve("no")));
    }

    @Test
    void aKeyIsATextThatSeriesShareAVectorOf() throws Exception {
        List<String> lines = new ArrayList<>(List.of("store,item,units"));
        for (int k = 0; k < 120; k++) {
            lines.add("0" + (k / 2 % 2 + 7) + "," + k % 2 + "," + SeriesFile.wave(k));
        }
        Path sales = Files.write(folder.resolve("stores.csv"), lines);
        Path known = folder.resolve("stores.json");
        List<Object> tiny = TINY.subList(2, TINY.size());
        Cli.run("train", sales, tiny, "--by", "store,item", "--static", "store", "-o", known)
                .succeeds();
        assertEquals(
                List.of(new StaticFeature.Category(List.of("07", "08"))),
                ModelFile.read(known).preparation().statics().each());
        Cli.run("predict", known, sales, "-o", folder.resolve("stores.out.csv")).succeeds();

        Path facts = Files.write(
                folder.resolve("stores.facts.csv"), List.of("item,store,size", "0,07,1", "1,07,2", "0,08,3", "1,08,4"));
        Cli.run(
                        "train",
                        sales,
                        tiny,
                        "--by",
                        "store,item",
                        "--static-file",
                        facts,
                        "--static",
                        "size,store:number",
                        "-o",
                        folder.resolve("numbers.json"))
                .succeeds();
    }

    @Test
    void aTableWithoutTheFactsOfTheModelIsRefused() throws IOException {
        Path bare = Files.write(
                folder.resolve("bare.csv"),
                Files.readAllLines(table).stream()
                        .map(line -> line.replaceFirst(",[^,]*,[^,]*$", ""))
                        .toList());

        Cli run = Cli.run("predict", model, bare);

        assertEquals(3, run.code());
        assertTrue(run.err().contains("name a table of such facts with --static-file"), run.err());
    }
}
