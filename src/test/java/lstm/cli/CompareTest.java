package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareTest {
    private static final List<String> TASK = List.of(
            "--task",
            "copy-first",
            "--steps",
            "6",
            "--samples",
            "64",
            "--units",
            "3",
            "--layers",
            "2",
            "--epochs",
            "2");

    @TempDir
    Path directory;

    private Path csv;

    @BeforeEach
    void layOut() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
    }

    @Test
    void eachCellHasARowWithTheScoreThatTrainingItAloneGives() throws IOException {
        Cli run = Cli.run("compare", csv, Cli.TINY, "--cells", "gru,rnn").succeeds();
        assertEquals(List.of("gru", "rnn"), run.column("cell"));
        Path model = directory.resolve("model.json");
        for (int row = 0; row < 2; row++) {
            Cli.run(
                            "train",
                            csv,
                            Cli.TINY,
                            "-o",
                            model,
                            "--force",
                            "--cell",
                            run.column("cell").get(row))
                    .succeeds();
            JsonNode said = Cli.run("inspect", model, "--json").json();
            assertEquals(said.get("parameters").doubleValue(), run.numbers("parameters")[row]);
            assertEquals(said.get("best_epoch").doubleValue(), run.numbers("best_epoch")[row]);
            assertEquals(said.at("/scores/model/rmse").doubleValue(), run.numbers("rmse")[row]);
            assertEquals(said.at("/scores/naive/rmse").doubleValue(), run.numbers("baseline")[row]);
            assertEquals(said.at("/scores/skill").doubleValue(), run.numbers("skill")[row]);
        }
    }

    @Test
    void withoutItsSecondsTheTableIsTheSameEveryTimeAndOnAnyNumberOfThreads() {
        Cli one = Cli.run("compare", TASK, "--threads", 1).succeeds();
        Cli two = Cli.run("compare", TASK, "--threads", 2).succeeds();
        for (String column : one.lines().get(0).split(",")) {
            if (column.equals("seconds")) {
                assertTrue(Arrays.stream(one.numbers(column)).allMatch(seconds -> seconds > 0), one.out());
            } else {
                assertEquals(one.column(column), two.column(column));
            }
        }
        assertEquals(
                List.of("lstm", "peephole", "coupled", "gru", "rnn"),
                Cli.run("compare", TASK).column("cell"));
    }

    @Test
    void theGradientStartsAtOneAndEndsWhereTheTableSays() throws Exception {
        Path gradients = directory.resolve("gradients.csv");
        Cli run = Cli.run("compare", TASK, "--cells", "lstm,rnn", "--gradients", gradients)
                .succeeds();
        List<String> lines = Files.readAllLines(gradients);
        assertEquals("cell,quantity,back,norm", lines.get(0));
        assertEquals(1 + 3 * 6, lines.size());
        assertEquals("lstm,h,0,1.0", lines.get(1));
        assertEquals("lstm,h,5," + run.column("first_h").get(0), lines.get(6));
        assertEquals("lstm,c,5," + run.column("first_c").get(0), lines.get(12));
        assertEquals("rnn,h,5," + run.column("first_h").get(1), lines.get(18));
        assertEquals("", run.column("first_c").get(1));
        Cli lower =
                Cli.run("compare", TASK, "--cells", "lstm,rnn", "--layer", 1).succeeds();
        assertArrayEquals(run.numbers("rmse"), lower.numbers("rmse"));
        assertFalse(run.column("first_h").equals(lower.column("first_h")));
    }

    @Test
    void equalParametersGiveEachCellTheNearestNumberOfUnits() {
        Cli run = Cli.run(
                        List.of("compare", "--task", "adding", "--steps", 6, "--samples", 64, "--epochs", 1),
                        List.of("--layers", 2, "--units", 10, "--equal-parameters"))
                .succeeds();
        double[] parameters = run.numbers("parameters");
        for (int row = 0; row < parameters.length; row++) {
            assertEquals(parameters[0], parameters[row], 0.12 * parameters[0], run.out());
        }
        assertEquals("10", run.column("units").get(0));
        assertTrue(run.numbers("units")[4] >= 19, run.out());
    }

    @Test
    void theKeepBiasChangesGatedCellsOnly() {
        Cli plain = Cli.run("compare", TASK).succeeds();
        Cli kept = Cli.run("compare", TASK, "--keep-bias", 4).succeeds();
        for (int row = 0; row < 5; row++) {
            boolean same =
                    plain.column("rmse").get(row).equals(kept.column("rmse").get(row));
            assertEquals(row == 4, same, kept.lines().get(row + 1));
        }
    }

    @Test
    void aCellThatDivergesHasARowWithoutScoresAndTheOthersGoOn() {
        Cli run = Cli.run("compare", TASK, "--cells", "lstm,rnn", "--learning-rate", 1e38)
                .succeeds();
        assertEquals(List.of("lstm", "rnn"), run.column("cell"));
        assertEquals("", run.column("rmse").get(0));
        assertTrue(run.err().lines().anyMatch(line -> line.contains("lstm, ") && line.contains("epoch 1")), run.err());
    }

    @Test
    void thePictureIsWellFormed() throws Exception {
        Path plot = directory.resolve("cells.svg");
        Cli.run("compare", TASK, "--plot", plot).succeeds();
        var picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
        String text = picture.getDocumentElement().getTextContent();
        assertTrue(text.contains("copy-first, 6 steps") && text.contains("peephole"), text);
    }

    @Test
    void thePictureCanBeAPngOrDrawnOnTheTerminal() throws Exception {
        Path png = directory.resolve("cells.png");
        Cli.run("compare", TASK, "--plot", png).succeeds();
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(Files.readAllBytes(png), 4));
        String drawn = Cli.run("compare", TASK, "--cells", "lstm,gru", "--plot", "-")
                .succeeds()
                .err();
        assertTrue(drawn.contains("\nValidation loss\n"), drawn);
        assertTrue(drawn.contains("\nGradient of the loss by steps back\n"), drawn);
        assertTrue(drawn.contains("lstm   o gru\n"), drawn);
    }

    @Test
    void whereNoCellFinishedAnEpochTheTableIsDrawnAlone() throws Exception {
        Path plot = directory.resolve("cells.svg");
        Object[] diverging = {"compare", TASK, "--cells", "lstm", "--learning-rate", 1e38, "--clip-norm", 0};
        Cli.run(List.of(diverging), "--plot", plot).succeeds();
        assertTrue(Files.readString(plot).contains(">lstm<"));
        Cli drawn = Cli.run(List.of(diverging), "--plot", "-").succeeds();
        assertTrue(drawn.err().endsWith("no chart: no epoch was finished\n"), drawn.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2 | FILE.csv or --task adding |",
                "2 | FILE.csv and --task | FILE --task adding",
                "2 | --steps | FILE --steps 10",
                "2 | --lookback | --task adding --lookback 5",
                "2 | --steps 1 | --task adding --steps 1",
                "2 | --samples 30 | --task adding --samples 30",
                "2 | --samples 2000000000 | --task adding --samples 2000000000 --steps 2000000000",
                "2 | gru | FILE --cells gru,lstm,gru",
                "2 | 'elman' is not one of lstm, peephole | FILE --cells elman",
                "2 | '--cell' | FILE --cell gru",
                "2 | --layer 5 | FILE --layer 5",
                "2 | --keep-bias NaN | FILE --keep-bias NaN",
                "2 | --validation 0 | FILE --validation 0",
                "2 | --units | --task adding --units 60000 --cells rnn",
                "2 | --gradients | FILE -o x.csv --gradients x.csv",
                "3 | 91 | FILE",
                "3 | no-such.csv: | no-such.csv"
            })
    void whatCannotBeComparedIsRefusedInOneLine(int code, String part, String words) {
        List<Object> arguments = words == null
                ? List.of()
                : List.of((Object[]) words.replace("FILE", csv.toString()).split(" "));
        assertEquals("", Cli.run("compare", arguments).fails(code, part).out());
    }
}
