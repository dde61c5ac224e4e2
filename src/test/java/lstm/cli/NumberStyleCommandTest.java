package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How numbers are written, from a training to the commands that read new files for its model. */
class NumberStyleCommandTest {
    private static final Path GERMAN = Path.of("src/test/resources/numbers/21-german-full.csv");
    private static final Path WHOLE = Path.of("src/test/resources/numbers/153-new-whole-thousands.csv");

    @TempDir
    private Path directory;

    private Path model;

    @BeforeEach
    void model() {
        model = directory.resolve("model.json");
    }

    private JsonNode columns() throws IOException {
        return new ObjectMapper().readTree(Files.readString(model)).get("columns");
    }

    private Path pointed() {
        return SeriesFile.of(
                directory.resolve("pointed.csv"),
                "Datum;Umsatz",
                20,
                k -> String.format(Locale.ROOT, "%02d.11.2021;%d.5", k + 1, 5400 + k));
    }

    /** Rows after those of the German file, whole thousands as in the other. */
    private Path later() {
        return SeriesFile.of(
                directory.resolve("later.csv"),
                "Datum;Umsatz",
                60,
                k -> DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT)
                                .format(LocalDate.of(2021, 10, 28).plusDays(k))
                        + String.format(Locale.ROOT, ";5.%03d", 400 + k));
    }

    /** Numbers that can all be read in two ways. */
    private Path wholes(int rows) {
        return SeriesFile.of(
                directory.resolve("y.csv"),
                "day;y",
                rows,
                k -> LocalDate.of(2021, 11, 1).plusDays(k) + String.format(Locale.ROOT, ";5.%03d", 400 + k));
    }

    @Test
    void newFilesAreReadLikeTheTrainingData() throws Exception {
        Cli trained = Cli.run("train", GERMAN, "-o", model, Cli.TINY).succeeds();
        assertTrue(trained.err().contains("numbers: decimal comma, thousands point (from 300 of 300 cells)"));
        assertEquals("comma", columns().get("numbers").get("decimal").textValue());
        double forecast = Cli.run("predict", model, WHOLE).succeeds().numbers("forecast")[0];
        assertTrue(forecast > 4000 && forecast < 7000, "a factor of a thousand: " + forecast);
        Cli scored = Cli.run("evaluate", model, WHOLE, "--context", GERMAN).succeeds();
        assertFalse(scored.out().isEmpty());
        Cli.run("update", model, later(), "--epochs", 1).succeeds();
        JsonNode kept = new ObjectMapper().readTree(Files.readString(model));
        JsonNode last = kept.get("context").get("values").get(0);
        assertEquals(5459, last.get(last.size() - 1).doubleValue());
        assertEquals("comma", kept.get("columns").get("numbers").get("decimal").textValue(), "update keeps the style");
    }

    @Test
    void aFileThatContradictsTheModelIsRefusedAndTheRemedyWorks() throws Exception {
        Cli.run("train", GERMAN, "-o", model, Cli.TINY).succeeds();
        Path pointed = pointed();
        for (String command : new String[] {"predict", "evaluate", "update"}) {
            Cli refused = Cli.run(command, model, pointed);
            assertEquals(3, refused.code(), refused.err());
            assertTrue(
                    refused.err().contains("pointed.csv:2: column \"Umsatz\": \"5400.5\" ")
                            && refused.err().contains("--decimal point"),
                    refused.err());
        }
        Cli.run("predict", model, pointed, "--decimal", "point").succeeds();
    }

    @Test
    void filesOfOneTrainingThatContradictEachOtherAreBothNamed() {
        Cli refused = Cli.run("train", GERMAN, pointed(), "-o", model, Cli.TINY);
        assertEquals(3, refused.code(), refused.err());
        assertTrue(
                refused.err().contains("pointed.csv:2: ") && refused.err().contains(GERMAN.toString()), refused.err());
    }

    @Test
    void anAnswerToTheQuestionIsKeptInTheModel() throws Exception {
        Path file = wholes(60);
        Cli question = Cli.run("train", file, "-o", model, Cli.TINY);
        assertEquals(3, question.code());
        assertTrue(question.err().contains("add --decimal point or --decimal comma"), question.err());
        for (String sign : new String[] {"point", "comma"}) {
            Cli.run("train", file, "-o", model, "--decimal", sign, "--force", Cli.TINY)
                    .succeeds();
            assertEquals(sign, columns().get("numbers").get("decimal").textValue());
            double forecast = Cli.run("predict", model, file).succeeds().numbers("forecast")[0];
            assertTrue(sign.equals("comma") == forecast > 100, sign + ": " + forecast);
        }
    }

    @Test
    void plainNumbersLeaveTheModelFileAsItWas() throws Exception {
        Path plain = SeriesFile.numbers(directory.resolve("plain.csv"), 60);
        Cli.run("train", plain, "-o", model, Cli.TINY).succeeds();
        assertFalse(
                columns().has("numbers") || columns().has("missing_marks"),
                columns().toString());
    }

    @Test
    void aMarkOfMissingValuesIsAskedAboutOnceAndKept() throws Exception {
        Path file = SeriesFile.of(
                directory.resolve("y.csv"), "y;z", 60, k -> (k % 9 == 4 ? "-999" : SeriesFile.wave(k)) + ";x");
        Cli question = Cli.run("train", file, "-o", model, "--target", "y", Cli.TINY);
        assertEquals(3, question.code());
        assertTrue(question.err().contains("add --missing-mark -999 if it does"), question.err());
        Cli.run("train", file, "-o", model, "--target", "y", "--missing-mark", "-999", "--missing", "drop", Cli.TINY)
                .succeeds();
        assertEquals(-999, columns().get("missing_marks").get(0).doubleValue());
        assertTrue(Cli.run("predict", model, file).succeeds().numbers("forecast")[0] > -100);
    }

    @Test
    void checkPrintsTheEvidence() throws Exception {
        Cli text = Cli.run("check", GERMAN).succeeds();
        assertTrue(text.out().contains("numbers  decimal comma, thousands point (from 300 of 300 cells)"), text.out());
        JsonNode numbers = new ObjectMapper()
                .readTree(Cli.run("check", GERMAN, "--json").succeeds().out())
                .get("numbers");
        assertEquals("comma", numbers.get("decimal").textValue());
        assertEquals("point", numbers.get("thousands").textValue());
        assertEquals(300, numbers.get("proofs").intValue());
    }
}
