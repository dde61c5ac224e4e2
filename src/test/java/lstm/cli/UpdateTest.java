package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
    private static final int SEEN = 120;

    @TempDir
    Path directory;

    private Path model;
    private Path grown;
    private byte[] old;

    @BeforeEach
    void train() throws IOException {
        Path csv = SeriesFile.weekdays(directory.resolve("prices.csv"), SEEN);
        model = directory.resolve("model.json");
        Cli.run("train", csv, "-o", model, Cli.TINY, "--quiet").succeeds();
        old = Files.readAllBytes(model);
        grown = SeriesFile.weekdays(directory.resolve("grown.csv"), 180);
    }

    private Cli update(Object... more) {
        return Cli.run("update", model, List.of(more));
    }

    private JsonNode file() throws IOException {
        return Cli.json(Files.readAllBytes(model));
    }

    private static void says(Cli run, String pattern) {
        assertTrue(
                Pattern.compile(pattern, Pattern.MULTILINE).matcher(run.err()).find(), pattern + "\n" + run.err());
    }

    @Test
    void theModelLearnsTheNewRowsAndSaysWhatThatIsWorth() throws IOException {
        Cli run = update(grown).succeeds();
        assertEquals("", run.out());
        says(run, "^read +" + grown + ": 180 rows, 2020-01-01 to " + SeriesFile.weekday(179) + ", weekdays$");
        says(run, "^new +60 rows after " + SeriesFile.weekday(119) + ", the last that$");
        says(run, "^training +154 windows of 8 rows; the last 18 rows, from .* on, are held out$");
        says(run, "^before +RMSE [0-9.]+ on the held-out rows, skill -?[0-9.]+$");
        says(run, "^after +RMSE [0-9.]+ on the held-out rows, skill -?[0-9.]+$");
        for (String method : List.of("model", "naive", "drift", "autoregression")) {
            says(run, "^ +" + method + "( +<?[0-9.e-]+){6}$");
        }
        says(run, "^kept +the new weights$");
        assertEquals(180, file().get("data").get("rows").intValue());
        JsonNode before = Cli.json(old);
        assertEquals(before.get("scaler"), file().get("scaler"), "fitted anew");
        assertEquals(before.get("transform"), file().get("transform"), "fitted anew");
        assertFalse(before.get("baselines").equals(file().get("baselines")), "of the old rows");
        assertFalse(before.get("intervals").equals(file().get("intervals")), "of the old rows");
        Cli next = Cli.run("predict", model, "--quiet").succeeds();
        assertTrue(next.lines().get(1).startsWith(SeriesFile.weekday(180) + ","), next.out());
    }

    @Test
    void theNewRowsAloneAreEnoughSinceTheModelKeepsThoseBefore() throws IOException {
        Path later = SeriesFile.weekdays(directory.resolve("later.csv"), SEEN, 180);
        Cli run = update(later).succeeds();
        says(run, "^read +.*later.csv: 60 rows, " + SeriesFile.weekday(120) + " to ");
        says(run, "^new +60 rows after " + SeriesFile.weekday(119));
        says(run, "^before +them, the last 8 rows that the model keeps$");
        says(run, "^training +54 windows of 8 rows; the last 6 rows");
        assertEquals(68, file().get("data").get("rows").intValue());
    }

    @Test
    void theSameUpdateGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Path other = directory.resolve("other.json");
        update(grown, "-o", other, "--threads", 1).succeeds();
        assertArrayEquals(old, Files.readAllBytes(model));
        update(grown, "--threads", 3).succeeds();
        assertArrayEquals(Files.readAllBytes(other), Files.readAllBytes(model));
    }

    @Test
    void worseWeightsAreNotKept() throws IOException {
        Cli run = update(grown, "--epochs", 1, "--learning-rate", 1, "--json").succeeds();
        says(run, "^kept +the old weights, since the new ones are worse on the held-out rows;$");
        says(run, "^next +lstm predict " + model + " " + grown + " --horizon 10$");
        assertArrayEquals(old, Files.readAllBytes(model));
        JsonNode json = run.json();
        assertFalse(json.get("updated").booleanValue());
        double before = json.get("before").get("model").get("rmse").doubleValue();
        assertTrue(json.get("after").get("model").get("rmse").doubleValue() > before, run.out());

        Path other = directory.resolve("other.json");
        update(grown, "--epochs", 1, "--learning-rate", 1, "-o", other, "--quiet")
                .succeeds();
        assertArrayEquals(old, Files.readAllBytes(other), "the better model is the one asked for");
    }

    @Test
    void theGateIsHeldToTheModelThatStays() throws IOException {
        Cli missed = update(grown, "--min-skill", 0.999, "--quiet", "--json");
        assertEquals(6, missed.code());
        assertTrue(missed.json().get("updated").booleanValue());
        says(missed, "^lstm: the skill of -?[0-9.]+ misses --min-skill 0.999; ");
        Files.write(model, old);
        Cli worse = update(grown, "--epochs", 1, "--learning-rate", 1, "--min-skill", 0.999, "--quiet");
        assertEquals(6, worse.code());
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void withoutNewRowsThereIsNothingToDo() throws IOException {
        Path same = SeriesFile.weekdays(directory.resolve("same.csv"), 40, SEEN);
        Cli run = update(same, "--json").succeeds();
        assertEquals(
                "lstm: " + same + ": has 0 rows after " + SeriesFile.weekday(119) + ", the last that " + model
                        + " has seen; nothing to do\n",
                run.err());
        assertEquals(0, run.json().get("new_rows").intValue());
        assertArrayEquals(old, Files.readAllBytes(model));
        assertEquals(6, update(same, "--quiet", "--min-skill", 0.999).code());
    }

    @Test
    void rowsWithoutDatesAreKnownByTheRowsBeforeThem() throws IOException {
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 100);
        Cli.run("train", numbers, "-o", model, Cli.TINY, "--force", "--quiet").succeeds();
        Cli none = update(numbers).succeeds();
        says(none, "has 0 rows after the 100 that .* has seen; nothing to do$");
        Path more = SeriesFile.numbers(directory.resolve("more.csv"), 130);
        says(update(more, "-o", directory.resolve("a.json")).succeeds(), "^new +30 rows after the 100 that ");
        Path others = SeriesFile.of(directory.resolve("others.csv"), "y", 50, k -> "" + SeriesFile.wave(k + 100));
        says(
                update(others, "-o", directory.resolve("b.json")).succeeds(),
                "^new +50 rows, by their numbers alone: the file has no dates$");
    }

    @Test
    void everyTargetIsJudged() {
        Path both = directory.resolve("both.json");
        Path csv = directory.resolve("prices.csv");
        List<String> targets = List.of("--target", "close", "--target", "open");
        Cli.run("train", csv, "-o", both, Cli.TINY, targets, "--quiet").succeeds();
        Cli run = Cli.run("update", both, grown).succeeds();
        for (String target : List.of("close", "open")) {
            says(run, "^before +" + target + ": RMSE [0-9.]+ on the held-out rows, ");
            says(run, "^after +" + target + ": RMSE [0-9.]+ on the held-out rows, ");
        }
    }

    @Test
    void withNothingHeldOutTheNewWeightsAreKept() throws IOException {
        Cli run = update(grown, "--validation", 0).succeeds();
        says(run, "^training +172 windows of 8 rows; nothing held out$");
        says(run, "^trained +in .* s; nothing held out to judge by$");
        assertTrue(file().get("scores").isNull());
    }

    @Test
    void heldOutRowsThatTheOldWeightsLearnedAreSaid() {
        Path all = directory.resolve("all.json");
        Cli.run("train", directory.resolve("prices.csv"), "-o", all, Cli.TINY, "--validation", 0, "--quiet")
                .succeeds();
        Path little = SeriesFile.weekdays(directory.resolve("little.csv"), 125);
        says(Cli.run("update", all, little).succeeds(), "^note +the old weights have learned 7 of the held-out rows");
    }

    @Test
    void anUpdateThatIsInterruptedLeavesTheModelAsItWas() throws IOException {
        Cli run = Cli.runInterrupted("update", model, grown, "--quiet");
        assertEquals(130, run.code());
        assertEquals("lstm: stopped; " + model + " is as it was\n", run.err());
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void anUpdateThatDivergesLeavesTheModelAsItWas() throws IOException {
        Path wild = directory.resolve("wild.json");
        Cli.run("train", directory.resolve("prices.csv"), "-o", wild, Cli.TINY, "--optimizer", "sgd", "--quiet")
                .succeeds();
        byte[] before = Files.readAllBytes(wild);
        Cli run = Cli.run("update", wild, grown, "--learning-rate", 1e30, "--quiet");
        assertEquals(5, run.code(), run.err());
        says(run, "^lstm: training diverged in epoch .*; " + wild + " is as it was; use a smaller --learning-rate, ");
        assertArrayEquals(before, Files.readAllBytes(wild));
    }

    @Test
    void aModelForSeveralStepsHoldsOutAHorizonAtLeast() {
        Path direct = directory.resolve("direct.json");
        Path csv = directory.resolve("prices.csv");
        Cli.run("train", csv, "-o", direct, Cli.TINY, "--horizon", 12, "--quiet")
                .succeeds();
        Path later = SeriesFile.weekdays(directory.resolve("later.csv"), SEEN, 180);
        says(Cli.run("update", direct, later).succeeds(), "the last 12 rows, from .* on, are held out$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | few.csv: has 20 rows, needs at least 31 to learn from; add rows, earlier ones too | MODEL few.csv",
                "3 | numbers.csv:1: no column \"date\"; there are \"y\" | MODEL numbers.csv",
                "3 | no-such.csv: no such file | MODEL no-such.csv",
                "4 | no-such.json: | no-such.json few.csv",
                "2 | --epochs 0 is out of range; use a number of at least 1 | MODEL few.csv --epochs 0",
                "2 | --learning-rate 0.0 is out of range; use a number of more than 0 | MODEL few.csv --learning-rate 0",
                "2 | --patience needs held-out rows | MODEL few.csv --patience 2 --validation 0",
                "2 | --min-skill needs held-out rows | MODEL few.csv --min-skill 0 --validation 0",
                "2 | few.csv: exists; use --force | MODEL few.csv -o few.csv"
            })
    void whatCannotBeLearnedIsRefusedInOneLine(int code, String part, String words) throws IOException {
        SeriesFile.weekdays(directory.resolve("few.csv"), SEEN, SEEN + 20);
        SeriesFile.numbers(directory.resolve("numbers.csv"), 60);
        List<String> arguments = Pattern.compile(" ")
                .splitAsStream(words)
                .map(word -> word.equals("MODEL")
                        ? model.toString()
                        : word.contains(".") && !word.matches("[0-9.]+")
                                ? directory.resolve(word).toString()
                                : word)
                .toList();
        Cli run = Cli.run("update", arguments);
        assertEquals(code, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(part), run.err());
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void rowsWithDatesAreNothingForAModelWithout() {
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 100);
        Cli.run("train", numbers, "-o", model, Cli.TINY, "--force", "--quiet").succeeds();
        Path dated = SeriesFile.of(
                directory.resolve("dated.csv"), "date,y", 60, k -> SeriesFile.weekday(k) + "," + SeriesFile.wave(k));
        Cli run = update(dated);
        assertEquals(3, run.code());
        says(run, "^lstm: " + dated + ": has dates, and " + model + " was trained on rows without; give a file ");
    }

    @Test
    void anUnfinishedTrainingIsToBeFinishedFirst() {
        Cli.runInterrupted("train", directory.resolve("prices.csv"), "-o", model, Cli.TINY, "--force");
        Cli run = update(grown);
        assertEquals(4, run.code());
        says(run, "^lstm: " + model + ": its training is unfinished; go on with lstm train and --resume ");
    }
}
