package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import lstm.chart.Figure;
import lstm.chart.ImageFormat;
import lstm.explain.Explanation;
import lstm.network.CellSignal;
import lstm.network.Trace;
import lstm.text.CharacterSet;
import lstm.workflow.ForecastExplanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class HeatMapTest {
    /** A window in which the forget gate opens from 0 to 1, the memory falls, and the last row counts alone. */
    private static ExplanationReport explained(int steps, String target) {
        float[][] forget = new float[steps][];
        float[][] memory = new float[steps][];
        for (int t = 0; t < steps; t++) {
            float share = steps == 1 ? 1 : (float) t / (steps - 1);
            forget[t] = new float[] {share, share};
            memory[t] = new float[] {-share, -share};
        }
        Map<CellSignal, float[][]> layer = new LinkedHashMap<>();
        layer.put(CellSignal.FORGET_GATE, forget);
        layer.put(CellSignal.MEMORY, memory);
        double[][] last = new double[steps][1];
        last[steps - 1][0] = 2;
        Trace trace = new Trace(1, 1, List.of(layer), new float[] {0});
        List<String> dates =
                IntStream.rangeClosed(1, steps).mapToObj(t -> "day " + t).toList();
        Explanation explanation = new Explanation(7.5, new float[steps][1], trace, trace, last, last, 1);
        return new ExplanationReport(
                new ForecastExplanation(explanation, dates, List.of(target), 1, 1, "tomorrow", 0, "shop.csv", 1),
                UnitChoice.MEANS);
    }

    private static List<Element> boxesWithTips(Figure figure) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageFormat.SVG.write(figure, bytes);
        var boxes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes.toByteArray()))
                .getElementsByTagName("rect");
        List<Element> found = new ArrayList<>();
        for (int k = 0; k < boxes.getLength(); k++) {
            if (boxes.item(k).hasChildNodes()) {
                found.add((Element) boxes.item(k));
            }
        }
        return found;
    }

    @Test
    void eachStepHasABarAndABoxPerSignalThatTellsItsValue() throws Exception {
        List<Element> boxes = boxesWithTips(new HeatMap(explained(5, "close")));
        assertEquals(5 * (1 + 2), boxes.size());
        assertEquals("day 5: gradient 100 %, occlusion 100 %", boxes.get(4).getTextContent());
        assertEquals("day 1: forget 0 (sd 0)", boxes.get(5).getTextContent());
        assertEquals("day 5: memory -1 (sd 0)", boxes.get(14).getTextContent());
        assertEquals("#1d2f6f", boxes.get(5).getAttribute("fill"), "a closed gate");
        assertEquals("#fff06a", boxes.get(9).getAttribute("fill"), "an open gate");
        assertEquals("#0b57a4", boxes.get(14).getAttribute("fill"), "the most negative value");
    }

    @Test
    void boxesOfARowTouch() throws Exception {
        List<Element> row = boxesWithTips(new HeatMap(explained(6, "close"))).subList(6, 12);
        for (int k = 1; k < row.size(); k++) {
            double end = Double.parseDouble(row.get(k - 1).getAttribute("x"))
                    + Double.parseDouble(row.get(k - 1).getAttribute("width"));
            assertEquals(end, Double.parseDouble(row.get(k).getAttribute("x")), 1e-9);
        }
    }

    @Test
    void aPngHasTwoPixelsToAPoint() throws Exception {
        Figure figure = new HeatMap(explained(5, "close"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageFormat.PNG.write(figure, bytes);
        var image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(2 * figure.width(), image.getWidth());
        assertEquals(2 * figure.height(), image.getHeight());
        long open = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(k -> (image.getRGB(k % image.getWidth(), k / image.getWidth()) & 0xffffff) == 0xfff06a)
                .count();
        assertTrue(open > 2 * 144 * 2 * 15, "the box of the open gate: " + open);
    }

    @Test
    void inCharactersARowRisesWithItsValues() {
        List<String> lines = new HeatMap(explained(9, "close"))
                .text(CharacterSet.ASCII)
                .lines()
                .toList();
        assertEquals("shop, forecast for tomorrow: 7.5", lines.get(0));
        assertTrue(lines.get(1).matches("gradient    \\.{40}@{5}  0 to 100 %"), lines.get(1));
        assertEquals("layer 1", lines.get(3));
        assertEquals("  forget    .....:::::-----=====+++++*****#####%%%%%@@@@@  0 to 1", lines.get(4));
        assertEquals("  memory    @@@@@%%%%%#####*****+++++=====-----:::::.....  -1 to 0", lines.get(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 46, 47, 1000})
    void anyWindowFits80Columns(int steps) {
        for (CharacterSet characters : CharacterSet.values()) {
            String text = new HeatMap(explained(steps, "\u00e9\u001b[31m\n".repeat(40))).text(characters);
            text.lines().forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 79, line));
            assertTrue(text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
            assertTrue(characters == CharacterSet.UNICODE || text.chars().allMatch(c -> c < 128), text);
            assertTrue(text.contains("day 1") && text.contains("day " + steps), text);
        }
    }
}
