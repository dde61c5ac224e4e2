package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lstm.promises.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
    @TempDir
    static Path shared;

    private static Path csv;
    private static Path model;
    private static Path scored;

    @TempDir
    Path directory;

    @BeforeAll
    static void trainAndScore() {
        csv = SeriesFile.weekdays(shared.resolve("prices.csv"), 60);
        model = shared.resolve("model.json");
        scored = shared.resolve("scored.csv");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        Cli.run("evaluate", model, csv, "-o", scored).succeeds();
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static String refused(int code, Object... arguments) {
        Cli run = Cli.run(arguments);
        assertEquals(code, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
        return run.err();
    }

    @Test
    void whatEvaluateWroteIsDrawnAsEvaluateDrawsIt() throws IOException {
        Cli.run("evaluate", model, csv, "--from", "2020-03-17", "-o", file("out.csv"), "--plot", file("direct.svg"))
                .succeeds();
        Cli.run(
                        "plot",
                        file("out.csv"),
                        "--title",
                        "prices, actual and predicted one step ahead",
                        "-o",
                        file("later.svg"))
                .succeeds();
        assertArrayEquals(Files.readAllBytes(file("direct.svg")), Files.readAllBytes(file("later.svg")));
        String svg = Files.readString(file("direct.svg"));
        assertTrue(svg.contains(">predicted<") && svg.contains(", skill "), svg);
    }

    @Test
    void aForecastFollowsTheHistory() throws IOException {
        Cli.run("predict", model, "--horizon", 5, "-o", file("next.csv"), "--plot", file("next.svg"))
                .succeeds();
        String svg = Files.readString(file("next.svg"));
        assertTrue(svg.contains(">model, forecast of 5 steps<") && svg.contains(">history<"), svg);
        Cli run = Cli.run("plot", file("next.csv")).succeeds();
        assertTrue(run.out().startsWith("next, forecast of 5 steps\n"), run.out());
    }

    @Test
    void aForecastReadFromAFileIsDrawnAfterItsHistoryAsPredictDoes() throws IOException {
        Cli.run("predict", model, "--horizon", 5, "-o", file("next.csv"), "--plot", file("a.svg"), "--title", "Prices")
                .succeeds();
        Cli.run("plot", file("next.csv"), "--history", csv, "--title", "Prices", "-o", file("b.svg"))
                .succeeds();
        assertTrue(Files.readString(file("a.svg")).contains(">Prices<"));
        assertTrue(Files.readString(file("b.svg")).contains(">history<"));
        Path other = SeriesFile.lines(file("other.csv"), "date,sales", "2030-01-01,1", "2030-01-02,2");
        assertTrue(refused(3, "plot", file("next.csv"), "--history", other, "--quiet")
                .contains("\"close\""));
        Path later = SeriesFile.lines(file("late.csv"), "date,close", "2030-01-01,1", "2030-01-02,2");
        assertTrue(refused(3, "plot", file("next.csv"), "--history", later, "--quiet")
                .contains("before the forecast's first"));
        assertTrue(refused(2, "plot", scored, "--history", csv).contains("--history is for a forecast"));
        assertTrue(refused(2, "plot", model, "--history", csv).contains("is a model file"));
    }

    @Test
    void aPictureHasTheSizeAskedFor() throws IOException {
        Cli.run("plot", scored, "--width", 400, "--height", 200, "-o", file("small.svg"))
                .succeeds();
        assertTrue(Files.readString(file("small.svg")).contains("width=\"400\" height=\"200\""));
        Cli.run("predict", model, "--plot", file("wide.svg"), "--width", 1200).succeeds();
        assertTrue(Files.readString(file("wide.svg")).contains("width=\"1200\" height=\"340\""));
        assertTrue(
                refused(2, "plot", scored, "--width", 299, "-o", file("x.svg")).contains("from 300 to 4000"));
        assertTrue(refused(2, "plot", scored, "--height", 400).contains("--height is for a picture in a file"));
        assertTrue(refused(2, "predict", model, "--title", "t").contains("--title is for a chart; add --plot"));
    }

    @Test
    void intervalsAreReadFromTheirColumns() throws IOException {
        Path next = SeriesFile.of(
                file("next.csv"),
                "date,series,step,forecast,lower80,upper80,lower95,upper95",
                5,
                k -> SeriesFile.weekday(k) + ",y," + (k + 1) + ",10," + (9 - k) + "," + (11 + k) + "," + (8 - k) + ","
                        + (12 + k));
        Cli.run("plot", next, "-o", file("next.svg")).succeeds();
        String svg = Files.readString(file("next.svg"));
        assertTrue(svg.contains(">80 % interval<") && svg.contains(">95 % interval<"), svg);
    }

    @Test
    void aForecastThatHasIntervalsIsDrawnWithThem() throws IOException {
        Path long100 = SeriesFile.weekdays(file("long.csv"), 200);
        Cli.run("train", long100, "-o", file("m.json"), Cli.TINY).succeeds();
        Cli.run("predict", file("m.json"), "--horizon", 5, "-o", file("n.csv"), "--plot", file("direct.svg"))
                .succeeds();
        assertTrue(Files.readString(file("direct.svg")).contains(">95 % interval<"));
        Cli later = Cli.run("plot", file("n.csv"), "-o", file("later.svg")).succeeds();
        assertEquals("", later.err());
        assertTrue(Files.readString(file("later.svg")).contains(">95 % interval<"));
    }

    @Test
    void aBacktestDrawsItsErrorByStep() throws IOException {
        Path rows = SeriesFile.weekdays(file("rows.csv"), 80);
        Cli.run(
                        "backtest",
                        rows,
                        "--horizon",
                        4,
                        "--origins",
                        3,
                        "-o",
                        file("b.csv"),
                        "--plot",
                        file("b.svg"),
                        Cli.TINY)
                .succeeds();
        String svg = Files.readString(file("b.svg"));
        assertTrue(svg.contains(">rows, error by step ahead<") && svg.contains(">naive<"), svg);
        assertTrue(refused(3, "plot", file("b.csv")).contains("--plot"));
    }

    @Test
    void theLossesOfATrainingAreDrawn() throws IOException {
        Cli.run("train", csv, "-o", file("m.json"), "--plot", file("loss.svg"), Cli.TINY)
                .succeeds();
        String svg = Files.readString(file("loss.svg"));
        assertTrue(svg.contains(">prices, loss by epoch<") && svg.contains(">validation loss<"), svg);
        assertTrue(Cli.run("plot", file("m.json")).succeeds().out().startsWith("m, loss by epoch\n"));
        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(file("m.json")), "a picture changes nothing");
    }

    @Test
    void aFinishedTrainingIsDrawnAgainByResume() throws IOException {
        Files.copy(model, file("m.json"));
        Cli.run("train", csv, "-o", file("m.json"), "--resume", "--plot", file("loss.png"), "--report", file("r.html"))
                .succeeds();
        assertTrue(Files.size(file("loss.png")) > 5000);
        assertTrue(Files.readString(file("r.html")).contains("held-out rows, actual and predicted"));
    }

    @Test
    void theLastRowsCanBeDrawnAlone() throws IOException {
        Cli.run("plot", scored, "--last", 10, "-o", file("last.svg")).succeeds();
        String svg = Files.readString(file("last.svg"));
        assertFalse(svg.contains(">2020-01-27<"), svg);
        assertTrue(svg.contains(">2020-03-23<"), svg);
    }

    @Test
    void standardInputIsDrawn() throws IOException {
        Cli file = Cli.run("plot", scored, "--title", "t").succeeds();
        Cli piped = Cli.runReading(Files.readAllBytes(scored), "plot", "-", "--title", "t")
                .succeeds();
        assertEquals(file.out(), piped.out());
    }

    @Test
    void aChartForTheTerminalLeavesStandardOutputToTheData() {
        Cli plain = Cli.run("predict", model, "--horizon", 3).succeeds();
        Cli drawn = Cli.run("predict", model, "--horizon", 3, "--plot", "-").succeeds();
        assertEquals(plain.out(), drawn.out());
        assertTrue(drawn.err().contains("forecast of 3 steps"), drawn.err());
    }

    @Test
    void trainingShowsItsLossesToAPersonAndToNobodyElse() {
        List<Object> train = List.of("train", csv, "-o", file("m.json"), "--force", Cli.TINY, "--epochs", 4);
        List<Object> words = new ArrayList<>(train);
        words.remove(Cli.TINY);
        words.addAll(List.of("--units", 4, "--layers", 1, "--lookback", 8));
        assertTrue(Cli.runOnATerminal(words).succeeds().err().contains("loss by epoch"));
        assertFalse(Cli.run(words).succeeds().err().contains("loss by epoch"));
        assertEquals("", Cli.runOnATerminal(words, "--quiet").succeeds().err());
        assertFalse(Cli.runOnATerminal(words, "--plot", file("loss.svg"))
                .succeeds()
                .err()
                .contains("loss by epoch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "predict", "evaluate", "plot"})
    void anUnknownEndingIsRefusedBeforeAllElse(String command) {
        Path missing = file("missing");
        Object file = command.equals("evaluate") ? List.of(missing, missing) : missing;
        String option = command.equals("plot") ? "-o" : "--plot";
        assertEquals(
                "lstm: x.gif: picture files must end in .svg or .png\n", refused(2, command, file, option, "x.gif"));
    }

    @ParameterizedTest
    @CsvSource({"--plot, p.svg", "--report, p.html"})
    void anExistingFileIsKeptUnlessForced(String option, String name) throws IOException {
        Files.writeString(file(name), "mine");
        String said = refused(2, "evaluate", model, csv, option, file(name));
        assertTrue(said.contains(name + ": exists; use --force"), said);
        assertEquals("mine", Files.readString(file(name)));
        Cli.run("evaluate", model, csv, option, file(name), "--force", "-o", file("o.csv"))
                .succeeds();
        assertTrue(Files.size(file(name)) > 1000);
    }

    @Test
    void twoOutputsCannotBeOneFile() {
        Path both = file("both.svg");
        String said = refused(2, "predict", model, "-o", both, "--plot", both);
        assertTrue(said.contains("is named by --output and by --plot; name two files"), said);
        said = refused(2, "train", csv, "-o", file("m.html"), "--report", file("m.html"));
        assertTrue(said.contains("is named by --output and by --report"), said);
    }

    @Test
    void quietAndADrawingOnTheTerminalExcludeEachOther() {
        assertTrue(refused(2, "predict", model, "--plot", "-", "--quiet").contains("--plot -"));
    }

    @Test
    void aMissingDirectoryIsSaidBeforeTheModelIsRead() {
        String said = refused(
                7, "evaluate", file("missing.json"), csv, "--plot", file("none").resolve("p.svg"));
        assertTrue(said.contains("does not exist; create this directory"), said);
        refused(7, "plot", scored, "-o", file("none").resolve("p.png"));
    }

    @Test
    void badCsvsAreRefusedInOneLine() {
        Path empty = SeriesFile.lines(file("empty.csv"));
        assertTrue(refused(3, "plot", empty).contains("empty.csv"));
        assertTrue(refused(3, "plot", SeriesFile.lines(file("h.csv"), "date,actual,predicted,naive"))
                .contains("no rows"));
        assertTrue(refused(3, "plot", file("missing.csv")).contains("no such file"));
        assertTrue(refused(3, "plot", directory).contains("is a directory"));
        assertTrue(refused(3, "plot", csv).contains("has neither the columns actual and predicted"));
        Path two = SeriesFile.lines(
                file("two.csv"), "date,series,step,forecast", "1,a,1,5.5", "2,a,2,6.5", "1,b,1,7.5", "2,b,2,8.5");
        assertTrue(refused(3, "plot", two, "--quiet").contains("step 1 follows step 2"));
        Path crossed = SeriesFile.lines(
                file("x.csv"), "date,forecast,lower80,upper80", "2020-01-01,1.5,3,2", "2020-01-02,1.5,1,2");
        Cli drawn = Cli.run("plot", crossed).succeeds();
        assertTrue(drawn.err().contains("lower80 is above upper80; swap them"), drawn.err());
        Path text = SeriesFile.lines(file("t.csv"), "date,forecast", "2020-01-01,1.5", "2020-01-02,much");
        assertTrue(refused(3, "plot", text).contains("t.csv:3: column \"forecast\": \"much\""));
    }

    @Test
    void optionsThatSayNothingAreRefused() {
        assertTrue(refused(2, "plot", model, "--last", 3).contains("--last is for the rows of a CSV"));
        assertTrue(refused(2, "plot", scored, "--last", 0).contains("--last 0"));
    }

    @Test
    void aDamagedModelIsSaidToBeOne() throws IOException {
        Path damaged = Files.writeString(file("d.json"), "{\"format\":");
        refused(4, "plot", damaged);
    }

    /** The classes that a process loaded. */
    private List<String> loaded(Object... arguments) throws Exception {
        Path log = file("classes.log");
        List<Object> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Xlog:class+load:file=" + log,
                "-Duser.home=" + directory,
                "-jar",
                Child.HOME.resolve("target").resolve("lstm.jar")));
        words.addAll(List.of(arguments));
        Child.Ended ended = Child.run(directory, Map.of("JAVA_TOOL_OPTIONS", "", "JDK_JAVA_OPTIONS", ""), words);
        assertEquals(0, ended.code(), ended.err());
        try (Stream<String> lines = Files.lines(log)) {
            return lines.toList();
        }
    }

    private static boolean any(List<String> classes, String part) {
        return classes.stream().anyMatch(line -> line.contains(part));
    }

    @Test
    void helpAndForecastsLoadNothingOfCharts() throws Exception {
        List<Object[]> commands =
                List.of(new Object[] {"train", "--help"}, new Object[] {"predict", model, "-o", file("n.csv")});
        for (Object[] command : Tier.some(1, commands)) {
            List<String> classes = loaded(command);
            for (String part :
                    List.of(" java.awt.", " org.apache.fontbox", " lstm.chart.ChartPainter", " lstm.chart.Text")) {
                assertFalse(any(classes, part), part);
            }
        }
    }

    @Test
    void picturesAreDrawnWithoutTheFontsOfTheJvm() throws Exception {
        List<String> png = loaded("plot", scored, "-o", file("p.png"));
        assertTrue(any(png, " java.awt.image.BufferedImage "), "the classes are seen");
        for (String part : List.of(" sun.font.SunFontManager", " sun.font.FontManagerFactory")) {
            assertFalse(any(png, part), part);
        }
        assertFalse(any(loaded("plot", scored, "-o", file("p.svg")), " java.awt."));
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("classes.log"))
                    .sorted()
                    .toList();
            assertEquals(List.of("p.png", "p.svg"), names, "and no cache in the user's folder");
        }
    }
}
