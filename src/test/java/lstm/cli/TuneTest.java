package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.cli.terminal.SignalHandler;
import lstm.file.Disk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuneTest {
    private static final List<String> QUICK = List.of("--epochs", "2", "--units", "4", "--layers", "1");
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void layOut() {
        csv = SeriesFile.weekdays(directory.resolve("the prices.csv"), 160);
        model = directory.resolve("model.json");
    }

    private Cli tune(Object... more) {
        return Cli.run("tune", csv, "--target", "close", "-o", model, QUICK, List.of(more));
    }

    /** The words of the line of train that a run printed. */
    private static List<String> line(Cli run) {
        Matcher lines = Pattern.compile("^same as +(lstm train .*(\n {9} .*)*)", Pattern.MULTILINE)
                .matcher(run.err());
        assertTrue(lines.find(), run.err());
        Matcher words =
                Pattern.compile("'([^']*)'|(\\S+)").matcher(lines.group(1).replaceAll(" \\\\\n +", " "));
        List<String> all = new ArrayList<>();
        while (words.find()) {
            all.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        return all.subList(1, all.size());
    }

    private void theLineOfTrainMakesTheSameModel(Cli run) throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        Files.delete(model);
        Cli.run(line(run)).succeeds();
        assertArrayEquals(bytes, Files.readAllBytes(model));
    }

    @Test
    void theBestSettingsAreShownAndTrainedWith() throws IOException {
        Cli run = tune("--trials", 8).succeeds();
        assertEquals("", run.out());
        JsonNode made = Cli.run("inspect", model, "--json").json();
        assertEquals(16, made.get("scores").get("rows").intValue());
        assertEquals(144, made.get("train_rows").intValue());
        for (String line : run.err()
                .lines()
                .filter(line -> !line.startsWith("training ") && !line.contains(directory.toString()))
                .toList()) {
            assertTrue(line.length() <= 80, line);
        }
        theLineOfTrainMakesTheSameModel(run);
    }

    @Test
    void whereNothingCanBeLearnedTheFirstIsChosen() throws IOException {
        Random random = new Random(3);
        double[] walk = {100};
        Path noise = SeriesFile.of(
                directory.resolve("noise.csv"),
                "date,y",
                300,
                k -> SeriesFile.weekday(k) + "," + (walk[0] += random.nextGaussian()));
        Cli run = Cli.run("tune", noise, "-o", model, QUICK, "--combine", "none", "--trials", 12, "--json")
                .succeeds();
        JsonNode trials = run.json().get("trials");
        assertEquals(trials.get(0).get("options"), run.json().get("options"));
        double first = trials.get(0).get("skill").doubleValue();
        assertTrue(
                trials.findValues("skill").stream().anyMatch(skill -> skill.doubleValue() > first),
                "another one has more skill, by chance");
        Cli.run("train", noise, "-o", directory.resolve("p"), QUICK, "--combine", "none", "--preset", "accurate")
                .succeeds();
        theLineOfTrainMakesTheSameModel(run);
        assertArrayEquals(Files.readAllBytes(directory.resolve("p")), Files.readAllBytes(model));
    }

    @Test
    void whatThePlanTheFormAndTheColumnsSayIsInTheLine() throws IOException {
        Path odd = SeriesFile.of(
                directory.resolve("odd.csv"),
                "date;the value;other",
                160,
                k -> SeriesFile.weekday(k) + ";" + (k == 5 ? "NA" : "" + (SeriesFile.wave(k) - 100)) + ";" + k % 4);
        Cli run = Cli.run(
                        "tune",
                        odd,
                        "-o",
                        model,
                        QUICK,
                        "--trials",
                        3,
                        "--target",
                        "the value",
                        "--features",
                        "other",
                        "--missing",
                        "interpolate",
                        "--delimiter",
                        ";",
                        "--horizon",
                        3,
                        "--season",
                        5,
                        "--min",
                        -50,
                        "--seed",
                        9)
                .succeeds();
        assertFalse(run.err().contains("log-return"), "values are not all above 0");
        List<String> line = line(run);
        for (String word : List.of("the value", "other", "interpolate", ";", "--horizon", "--season", "--min=-50")) {
            assertTrue(line.contains(word), word + " " + line);
        }
        theLineOfTrainMakesTheSameModel(run);
    }

    @Test
    void quantilesAreLearnedByTheSameLine() throws IOException {
        Cli run = tune("--trials", 1, "--loss", "quantile", "--level", "90,50").succeeds();
        assertTrue(line(run).contains("quantile"), run.err());
        theLineOfTrainMakesTheSameModel(run);
    }

    @Test
    void theSameSeedAndTrialsGiveTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Cli first = tune("--trials", 7, "--seed", 3, "--json", "--threads", 1).succeeds();
        byte[] bytes = Files.readAllBytes(model);
        Cli second = tune("--trials", 7, "--seed", 3, "--json", "--threads", 3, "--force")
                .succeeds();
        assertArrayEquals(bytes, Files.readAllBytes(model));
        assertEquals(first.json().get("trials"), second.json().get("trials"));
        Cli other = tune("--trials", 7, "--seed", 4, "--json", "--force").succeeds();
        assertFalse(first.json().get("trials").equals(other.json().get("trials")));
    }

    @Test
    void theHeldOutRowsAreNotSeenByTheSearch() throws IOException {
        JsonNode before = tune("--trials", 7, "--json").succeeds().json();
        List<String> rows = new ArrayList<>(Files.readAllLines(csv));
        for (int k = rows.size() - 16; k < rows.size(); k++) {
            rows.set(k, rows.get(k).replaceAll(",.*", "," + k + "," + 2 * k));
        }
        Files.write(csv, rows);
        JsonNode after = tune("--trials", 7, "--json", "--force").succeeds().json();
        assertEquals(before.get("trials"), after.get("trials"));
        assertFalse(before.get("scores").equals(after.get("scores")));
    }

    @Test
    void jsonHasTheSummaryTheLineAndEveryTrial() {
        JsonNode json = tune("--trials", 4, "--json", "--quiet").succeeds().json();
        assertEquals(model.toString(), json.get("model").textValue());
        assertEquals(160, json.get("rows").intValue());
        assertTrue(json.get("scores").get("model").get("rmse").doubleValue() > 0);
        assertTrue(json.get("train").textValue().startsWith("lstm train '" + csv + "' --target close "));
        assertTrue(json.get("train").textValue().contains(json.get("options").textValue()));
        assertEquals(4, json.get("trials").size());
        for (JsonNode trial : json.get("trials")) {
            double skill =
                    1 - trial.get("rmse").doubleValue() / trial.get("naive").doubleValue();
            assertEquals(skill, trial.get("skill").doubleValue(), 1e-12);
        }
        assertEquals("judged", json.get("trials").get(0).get("outcome").textValue());
    }

    @Test
    void whatIsGivenStaysAsGiven() {
        JsonNode json = Cli.run(
                        "tune",
                        csv,
                        "--target",
                        "close",
                        "-o",
                        model,
                        QUICK,
                        "--trials",
                        12,
                        "--transform",
                        "difference",
                        "--lookback",
                        9,
                        "--json",
                        "--quiet")
                .succeeds()
                .json();
        for (JsonNode trial : json.get("trials")) {
            String options = trial.get("options").textValue();
            assertTrue(options.contains("--lookback 9 --units 4 --layers 1 "), options);
            assertTrue(options.contains("--transform difference"), options);
            assertTrue(options.contains("--epochs 2"), options);
        }
        long cells = json.get("trials").findValuesAsText("options").stream()
                .filter(options -> options.contains("--cell"))
                .count();
        assertTrue(cells > 0, "nothing else is searched");
    }

    @Test
    void whereAllIsGivenThereIsOneTrial() {
        List<String> all = List.of(
                "--cell",
                "gru",
                "--lookback",
                "8",
                "--dropout",
                "0",
                "--transform",
                "none",
                "--scaler",
                "standard",
                "--calendar",
                "weekday",
                "--learning-rate",
                "0.01",
                "--patience",
                "1",
                "--schedule",
                "constant");
        assertEquals(
                1,
                tune("--trials", 9, all, "--json", "--quiet")
                        .succeeds()
                        .json()
                        .get("trials")
                        .size());
    }

    /** Each reading of the clock advances it by the given number of seconds. */
    private static LongSupplier clock(double step) {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet((long) (step * SECOND));
    }

    @Test
    void theTimeEndsTheSearchAndWhatWasFinishedDecides() throws IOException {
        Cli run = Cli.runOn(
                        Disk.LOCAL,
                        clock(0.05),
                        "tune",
                        csv,
                        "--target",
                        "close",
                        "-o",
                        model,
                        QUICK,
                        "--duration",
                        "1m",
                        "--json")
                .succeeds();
        int tried = run.json().get("trials").size();
        assertTrue(tried >= 1 && tried < 40, run.err());
        theLineOfTrainMakesTheSameModel(run);
        JsonNode fewer = tune("--trials", tried, "--json", "--force").succeeds().json();
        assertEquals(fewer.get("train"), run.json().get("train"), "the trials that were finished decide");
    }

    @Test
    void withoutTimeForASingleTrialNothingIsWritten() {
        Cli run = Cli.runOn(
                Disk.LOCAL, clock(5), "tune", csv, "--target", "close", "-o", model, QUICK, "--duration", "10s");
        run.fails(2, "--duration", "--epochs");
        assertFalse(Files.exists(model));
    }

    @Test
    void interruptedBeforeAnyTrialItSavesNothing() {
        Cli run = Cli.runInterrupted("tune", csv, "--target", "close", "-o", model, QUICK);
        run.fails(130);
        assertFalse(Files.exists(model));
    }

    @Test
    void interruptedLaterItTrainsWithTheBestSoFar() throws IOException {
        SignalHandler signal = new SignalHandler();
        AtomicLong looks = new AtomicLong();
        LongSupplier clock = () -> {
            if (looks.incrementAndGet() == 100) {
                signal.request(2);
            }
            return looks.get() * SECOND / 10;
        };
        Cli run = Cli.runSignalled(signal, clock, "tune", csv, "--target", "close", "-o", model, QUICK);
        assertEquals(130, run.code(), run.err());
        assertTrue(run.err().endsWith(" in " + model + "\n"), run.err());
        theLineOfTrainMakesTheSameModel(run);
        Cli.run("predict", model, "--quiet").succeeds();
    }

    @Test
    void onATerminalProgressStaysOnOneLine() {
        Cli run = Cli.runOnATerminal("tune", csv, "--target", "close", "-o", model, QUICK, "--trials", 3)
                .succeeds();
        String[] shown = run.err()
                .substring(run.err().indexOf('\r'), run.err().indexOf("\ntried"))
                .split("\r");
        assertTrue(shown.length > 1, run.err());
        for (String line : shown) {
            assertTrue(line.replaceAll("\u001b\\[\\d*m", "").length() <= 79, line);
        }
        assertFalse(run.err().contains("\ntrial"), run.err());
    }

    @Test
    void quietPrintsNothing() {
        Cli run = tune("--trials", 1, "--quiet").succeeds();
        assertEquals("", run.err() + run.out());
    }

    @Test
    void aSkillThatIsMissedEndsWithSixAndTheModelIsThere() {
        Cli run = tune("--combine", "none", "--trials", 1, "--min-skill", 0.999, "--json", "--quiet");
        assertEquals(6, run.code());
        assertEquals(model.toString(), run.json().get("model").textValue());
        assertTrue(Files.exists(model));
    }

    @Test
    void standardInputIsRead() throws IOException {
        Cli run = Cli.runReading(
                Files.readAllBytes(csv), "tune", "-", "--target", "close", "-o", model, QUICK, "--trials", 2);
        List<String> line = line(run.succeeds());
        assertEquals(List.of("train", "-", "--target", "close"), line.subList(0, 4));
    }

    @ParameterizedTest
    @CsvSource({"30s,30s", "5m,5m", "1h,1h", "1h30m,90m", "90s,90s", "120s,2m", "2m5s,125s"})
    void aTimeIsReadAsPeopleWriteIt(String text, String same) {
        Cli run = Cli.run("tune", "--duration", text, "--print-config").succeeds();
        assertTrue(run.lines().contains("duration," + same + ",command line"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0s", "", "-1m", "m", "5 m", "1d", "99999999999s"})
    void anotherTextIsNoTime(String text) {
        Cli.run("tune", csv, "--duration", text).fails(2, "'" + text + "'", "30s");
    }

    @Test
    void whatIsFoundOnFewRowsCanBeTrained() {
        int refused = 0;
        for (int rows = 20; rows <= 80; rows += 6) {
            Path few = SeriesFile.numbers(directory.resolve("few.csv"), rows);
            Cli run = Cli.run("tune", few, "-o", model, QUICK, "--trials", 12, "--force", "--quiet");
            assertTrue(run.code() == 0 || run.code() == 3 && rows < 70, rows + " rows: " + run.err());
            refused += run.code() == 3 ? 1 : 0;
        }
        assertTrue(refused > 0, "not one is too short");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --trials 0 | --trials 0",
                "2 | --validation 0 | --validation 0",
                "2 | --min-skill 2.0 | --min-skill 2",
                "3 | 144 | --lookback 140",
                "3 | \"nope\" | --features nope",
                "2 | --horizon 0 | --horizon 0"
            })
    void whatCannotBeSearchedIsRefusedInOneLine(int code, String part, String words) {
        tune(List.of(words.split(" "))).fails(code, part);
        assertFalse(Files.exists(model));
    }

    @Test
    void aModelThatIsThereIsNotReplacedWithoutForce() throws IOException {
        Files.write(model, "mine".getBytes(StandardCharsets.UTF_8));
        assertEquals(2, tune("--trials", 1).code());
        assertEquals("mine", Files.readString(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--lookback=1000000", "--horizon=2147483647", "--season=100000000", "--lookback=2147483647"})
    void aSearchThatNoFileHasRowsForIsRefusedAtOnce(String option) {
        Path few = SeriesFile.weekdays(directory.resolve("few.csv"), 100);
        Cli run = assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> Cli.run("tune", few, option, "--trials", 1, "-o", directory.resolve("m.json")));
        assertTrue(run.code() == 2 || run.code() == 3, run.code() + run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
