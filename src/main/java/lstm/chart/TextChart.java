package lstm.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lstm.text.CharacterSet;
import lstm.text.PrintableText;

/**
 * A chart in characters, for a terminal of 80 columns. The first line is drawn in braille dots, eight to a character,
 * or in asterisks where only ASCII can be shown; each of the others with a character of its own, as the legend at the
 * bottom says. It has no colors, so that it reads the same everywhere.
 */
final class TextChart {
    private static final int WIDTH = 79;
    private static final int ROWS = 12;
    private static final String MARKS = "ox+#@%";
    private static final String BAND_MARKS = ".:-=";

    private final Chart chart;
    private final CharacterSet characters;
    private final Extent across;
    private final Extent upwards;
    private final List<Tick> values;
    private final int margin;
    private final CharacterGrid grid;

    private TextChart(Chart chart, CharacterSet characters) {
        this.chart = chart;
        this.characters = characters;
        across = chart.across();
        upwards = chart.upwards();
        values = chart.y().scale().ticks(upwards, 4);
        margin =
                1 + values.stream().mapToInt(tick -> tick.text().length()).max().orElse(0);
        grid = new CharacterGrid(WIDTH - margin - 1, ROWS);
    }

    /**
     * The chart in lines of at most 79 characters.
     *
     * @param characters the characters it may use
     */
    static String of(Chart chart, CharacterSet characters) {
        TextChart text = new TextChart(chart, characters);
        text.draw();
        return text.text();
    }

    /** Draws the bounds of bands, over them the lines, the first one on top, and over all the single points. */
    private void draw() {
        List<ChartLayer.Band> bands = bands();
        for (int k = 0; k < bands.size(); k++) {
            grid.marks(across(bands.get(k)), upwards(bands.get(k).lower()), bandMark(k));
            grid.marks(across(bands.get(k)), upwards(bands.get(k).upper()), bandMark(k));
        }
        List<ChartLayer.Line> lines = lines();
        for (int k = lines.size() - 1; k >= 0; k--) {
            draw(lines.get(k), k);
        }
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).x().length == 1) {
                draw(lines.get(k), k);
            }
        }
    }

    private void draw(ChartLayer.Line line, int k) {
        if (k > 0) {
            grid.marks(across(line), upwards(line.y()), mark(k));
        } else if (isAscii()) {
            grid.line(across(line), upwards(line.y()), '*');
        } else {
            grid.dots(across(line), upwards(line.y()));
        }
    }

    private double[] across(ChartLayer layer) {
        return Arrays.stream(layer.x())
                .map(x -> chart.x().scale().share(across, x))
                .toArray();
    }

    private double[] upwards(double[] values) {
        return Arrays.stream(values)
                .map(y -> chart.y().scale().share(upwards, y))
                .toArray();
    }

    private boolean isAscii() {
        return characters == CharacterSet.ASCII;
    }

    private static char mark(int line) {
        return MARKS.charAt((line - 1) % MARKS.length());
    }

    /** The lines; actual values come first, as the first line is drawn finest and on top. */
    private List<ChartLayer.Line> lines() {
        List<ChartLayer.Line> lines = new ArrayList<>();
        for (ChartLayer layer : chart.layers()) {
            if (layer instanceof ChartLayer.Line line) {
                lines.add(line.color() == ChartColor.ACTUAL ? 0 : lines.size(), line);
            }
        }
        return lines;
    }

    private List<ChartLayer.Band> bands() {
        return chart.layers().stream()
                .filter(ChartLayer.Band.class::isInstance)
                .map(ChartLayer.Band.class::cast)
                .toList();
    }

    private static char bandMark(int band) {
        return BAND_MARKS.charAt(band % BAND_MARKS.length());
    }

    private String text() {
        StringBuilder text = new StringBuilder(line(chart.title()));
        if (!chart.note().isEmpty()) {
            text.append(line(chart.note()));
        }
        String[] labels = labels();
        for (int row = 0; row < ROWS; row++) {
            String label = labels[row] == null ? "" : labels[row];
            text.append(line(
                    " ".repeat(margin - 1 - label.length()) + label + " " + (isAscii() ? "|" : "│") + grid.row(row)));
        }
        text.append(line(" ".repeat(margin)
                + (isAscii() ? "+" + "-".repeat(WIDTH - margin - 1) : "└" + "─".repeat(WIDTH - margin - 1))));
        return text.append(line(below())).append(line(legend())).toString();
    }

    private String[] labels() {
        String[] labels = new String[ROWS];
        for (Tick tick : values) {
            double share = chart.y().scale().share(upwards, tick.at());
            if (share >= 0 && share <= 1) {
                labels[ROWS - 1 - Math.min(ROWS - 1, (int) (share * ROWS))] = tick.text();
            }
        }
        return labels;
    }

    /** Labels of the horizontal axis, each starting below its place, as far as they fit. */
    private String below() {
        StringBuilder text = new StringBuilder(" ".repeat(margin + 1));
        int width = WIDTH - margin - 1;
        for (Tick tick : chart.x().scale().ticks(across, 6)) {
            int at = margin + 1 + (int) Math.min(width - 1, chart.x().scale().share(across, tick.at()) * width);
            int from = Math.max(margin + 1, Math.min(at, WIDTH - tick.text().length()));
            if (from >= text.length() + (text.length() > margin + 1 ? 2 : 0)) {
                text.append(" ".repeat(from - text.length())).append(tick.text());
            }
        }
        String label = chart.x().label();
        return text.length() + 2 + label.length() <= WIDTH && !label.isEmpty() ? text + "  " + label : text.toString();
    }

    private String legend() {
        StringBuilder text = new StringBuilder(" ".repeat(margin + 1));
        List<ChartLayer.Line> lines = lines();
        for (int k = 0; k < lines.size(); k++) {
            String mark = k > 0 ? String.valueOf(mark(k)) : isAscii() ? "*" : "⠤⠒";
            text.append(mark).append(' ').append(lines.get(k).name()).append("   ");
        }
        List<ChartLayer.Band> bands = bands();
        for (int k = 0; k < bands.size(); k++) {
            text.append(bandMark(k)).append(' ').append(bands.get(k).name()).append("   ");
        }
        return text.toString();
    }

    private String line(String text) {
        String printable = PrintableText.of(isAscii() ? text.replaceAll("[^\\x00-\\x7f]", "?") : text)
                .stripTrailing();
        int most = printable.offsetByCodePoints(0, Math.min(WIDTH, printable.codePointCount(0, printable.length())));
        return String.format(Locale.ROOT, "%s%n", printable.substring(0, most));
    }
}
