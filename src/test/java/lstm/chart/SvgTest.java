package lstm.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import lstm.series.StampKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgTest {
    private static List<Element> elements(String svg, String name, String color) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int k = 0; k < found.getLength(); k++) {
            Element element = (Element) found.item(k);
            if (color.isEmpty() || element.getAttribute("class").equals(color)) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<String> texts(Chart chart) throws Exception {
        return elements(SvgCanvas.file(chart), "text", "").stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** Numbers of a path, x and y in turn. */
    private static double[] numbers(Element path) {
        return Arrays.stream(path.getAttribute("d").split("[MLZ ]"))
                .filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void theClassicPictureHasTitleScoreDatesAndLegend() throws Exception {
        List<String> texts = texts(Sample.comparison());
        assertTrue(
                texts.containsAll(List.of(
                        "prices, actual and predicted one step ahead",
                        "RMSE 1.25, of the naive forecast 2.5, skill 0.500",
                        "actual",
                        "predicted",
                        "2020-01-13",
                        "2020-01-27",
                        "90",
                        "100",
                        "110")),
                texts.toString());
    }

    @Test
    void aLineGoesThroughItsPoints() throws Exception {
        double[] x = {0, 1, 4};
        double[] y = {10, 30, 20};
        Chart chart = new Chart(
                "t",
                "",
                new Axis("", AxisScale.COUNT),
                new Axis("", AxisScale.LINEAR),
                List.of(new ChartLayer.Line("l", ChartColor.FORECAST, Stroke.SOLID, Markers.NONE, x, y)));
        double[] drawn =
                numbers(elements(SvgCanvas.file(chart), "path", "forecast").get(1));
        assertEquals(6, drawn.length);
        assertEquals(0.25, (drawn[2] - drawn[0]) / (drawn[4] - drawn[0]), 1e-3);
        assertEquals(0.5, (drawn[1] - drawn[5]) / (drawn[1] - drawn[3]), 1e-3);
        assertTrue(drawn[3] < drawn[5] && drawn[5] < drawn[1], "larger values are higher up");
    }

    @Test
    void equalChartsAreEqualBytes() {
        assertEquals(SvgCanvas.file(Sample.comparison()), SvgCanvas.file(Sample.comparison()));
        assertEquals(SvgCanvas.file(Sample.losses(1, 0.9, 30)), SvgCanvas.file(Sample.losses(1, 0.9, 30)));
    }

    @Test
    void colorsFollowTheReadersLightOrDark() {
        String svg = SvgCanvas.file(Sample.comparison());
        String dark = svg.substring(svg.indexOf("@media (prefers-color-scheme:dark){"), svg.indexOf("</style>"));
        for (ChartColor color : ChartColor.values()) {
            assertTrue(dark.contains(".lstm ." + color + "{"), color.toString());
        }
    }

    @Test
    void everyColorIsSeenOnItsBackground() {
        for (ChartColor color : ChartColor.values()) {
            if (color != ChartColor.GROUND && color != ChartColor.GRID) {
                double least = color == ChartColor.TITLE || color == ChartColor.LABEL ? 4.5 : 3;
                assertTrue(contrast(color.light(), ChartColor.GROUND.light()) >= least, color + " on light");
                assertTrue(contrast(color.dark(), ChartColor.GROUND.dark()) >= least, color + " on dark");
            }
        }
    }

    /** The contrast ratio of WCAG. */
    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double c = (color >> (16 - 8 * k) & 0xff) / 255.0;
            sum += weights[k] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void namesFromAFileStayText() throws Exception {
        String hostile = "</text><script>alert(1)</script>\"'&\u0001\ud800 \u202e";
        Chart chart =
                Charts.comparison(hostile, Sample.days(0, 9), Sample.wave(0, 9), Sample.wave(1, 10), Optional.empty());
        String svg = SvgCanvas.file(chart);
        assertFalse(svg.contains("<script"), svg);
        assertTrue(elements(svg, "text", "title").get(0).getTextContent().startsWith("</text><script>alert(1)"));
        assertEquals(1, elements(svg, "svg", "").size());
    }

    @Test
    void aNameOfAnyLengthIsCutToItsRoom() throws Exception {
        Chart chart = Sample.comparison().withTitle("long name \ud83d\ude00".repeat(500));
        String title = elements(SvgCanvas.file(chart), "text", "title").get(0).getTextContent();
        assertTrue(title.endsWith("...") && title.length() < 150, title);
    }

    @Test
    void bandsLieBehindTheForecastTheWidestFirst() throws Exception {
        Chart fan = Sample.fan(List.of(Sample.around(80, 1), Sample.around(95, 2)));
        assertEquals("95 % interval", fan.layers().get(0).name());
        assertEquals("80 % interval", fan.layers().get(1).name());
        assertTrue(texts(fan).containsAll(List.of("95 % interval", "80 % interval", "forecast", "history")));
        List<Element> shapes = elements(SvgCanvas.file(fan), "path", "forecast");
        List<Element> bands = shapes.stream()
                .filter(path -> path.hasAttribute("fill-opacity"))
                .toList();
        assertEquals(3 + 2, bands.size(), "samples as dark as the bands, and the bands");
        double[] outer = numbers(bands.get(3));
        double[] inner = numbers(bands.get(4));
        assertEquals(outer[0], inner[0]);
        assertTrue(outer[outer.length / 2 - 1] > inner[inner.length / 2 - 1], "the wider bound is further down");
    }

    @Test
    void aForecastBeginsAtTheLastValueKnown() {
        Chart fan = Sample.fan(List.of());
        ChartLayer.Line forecast =
                (ChartLayer.Line) fan.layers().get(fan.layers().size() - 1);
        assertEquals(11, forecast.x().length);
        assertEquals(Sample.wave(39, 40)[0], forecast.y()[0]);
    }

    @Test
    void aForecastHasAQuarterOfTheWidthAndTheLegendBeginsWithIt() throws Exception {
        Chart fan = FanChart.of(
                "y",
                Sample.days(0, 1000),
                Sample.wave(0, 1000),
                Sample.days(1000, 1048),
                Sample.wave(1000, 1048),
                List.of(Sample.around(80, 1)));
        assertEquals(3 * 48, fan.layers().get(1).x().length, "rows of history");
        List<String> names = List.of("forecast", "history", "80 % interval");
        assertEquals(names, texts(fan).stream().filter(names::contains).toList());
    }

    @Test
    void theEndOfAForecastHasItsValueInThePicture() throws Exception {
        Chart fan = Sample.fan(List.of());
        List<Element> end = elements(SvgCanvas.file(fan), "text", "forecast");
        double last = Sample.wave(49, 50)[0];
        assertEquals(last, Double.parseDouble(end.get(0).getTextContent()), 0.05);
        double from = Double.parseDouble(end.get(0).getAttribute("x"));
        assertTrue(from + Canvas.width(end.get(0).getTextContent(), 12) <= ChartPainter.WIDTH, "" + from);
    }

    @Test
    void aBandThatANarrowerOneCoversIsNeitherDrawnNorNamed() throws Exception {
        FanLevel narrow = Sample.around(80, 1);
        Chart fan = Sample.fan(List.of(new FanLevel(95, narrow.lower(), narrow.upper()), narrow));
        assertFalse(texts(fan).contains("95 % interval"), "the same bounds");
        assertTrue(texts(fan).contains("80 % interval"));
        Chart none = Sample.fan(List.of(new FanLevel(80, new double[0], new double[0])));
        assertFalse(texts(none).contains("80 % interval"), "no bounds");
    }

    @Test
    void linesThatCoincideDifferInTheirGaps() throws Exception {
        double[] steps = {1, 2, 3};
        List<StepErrors> methods = Stream.of("model", "naive", "seasonal naive", "drift", "autoregression")
                .map(name -> new StepErrors(name, steps, steps))
                .toList();
        String svg = SvgCanvas.file(Charts.errorsByStep("y", "RMSE", methods));
        assertEquals(
                5,
                elements(svg, "path", "").stream()
                        .filter(path -> path.getAttribute("stroke-width").equals("1.8"))
                        .map(path -> path.getAttribute("stroke-dasharray"))
                        .distinct()
                        .count());
    }

    @Test
    void fortyEightStepsHaveNoDots() throws Exception {
        double[] steps = IntStream.rangeClosed(1, 48).asDoubleStream().toArray();
        Chart chart = Charts.errorsByStep("y", "RMSE", List.of(new StepErrors("model", steps, steps)));
        assertEquals(List.of(), elements(SvgCanvas.file(chart), "circle", ""));
    }

    @Test
    void aChartFillsAnySize() throws Exception {
        for (int[] size : new int[][] {{300, 160}, {4000, 200}, {320, 4000}}) {
            String svg = SvgCanvas.file(new SizedChart(Sample.comparison(), size[0], size[1]));
            assertTrue(svg.contains(" viewBox=\"0 0 " + size[0] + " " + size[1] + "\""), svg);
            for (Element path : elements(svg, "path", "")) {
                double[] numbers = numbers(path);
                for (int k = 0; k < numbers.length; k++) {
                    assertTrue(numbers[k] >= 0 && numbers[k] <= size[k % 2], path.getAttribute("d"));
                }
            }
        }
    }

    @Test
    void lossesAreOnALogarithmicAxisWhereTheyFallFar() {
        assertEquals(AxisScale.LOG, Sample.losses(1, 0.8, 30).y().scale());
        assertEquals(AxisScale.LINEAR, Sample.losses(1, 0.98, 30).y().scale());
        assertEquals(AxisScale.LINEAR, Sample.losses(0, 0.8, 30).y().scale());
    }

    @Test
    void eachMethodHasALineOverItsSteps() throws Exception {
        List<String> texts = texts(Sample.errors());
        assertTrue(texts.containsAll(List.of("model", "naive", "RMSE", "steps ahead", "1", "2", "3", "4")));
        assertEquals(
                4 + 1,
                elements(SvgCanvas.file(Sample.errors()), "circle", "forecast").size());
    }

    @Test
    void aMillionValuesAreAPictureOfReasonableSizeWithEveryPeak() throws Exception {
        int n = 1_000_000;
        double[] y = new double[n];
        y[777_777] = 1;
        long[] stamps = IntStream.range(0, n).asLongStream().toArray();
        Chart chart = Charts.comparison("y", new TimeAxis(StampKind.NONE, stamps), y, y, Optional.empty());
        String svg = SvgCanvas.file(chart);
        assertTrue(svg.length() < 200_000, svg.length() + " bytes");
        double[] drawn = numbers(elements(svg, "path", "actual").get(1));
        double top = IntStream.range(0, drawn.length / 2)
                .mapToDouble(k -> drawn[2 * k + 1])
                .min()
                .orElseThrow();
        assertTrue(top < drawn[1] - 100, "the peak is drawn");
    }

    static Stream<double[]> values() {
        return Stream.of(
                new double[] {5},
                new double[] {0, 0},
                new double[] {-7, -7, -7},
                new double[] {Double.MAX_VALUE, -Double.MAX_VALUE},
                new double[] {Double.MAX_VALUE, Double.MAX_VALUE},
                new double[] {Double.MIN_VALUE, 2 * Double.MIN_VALUE},
                new double[] {1e15, 1e15 + 1},
                new double[] {1e-300, 3e-300},
                new double[] {-1e-7, 2e-7});
    }

    @ParameterizedTest
    @MethodSource("values")
    void anyFiniteValuesAreDrawnWithinThePicture(double[] y) throws Exception {
        Chart chart = Charts.comparison("y", Sample.days(0, y.length), y, y, Optional.empty());
        List<Element> labels = elements(SvgCanvas.file(chart), "text", "label");
        assertTrue(labels.size() >= 4, "labels of both axes");
        for (Element path : elements(SvgCanvas.file(chart), "path", "")) {
            for (double number : numbers(path)) {
                assertTrue(number >= 0 && number <= ChartPainter.WIDTH, path.getAttribute("d"));
            }
        }
    }
}
