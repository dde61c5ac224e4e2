package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lstm.cli.option.GlobPattern;
import lstm.error.LstmException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    private static final int FILES = 6;

    @TempDir
    Path directory;

    private Path data;
    private Path out;

    @BeforeEach
    void layOut() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        for (int k = 0; k < FILES; k++) {
            SeriesFile.weekdays(csv("s" + k), 50 + 3 * k);
        }
        out = directory.resolve("deep/out");
    }

    private Path csv(String name) {
        return data.resolve(name + ".csv");
    }

    private String all() {
        return data + "/*.csv";
    }

    private Cli batch(Object... words) {
        return Cli.run("batch", List.of(words), "-o", out, Cli.TINY);
    }

    /** The status lines by file name. */
    private static Map<String, JsonNode> status(Cli run) {
        Map<String, JsonNode> status = new TreeMap<>();
        for (String line : run.lines()) {
            JsonNode json = Cli.json(line.getBytes(UTF_8));
            status.put(Path.of(json.get("file").textValue()).getFileName().toString(), json);
        }
        return status;
    }

    private static List<String> states(Cli run) {
        return status(run).values().stream()
                .map(json -> json.get("status").textValue())
                .toList();
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
    }

    @Test
    void theResultsAreThoseOfTheCommandsOneByOneForAnyNumberOfJobs() throws IOException {
        Path single = Files.createDirectory(directory.resolve("single"));
        for (int k = 0; k < FILES; k++) {
            Path model = single.resolve("s" + k + ".model.json");
            List<Object> words = List.of("--preset", "accurate", "--target", "open", "--seed", 3, "--horizon", 4);
            Cli.run("train", csv("s" + k), "-o", model, Cli.TINY, words).succeeds();
            Path forecast = single.resolve("s" + k + ".forecast.csv");
            Cli.run("predict", model, "--horizon", 4, "-o", forecast).succeeds();
        }
        for (int jobs : List.of(1, 4)) {
            out = directory.resolve("out" + jobs);
            Object[] words = {all(), "--jobs", jobs, "--target", "open", "--seed", 3, "--horizon", 4};
            batch(words).succeeds();
            assertSame(files(single), files(out));
        }
    }

    @Test
    void aLineSaysHowEachFileEnded() throws IOException {
        Cli run = batch(csv("s1"), csv("s2"), "--horizon", 2).succeeds();
        JsonNode one = status(run).get("s1.csv");
        assertEquals(
                List.of(
                        "schema",
                        "run",
                        "file",
                        "status",
                        "code",
                        "error",
                        "seconds",
                        "rows",
                        "last_row",
                        "training",
                        "epochs",
                        "skill",
                        "rmse",
                        "naive_rmse",
                        "best",
                        "model",
                        "forecast",
                        "forecast_of",
                        "forecast_from",
                        "made_at",
                        "model_version",
                        "stale",
                        "method"),
                one.properties().stream().map(Map.Entry::getKey).toList());
        assertEquals(csv("s1").toString(), one.get("file").textValue());
        assertEquals("done", one.get("status").textValue());
        assertEquals(0, one.get("code").intValue());
        assertTrue(one.get("error").isNull());
        assertEquals(2, one.get("epochs").intValue());
        JsonNode scores = Cli.run("inspect", out.resolve("s1.model.json"), "--json")
                .json()
                .get("scores");
        assertEquals(scores.get("skill"), one.get("skill"));
        assertEquals(scores.get("model").get("rmse"), one.get("rmse"));
        assertEquals(scores.get("naive").get("rmse"), one.get("naive_rmse"));
        assertEquals(out.resolve("s1.model.json").toString(), one.get("model").textValue());
        assertEquals(
                out.resolve("s1.forecast.csv").toString(), one.get("forecast").textValue());
        assertEquals(53, one.get("rows").intValue());
        String last = Files.readAllLines(csv("s1")).get(53).split(",")[0];
        assertEquals(last, one.get("last_row").textValue());
        assertEquals(last, one.get("forecast_of").textValue());
        String first = Files.readAllLines(out.resolve("s1.forecast.csv")).get(1).split(",")[0];
        assertEquals(first, one.get("forecast_from").textValue());
        assertEquals(smallest(scores), one.get("best").textValue());
        assertTrue(one.get("run").textValue().matches("\\d{8}T\\d{6}Z-\\d+"), one.toString());
        assertEquals(one.get("run"), status(run).get("s2.csv").get("run"));
        assertEquals("", batch(csv("s1"), "--quiet").succeeds().err());
    }

    private static String smallest(JsonNode scores) {
        return Stream.of("model", "naive", "seasonal_naive", "drift", "autoregression")
                .filter(scores::hasNonNull)
                .min(Comparator.comparingDouble(
                        method -> scores.get(method).get("rmse").doubleValue()))
                .orElseThrow();
    }

    @Test
    void onATerminalEachFileHasALineOfATable() throws IOException {
        String name = "a-name-that-is-too-long-for-a-line-of-eighty-columns";
        Files.copy(csv("s1"), csv(name));
        Files.writeString(csv("s2"), "");

        Cli run = Cli.runOnATerminal("batch", csv("s1"), csv(name), csv("s2"), "-o", out, Cli.TINY, "--jobs", 1);

        List<String> lines = run.lines();
        assertEquals(4, lines.size(), run.out());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), run.out());
        assertEquals(
                List.of("file", "status", "rows", "skill", "best method", "seconds"),
                List.of(lines.get(0).split("  +")));
        assertTrue(lines.get(1).matches("s1 +done +53 +-?\\d+\\.\\d{3} +\\w.* +\\d+\\.\\d"), lines.get(1));
        assertTrue(lines.get(2).startsWith("...") && lines.get(2).contains("eighty-columns  done"), lines.get(2));
        assertTrue(lines.get(3).matches("s2 +failed +\\d+\\.\\d"), lines.get(3));
    }

    @Test
    void whatIsFinishedAndUnchangedIsLeftAsItIs() throws IOException {
        batch(all()).succeeds();
        Map<String, byte[]> before = files(out);
        Path model = out.resolve("s0.model.json");
        Path forecast = out.resolve("s0.forecast.csv");
        Object modelKey = Files.readAttributes(model, BasicFileAttributes.class).fileKey();
        Object forecastKey =
                Files.readAttributes(forecast, BasicFileAttributes.class).fileKey();

        Cli again = batch(all()).succeeds();

        assertEquals(
                List.of("unchanged", "unchanged", "unchanged", "unchanged", "unchanged", "unchanged"), states(again));
        assertSame(before, files(out));
        assertEquals(
                modelKey, Files.readAttributes(model, BasicFileAttributes.class).fileKey());
        assertEquals(
                forecastKey,
                Files.readAttributes(forecast, BasicFileAttributes.class).fileKey());
    }

    @Test
    void onlyWhatHasChangedIsDoneAgain() throws IOException {
        batch(all()).succeeds();
        SeriesFile.weekdays(csv("s1"), 54);
        Files.delete(out.resolve("s2.model.json"));
        Files.delete(out.resolve("s3.forecast.csv"));
        assertEquals(
                List.of("unchanged", "done", "done", "done", "unchanged", "unchanged"),
                states(batch(all()).succeeds()));
        Cli horizon = batch(csv("s0"), "--horizon", 3).succeeds();
        assertEquals(List.of("done"), states(horizon));
        assertEquals(4, Files.readAllLines(out.resolve("s0.forecast.csv")).size());
        assertEquals(List.of("done"), states(batch(csv("s4"), "--seed", 2).succeeds()));
        assertEquals(List.of("done"), states(batch(csv("s5"), "--force").succeeds()));
    }

    @Test
    void whatWasBrokenOffIsResumed() throws IOException {
        batch(all()).succeeds();
        Map<String, byte[]> whole = files(out);
        Path model = out.resolve("s1.model.json");
        Cli.runInterrupted("train", csv("s1"), "-o", model, "--force", "--preset", "accurate", Cli.TINY);
        assertFalse(Arrays.equals(whole.get("s1.model.json"), Files.readAllBytes(model)));
        batch(all()).succeeds();
        assertSame(whole, files(out));
    }

    @Test
    void aSignalStopsItAndTheSameCommandGoesOn() throws IOException {
        Path whole = directory.resolve("whole");
        Cli.run("batch", all(), "-o", whole, Cli.TINY).succeeds();
        Cli stopped = Cli.runInterrupted("batch", all(), "-o", out, Cli.TINY, "--jobs", 2);
        assertEquals(130, stopped.code());
        assertEquals("", stopped.out(), "one was begun after the signal");
        assertTrue(stopped.err().contains("\nnext "), stopped.err());
        batch(all()).succeeds();
        assertSame(files(whole), files(out));
    }

    @Test
    void aFailureKeepsNoneOfTheOthersFromBeingDone() throws IOException {
        SeriesFile.lines(csv("s1"), "date,close", "2020-01-01,1", "2020-01-02,x");
        Files.delete(csv("s3"));
        Path list = SeriesFile.of(
                directory.resolve("list.csv"), "file", FILES, k -> csv("s" + k).toString());
        Files.createDirectories(out);
        Files.writeString(out.resolve("s2.model.json"), "mine");

        Cli run = batch(list);

        assertEquals(3, run.code(), "the code of s1, the first that failed");
        assertEquals(List.of("done", "failed", "failed", "failed", "done", "done"), states(run));
        JsonNode bad = status(run).get("s1.csv");
        assertEquals(3, bad.get("code").intValue());
        assertTrue(bad.get("error").textValue().startsWith(csv("s1") + ":3: column \"close\": "), bad.toString());
        assertTrue(bad.get("model").isNull()
                && bad.get("forecast").isNull()
                && bad.get("skill").isNull());
        assertEquals(4, status(run).get("s2.csv").get("code").intValue());
        assertEquals("mine", Files.readString(out.resolve("s2.model.json")));
        for (JsonNode line : status(run).values()) {
            if (!line.get("error").isNull()) {
                assertTrue(run.err().contains(" " + line.get("error").textValue() + "\n"), run.err());
            }
        }
        List<String> quiet = batch(list, "--quiet").err().lines().toList();
        assertEquals(3, quiet.size(), quiet.toString());
        assertEquals("lstm: " + bad.get("error").textValue(), quiet.get(0));
    }

    @Test
    void aForecastOfAnEarlierRunIsMarkedAsStale() throws IOException {
        JsonNode before = status(batch(csv("s1")).succeeds()).get("s1.csv");
        assertFalse(before.get("stale").booleanValue());
        byte[] forecast = Files.readAllBytes(out.resolve("s1.forecast.csv"));
        Files.writeString(csv("s1"), Files.readString(csv("s1")) + "2021-01-01,x,x\n");

        Cli run = batch(csv("s1"));

        JsonNode line = status(run).get("s1.csv");
        assertEquals("failed", line.get("status").textValue());
        assertTrue(line.get("stale").booleanValue());
        assertEquals(before.get("forecast_of"), line.get("forecast_of"));
        assertEquals(before.get("forecast_from"), line.get("forecast_from"));
        assertTrue(line.get("best").isNull() && line.get("rows").isNull(), line.toString());
        assertTrue(line.get("skill").isNull() && line.get("model").isNull(), "they are those of yesterday");
        assertTrue(run.err().contains("\nstale    1 forecast of an earlier run"), run.err());
        assertArrayEquals(forecast, Files.readAllBytes(out.resolve("s1.forecast.csv")));
    }

    @Test
    void failFastBeginsNoOther() throws IOException {
        Files.writeString(csv("s1"), "");
        Cli run = batch(all(), "--fail-fast", "--jobs", 1);
        assertEquals(3, run.code());
        assertEquals(List.of("done", "failed"), states(run));
    }

    @Test
    void aListMaySayMoreOfEachFile() {
        Path csvList = SeriesFile.lines(
                directory.resolve("jobs.csv"),
                "file,name,target,epochs,horizon",
                csv("s0") + ",,open,1,2",
                csv("s0") + ",again,,,",
                csv("s1") + ",,,3,");
        assertEquals(
                3,
                status(batch(csvList, "--horizon", 5).succeeds())
                        .get("s1.csv")
                        .get("epochs")
                        .intValue());
        assertEquals("open", target("s0"));
        assertEquals("close", target("again"));
        assertEquals(3, lines("s0.forecast.csv"));
        assertEquals(6, lines("again.forecast.csv"));
    }

    private String target(String name) {
        return Cli.run("inspect", out.resolve(name + ".model.json"), "--json")
                .json()
                .get("target")
                .textValue();
    }

    private int lines(String name) {
        try {
            return Files.readAllLines(out.resolve(name)).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aListMayBeNdjsonOrStandardInput() {
        String text = "{\"file\": \"" + csv("s0") + "\", \"epochs\": 1}\n{\"file\": \"" + csv("s1") + "\"}\n";
        Path list = SeriesFile.lines(directory.resolve("jobs.ndjson"), text.strip());
        assertEquals(
                1, status(batch(list).succeeds()).get("s0.csv").get("epochs").intValue());
        Cli run =
                Cli.runReading(("\ufefffile\n" + csv("s2") + "\n").getBytes(UTF_8), "batch", "-", "-o", out, Cli.TINY);
        assertEquals(List.of("done"), states(run.succeeds()));
    }

    @Test
    void optionsFromFilesAndVariablesReachEachTraining() throws IOException {
        Path config = Files.writeString(
                directory.resolve("c.yaml"), "units: 4\nlayers: 1\ntrain: {lookback: 8, epochs: 3}\nhorizon: 2\n");
        Cli run = Cli.runWith(Map.of("LSTM_EPOCHS", "1"), "batch", all(), "-o", out, "--config", config, "--jobs", 1);
        assertEquals(1, status(run.succeeds()).get("s0.csv").get("epochs").intValue());
        assertEquals(3, lines("s0.forecast.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file,targt\\nDATA/s0.csv,x | :2: unknown column \"targt\"; did you mean target?",
                "file,output\\nDATA/s0.csv,x | :2: unknown column \"output\"",
                "file,epochs\\nDATA/s1.csv,1\\nDATA/s0.csv,x | :3: invalid value for option '--epochs'",
                "file,epochs\\nDATA/s0.csv,0 | :2: --epochs 0",
                "file,horizon\\nDATA/s0.csv,0 | :2: --horizon 0",
                "file,name\\nDATA/s0.csv,../x | :2: \"../x\"",
                "file,name\\nDATA/s0.csv,.x | :2: \".x\"",
                "file,x\\n-,1 | :2: unknown column \"x\"",
                "file\\n- | :2: ",
                "file\\nDATA/s0.csv\\nDATA/../data/s0.csv | :3: DATA/../data/s0.csv and DATA/s0.csv",
                "file,name\\nDATA/s0.csv,x\\nDATA/s1.csv,x | :3: DATA/s1.csv and DATA/s0.csv"
            })
    void aMistakeInAListIsNamedBeforeAnythingIsDone(String text, String message) {
        Path list = SeriesFile.lines(
                directory.resolve("jobs.csv"),
                text.replace("DATA", data.toString()).split("\\\\n"));
        Cli run = batch(list).fails(2, "lstm: " + list + message.replace("DATA", data.toString()));
        assertEquals("", run.out());
        assertFalse(Files.exists(out));
    }

    @Test
    void filesOfOneNameFromTwoFoldersAreRefused() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other")).resolve("s0.csv");
        Files.copy(csv("s0"), other);
        Cli run = batch(csv("s0"), other);
        assertEquals(2, run.code());
        run.fails(2, other, csv("s0"), out.resolve("s0.model.json"));
        assertFalse(Files.exists(out));
    }

    @Test
    void noInputIsOverwritten() throws IOException {
        Files.copy(csv("s1"), csv("s0.forecast"));
        Cli run = Cli.run("batch", all(), "-o", data, Cli.TINY);
        assertEquals(2, run.code());
        run.fails(2, "lstm: " + csv("s0.forecast") + ": ", csv("s0"));
    }

    @ParameterizedTest
    @CsvSource({
        "--jobs=0, 2, --jobs 0",
        "--patience=-1, 2, --patience -1",
        "--horizon=0, 2, --horizon 0",
        "--cell=x, 2, '--cell'",
        "--resume, 2, '--resume'",
        "/nowhere/*.csv, 3, /nowhere/*.csv",
        "x*.csv, 3, x*.csv",
        "x[.csv, 2, x[.csv"
    })
    void otherMistakesAreNamedBeforeAnythingIsDone(String word, int code, String message) {
        batch(csv("s0"), word).fails(code, message);
        assertFalse(Files.exists(out));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() {
        Cli run = Cli.run("batch", csv("s0"), "-o", csv("s1"), Cli.TINY);
        run.fails(2, "lstm: " + csv("s1") + ": ", "--output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/s[0-2].csv", "data/s{0,1,2}.csv", "*/s[012].*", "d?ta/s[!3-9].csv", "**/s[0-2].csv"})
    void patternsAreExpandedInTheOrderOfNames(String pattern) throws Exception {
        Files.copy(csv("s0"), data.resolve(".s0.csv"));
        assertEquals(
                List.of(csv("s0").toString(), csv("s1").toString(), csv("s2").toString()),
                GlobPattern.files(directory + "/" + pattern));
    }

    @Test
    void aNameThatLooksLikeAPatternIsItselfIfThereIsSuchAFile() throws Exception {
        String odd = Files.copy(csv("s0"), data.resolve("s[1].csv")).toString();
        assertEquals(List.of(odd), GlobPattern.files(odd));
    }

    /** On Windows that is so of every pattern with a star. */
    @Test
    void aPatternNeedNotBePossibleAsAName() {
        assertThrows(InvalidPathException.class, () -> Path.of("\0*"));
        assertThrows(LstmException.class, () -> GlobPattern.files("\0*"));
        assertThrows(LstmException.class, () -> GlobPattern.files("\0/*"));
    }

    @Test
    void progressIsForTerminalsAndPlainElsewhere() {
        List<String> plain = batch(all(), "--jobs", 1)
                .succeeds()
                .err()
                .lines()
                .filter(line -> line.startsWith("batch"))
                .toList();
        assertEquals(FILES, plain.size(), plain.toString());
        assertEquals("batch 1/6 files", plain.get(0));
        assertTrue(plain.get(1).matches("batch 2/6 files, 0:\\d\\d left"), plain.get(1));
    }

    @Test
    void theForecastOfTheBestMethodIsHadForEachFile() throws IOException {
        Map<String, JsonNode> status =
                status(batch(csv("s1"), csv("s2"), "--method", "best").succeeds());
        for (JsonNode line : status.values()) {
            String method = line.get("method").textValue();
            Path forecast = Path.of(line.get("forecast").textValue());
            assertTrue(Files.readAllLines(forecast).get(1).endsWith("," + method));
            // The preset combines the network with simple methods.
            assertEquals(line.get("best").textValue().replace("model", "combination"), method.replace('-', '_'));
        }
        assertTrue(
                status(batch(csv("s1"), "--force")).get("s1.csv").get("method").isNull());
    }
}
