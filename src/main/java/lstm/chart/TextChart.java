package lstm.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lstm.text.LabelledLines;

/**
 * A chart in characters, for a terminal of 80 columns. The first line is drawn in dots of braille, eight to a
 * character, or in asterisks where only ASCII is to be had; the others in letters, as the last line says. No colours,
 * so that it reads the same everywhere.
 */
public final class TextChart {
    private static final int WIDTH = 79;
    private static final int ROWS = 12;
    private static final String MARKS = "ox+#";
    private static final String BAND_MARKS = ".:-=";

    private final Chart chart;
    private final boolean ascii;
    private final Extent across;
    private final Extent upwards;
    private final List<Tick> values;
    private final int margin;
    private final CharacterGrid grid;

    private TextChart(Chart chart, boolean ascii) {
        this.chart = chart;
        this.ascii = ascii;
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
     * @param ascii whether nothing but ASCII is to be used
     */
    public static String of(Chart chart, boolean ascii) {
        TextChart text = new TextChart(chart, ascii);
        text.draw();
        return text.text();
    }

    /** Of bands the bounds are drawn; lines go over them, the first over the others, and single points over all. */
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
        } else if (ascii) {
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

    private static char mark(int line) {
        return MARKS.charAt((line - 1) % MARKS.length());
    }

    /** What happened comes first: it is drawn finest and over the rest. */
    private List<ChartLayer.Line> lines() {
        List<ChartLayer.Line> lines = new ArrayList<>();
        for (ChartLayer layer : chart.layers()) {
            if (layer instanceof ChartLayer.Line line) {
                lines.add(line.tone() == ChartColor.ACTUAL ? 0 : lines.size(), line);
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
            text.append(
                    line(" ".repeat(margin - 1 - label.length()) + label + " " + (ascii ? "|" : "│") + grid.row(row)));
        }
        text.append(line(" ".repeat(margin)
                + (ascii ? "+" + "-".repeat(WIDTH - margin - 1) : "└" + "─".repeat(WIDTH - margin - 1))));
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

    /** Labels of the lower side, each begun under its place, as far as there is room. */
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
            String mark = k > 0 ? String.valueOf(mark(k)) : ascii ? "*" : "⠤⠒";
            text.append(mark).append(' ').append(lines.get(k).name()).append("   ");
        }
        List<ChartLayer.Band> bands = bands();
        for (int k = 0; k < bands.size(); k++) {
            text.append(bandMark(k)).append(' ').append(bands.get(k).name()).append("   ");
        }
        return text.toString();
    }

    private String line(String text) {
        String printable = LabelledLines.printable(ascii ? text.replaceAll("[^\\x00-\\x7f]", "?") : text)
                .stripTrailing();
        int most = printable.offsetByCodePoints(0, Math.min(WIDTH, printable.codePointCount(0, printable.length())));
        return String.format(Locale.ROOT, "%s%n", printable.substring(0, most));
    }
}
