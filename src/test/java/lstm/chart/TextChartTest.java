package lstm.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lstm.series.StampKind;
import lstm.text.CharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextChartTest {
    private static List<Chart> charts() {
        return List.of(
                Sample.comparison(),
                Sample.fan(List.of(Sample.around(95, 2))),
                Sample.losses(1, 0.8, 100),
                Sample.errors(),
                Sample.comparison().withTitle("a\u001b[31m\n\ud83d\ude00".repeat(100)));
    }

    @ParameterizedTest
    @EnumSource(CharacterSet.class)
    void everyChartFits80Columns(CharacterSet characters) {
        for (Chart chart : charts()) {
            String text = TextChart.of(chart, characters);
            assertTrue(text.lines().count() <= 17, text);
            text.lines().forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 79, line));
            assertTrue(text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
            assertTrue(characters == CharacterSet.UNICODE || text.chars().allMatch(c -> c < 128), text);
        }
    }

    @Test
    void aRisingLineRises() {
        long[] stamps = {1, 2, 3};
        double[] y = {0, 5, 10};
        Chart chart = new Chart(
                "t",
                "",
                new Axis("", AxisScale.COUNT),
                new Axis("", AxisScale.LINEAR),
                List.of(new ChartLayer.Line(
                        "y",
                        ChartColor.ACTUAL,
                        Stroke.SOLID,
                        Markers.NONE,
                        new TimeAxis(StampKind.NONE, stamps).places(),
                        y)));
        List<String> lines = TextChart.of(chart, CharacterSet.ASCII).lines().toList();
        int last = Integer.MAX_VALUE;
        for (String line : lines.subList(1, 13)) {
            int column = line.indexOf('*');
            assertTrue(column > 0 && column < last, line);
            last = column;
        }
        assertEquals(4, last);
    }

    @Test
    void brailleHasTheSameLineInDots() {
        String text = TextChart.of(Sample.comparison(), CharacterSet.UNICODE);
        assertTrue(text.chars().filter(c -> c > 0x2800 && c < 0x2900).count() > 60, text);
        assertTrue(text.contains("o predicted"), text);
    }

    @Test
    void theEpochKeptIsSeenOverTheLines() {
        String text = TextChart.of(Sample.losses(1, 0.8, 100), CharacterSet.ASCII);
        assertEquals(2, text.chars().filter(c -> c == 'x').count() - text.split("ax", -1).length + 1, text);
    }

    @Test
    void oneValueIsAPoint() {
        Chart chart = Charts.comparison("y", Sample.days(0, 1), new double[] {1}, new double[] {2}, Optional.empty());
        String text = TextChart.of(chart, CharacterSet.ASCII);
        assertEquals(1 + 1, text.chars().filter(c -> c == '*').count(), text);
    }
}
