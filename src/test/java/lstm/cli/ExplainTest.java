package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    private static final int LOOKBACK = 8;

    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void train() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        model = directory.resolve("model.json");
        train("lstm", "--layers", 1);
    }

    private void train(String cell, Object... more) {
        List<Object> small = List.of("--units", 4, "--lookback", LOOKBACK, "--epochs", 2);
        Cli.run("train", csv, "-o", model, "--force", small, "--cell", cell, List.of(more))
                .succeeds();
    }

    private Cli explain(Object... more) {
        return Cli.run("explain", model, csv, List.of(more)).succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lstm         | input,forget,output,candidate,memory",
                "peephole     | input,forget,output,candidate,memory",
                "coupled      | input,forget,output,candidate,memory",
                "gru          | update,reset,candidate,state",
                "gru-original | update,reset,candidate,state",
                "rnn          | state",
                "slstm        | input,forget,output,candidate,memory",
                "min-gru      | input,update,candidate,state"
            })
    void eachStepOfEachLayerHasTheQuantitiesOfItsCell(String cell, String quantities) {
        train(cell, "--layers", 2);
        Cli run = explain();
        List<String> names = List.of(quantities.split(","));
        int perStep = 2 + 2 * names.size();
        assertEquals("date,step,layer,series,quantity,mean,sd", run.lines().get(0));
        assertEquals(1 + LOOKBACK * perStep, run.lines().size());
        assertEquals(List.of("gradient", "occlusion"), run.column("quantity").subList(0, 2));
        assertEquals(names, run.column("quantity").subList(2, 2 + names.size()));
        for (int k = 0; k < LOOKBACK * perStep; k++) {
            assertEquals(
                    SeriesFile.weekday(52 + k / perStep).toString(),
                    run.column("date").get(k));
            assertEquals(Integer.toString(k / perStep - 7), run.column("step").get(k));
        }
    }

    @Test
    void gatesLieBetweenShutAndOpenAndTheSpreadIsOfTheUnits() {
        Cli run = explain();
        for (String line : run.lines()) {
            String[] cells = line.split(",", -1);
            if (Map.of("input", 1, "forget", 1, "output", 1).containsKey(cells[4])) {
                double mean = Double.parseDouble(cells[5]);
                double sd = Double.parseDouble(cells[6]);
                assertTrue(mean > 0 && mean < 1 && sd > 0 && sd < 0.5, line);
            }
            if (cells[2].equals("0")) {
                assertEquals("close", cells[3]);
                assertEquals("", cells[6]);
            }
        }
    }

    @Test
    void aWindowCanEndAtAnyRowThatHasEnoughBeforeIt() {
        Cli run = explain("--at", SeriesFile.weekday(7).toString());
        assertEquals(SeriesFile.weekday(0).toString(), run.column("date").get(0));
        Path first = SeriesFile.weekdays(directory.resolve("first.csv"), 0, 8);
        assertEquals(Cli.run("explain", model, first).succeeds().out(), run.out());
    }

    @Test
    void theForecastExplainedIsTheForecast() {
        Cli predicted = Cli.run("predict", model, csv).succeeds();
        double forecast = explain("--json").json().get("forecast").doubleValue();
        assertEquals(predicted.numbers("forecast")[0], forecast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recursive", "direct"})
    void anyStepOfAForecastIsExplained(String strategy) {
        train("lstm", "--layers", 1, "--horizon", 3, "--strategy", strategy, "--residual", 2);
        double[] predicted = Cli.run("predict", model, csv).succeeds().numbers("forecast");
        for (int step = 1; step <= 3; step++) {
            Cli run = explain("--json", "--step", step);
            assertEquals(predicted[step - 1], run.json().get("forecast").doubleValue(), "step " + step);
            assertEquals(step, run.json().get("step").intValue());
            assertEquals(
                    SeriesFile.weekday(59 + step).toString(),
                    run.json().get("date").textValue());
            boolean isFed = strategy.equals("recursive");
            assertEquals(isFed ? step - 1 : 0, run.json().get("rows_forecast").intValue());
            assertTrue(run.err().contains("step " + step + " of 3"), run.err());
            assertEquals(isFed && step > 1, run.err().contains("forecast: what depends on"), run.err());
        }
        JsonNode far = explain("--json", "--step", 12).json();
        assertEquals(LOOKBACK, far.get("rows_forecast").intValue(), "beyond the horizon, all rows are forecasts");
        refused(2, "--step 0", "--step", "0");
    }

    @Test
    void aMedianIsExplainedAsTheForecast() {
        train("lstm", "--layers", 1, "--loss", "quantile", "--horizon", 2, "--strategy", "direct");
        double[] predicted = Cli.run("predict", model, csv).succeeds().numbers("forecast");
        for (int step = 1; step <= 2; step++) {
            assertEquals(
                    predicted[step - 1],
                    explain("--json", "--step", step).json().get("forecast").doubleValue());
        }
    }

    @Test
    void aUnitIsShownByItselfAndTheMeanIsOfAllUnits() {
        train("lstm", "--layers", 2);
        double[] sums = new double[LOOKBACK];
        for (int unit = 1; unit <= 4; unit++) {
            Cli run = explain("--unit", unit, "--layer", 2);
            assertEquals(
                    "date,step,layer,series,quantity,unit,value", run.lines().get(0));
            assertFalse(run.column("layer").contains("1"), "only layer 2");
            double[] forget = forget(run, "value");
            for (int t = 0; t < LOOKBACK; t++) {
                sums[t] += forget[t];
            }
            assertTrue(run.err().contains("forget gate of unit " + unit + " averages "), run.err());
        }
        double[] means = forget(explain("--layer", 2), "mean");
        for (int t = 0; t < LOOKBACK; t++) {
            assertEquals(means[t], sums[t] / 4, 1e-6);
        }
        refused(2, "--unit 5 is out of range; use a number from 1 to 4", "--unit", "5");
        refused(2, "--layer 3 is out of range", "--layer", "3");
    }

    private static double[] forget(Cli run, String column) {
        List<String> quantities = run.column("quantity");
        return IntStream.range(0, quantities.size())
                .filter(k -> quantities.get(k).equals("forget"))
                .mapToDouble(k -> Double.parseDouble(run.column(column).get(k)))
                .toArray();
    }

    @Test
    void everyUnitOfAGateHasARow() throws Exception {
        Path plot = directory.resolve("units.svg");
        Cli run = explain("--quantity", "forget", "--plot", plot);
        assertEquals(LOOKBACK * (2 + 4), run.column("unit").size());
        assertEquals(List.of("", "", "1", "2", "3", "4"), run.column("unit").subList(0, 6));
        String svg = Files.readString(plot);
        assertTrue(svg.contains("2020-03-24: forget of unit 4 0."), svg);
        assertTrue(explain("--quantity", "forget", "--plot", "-").err().contains("\n  unit 4 "));
        refused(2, "--quantity update is not part of the cell", "--quantity", "update");
        refused(2, "--unit shows one unit", "--quantity", "forget", "--unit", "1");
    }

    @Test
    void gatesThatTrainingHasHardlyMovedAreCalledSo() {
        JsonNode layer = explain("--json").json().at("/layers/0");
        assertTrue(layer.get("moved").doubleValue() < 0.05, layer.toString());
        assertEquals(0.73, layer.get("untrained_mean").doubleValue(), 0.05);
        assertTrue(explain().err().replaceAll("\\s+", " ").contains("training has hardly moved them from 0."));
        train("lstm", "--layers", 1, "--learning-rate", 0.3);
        assertTrue(explain("--json").json().at("/layers/0/moved").doubleValue() > 0.05);
        assertFalse(explain().err().contains("hardly moved"));
    }

    @Test
    void inWordsItSaysHowFarBackTheModelRemembers() {
        String said = explain().err();
        assertTrue(said.lines().allMatch(line -> line.length() <= 80), said);
        assertEquals(
                List.of("window", "depends", "check", "layer 1"),
                said.lines()
                        .filter(line -> !line.startsWith(" "))
                        .map(line -> line.substring(0, 9).strip())
                        .toList(),
                said);
        assertEquals("", explain("--quiet").err());
        train("rnn", "--layers", 1);
        assertTrue(explain("--json").json().get("layers").get(0).isNull(), "no gate keeps anything");
    }

    @Test
    void jsonHasTheWordsAsNumbersAndTheTableGoesToAFile() throws Exception {
        Path table = directory.resolve("table.csv");
        JsonNode said = explain("--json", "-o", table).json();
        assertArrayEquals(explain().bytes(), Files.readAllBytes(table));
        assertEquals(LOOKBACK, said.get("rows").intValue());
        int rows = said.at("/gradient/rows_90").intValue();
        assertTrue(rows >= said.at("/gradient/rows_50").intValue() && rows <= LOOKBACK, said.toString());
        double mean = said.at("/layers/0/mean").doubleValue();
        assertEquals(
                Math.log(0.5) / Math.log(mean), said.at("/layers/0/half_life").doubleValue());
        train("rnn", "--layers", 1);
        assertTrue(explain("--json").json().at("/layers/0").isNull());
    }

    @Test
    void featuresHaveRowsOfTheirOwn() {
        train("gru", "--layers", 1, "--target", "close", "--features", "open");
        Cli run = explain();
        assertEquals(
                List.of("close", "close", "open", "open"), run.column("series").subList(0, 4));
        assertEquals(
                List.of("gradient", "occlusion", "gradient", "occlusion"),
                run.column("quantity").subList(0, 4));
    }

    @Test
    void whatTheNetworkSeesOfTheCalendarHasRowsToo() {
        train("gru", "--layers", 1, "--calendar", "weekday", "--transform", "difference", "--horizon", 3);
        Cli run = explain("--quiet");
        assertEquals(
                List.of("close", "close", "weekday sine", "weekday sine", "weekday cosine", "weekday cosine"),
                run.column("series").subList(0, 6));
        double forecast = explain("--json").json().get("forecast").doubleValue();
        assertEquals(Cli.run("predict", model, csv).succeeds().numbers("forecast")[0], forecast);
    }

    @Test
    void withColumnsKnownAheadTheLastWindowEndsWhereTheyAreStillKnown() {
        train("lstm", "--layers", 1, "--target", "close", "--known-ahead", "open", "--horizon", 2);
        Cli run = explain();
        assertEquals(
                SeriesFile.weekday(57).toString(),
                run.column("date").get(run.column("date").size() - 1));
        refused(3, "has too few rows after 2020-03-24 to take open from", "--at", "2020-03-24");
    }

    @Test
    void thePictureIsWellFormedAndHasEachStepOfEachQuantity() throws Exception {
        Path plot = directory.resolve("gates.svg");
        explain("--plot", plot);
        var picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
        var tips = picture.getElementsByTagName("title");
        assertEquals(LOOKBACK * 6, tips.getLength());
        List<String> texts = IntStream.range(0, tips.getLength())
                .mapToObj(k -> tips.item(k).getTextContent())
                .toList();
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("2020-03-24: forget 0.")), texts.toString());
        assertEquals(2, Cli.run("explain", model, csv, "--plot", plot).code());
        explain("--plot", plot, "--force");
    }

    @Test
    void aColumnThatIsCalledValueHasTheNameOfItsFile() throws Exception {
        Path values = SeriesFile.of(
                directory.resolve("passengers.csv"),
                "date,value",
                60,
                k -> SeriesFile.weekday(k) + "," + SeriesFile.wave(k) + " °C");
        Path trained = directory.resolve("passengers.model.json");
        Path plot = directory.resolve("passengers.svg");
        Cli.run("train", values, "-o", trained, Cli.TINY).succeeds();
        Cli.run("explain", trained, values, "--plot", plot).succeeds();
        assertTrue(Files.readString(plot).contains(">passengers, forecast for "), "the title");
        Cli.run("predict", trained, "--plot", plot, "--force").succeeds();
        assertTrue(Files.readString(plot).contains(">passengers in °C, forecast of"), "the title with the unit");
    }

    @Test
    void thePictureCanBeAPngOrDrawnOnTheTerminal() throws Exception {
        Path png = directory.resolve("gates.png");
        Cli plain = explain();
        assertEquals(plain.out(), explain("--plot", png).out());
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(Files.readAllBytes(png), 4));
        Cli drawn = explain("--plot", "-");
        assertEquals(plain.out(), drawn.out());
        assertTrue(drawn.err().matches("(?s)prices, .*2020-03-25.*\n  forget +\\S{40}  .*"), drawn.err());
        refused(2, "--plot -", "--plot", "-", "--quiet");
    }

    @Test
    void onATerminalTheWordsStandBelowTheTable() {
        Cli run = Cli.runOnATerminal("explain", model, csv).succeeds();
        assertTrue(run.out().startsWith("date "), run.out());
        assertFalse(run.err().isEmpty());
    }

    @Test
    void whatCannotBeExplainedIsRefusedInOneLine() {
        refused(3, "2020-01-04", "--at", "2020-01-04");
        refused(3, "2020-01-09", "--at", "2020-01-09");
        refused(2, "gates.gif", "--plot", "gates.gif");
        refused(2, "--format", "--json", "--format", "csv");
    }

    private void refused(int code, String part, String... more) {
        assertEquals(
                "",
                Cli.run("explain", model, csv, List.of(more)).fails(code, part).out());
    }
}
