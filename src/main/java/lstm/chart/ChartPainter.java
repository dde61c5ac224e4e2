package lstm.chart;

import java.util.Arrays;
import java.util.List;
import lstm.chart.Canvas.Anchor;

/** Lays a chart out: title and note, legend, grid, labels, data. */
final class ChartPainter {
    /** In points. */
    static final int WIDTH = 760;

    /** In points. */
    static final int HEIGHT = 340;

    private static final double EDGE = 16;
    private static final double TITLE = 15;
    private static final double LABEL = 12;
    private static final double LINE = 18;

    private final Chart chart;
    private final Canvas canvas;
    private final Extent across;
    private final Extent upwards;
    private final List<Tick> values;
    private final double left;
    private final double right = WIDTH - EDGE;
    private final double top;
    private final double bottom;

    private ChartPainter(Chart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        across = chart.across();
        upwards = chart.upwards();
        values = chart.y().scale().ticks(upwards, 6);
        left = EDGE
                + 8
                + values.stream()
                        .mapToDouble(tick -> Canvas.width(tick.text(), LABEL))
                        .max()
                        .orElse(0);
        top = new Legend(chart).paint(canvas, left, right, headEnd(), LABEL, LINE) + 10;
        bottom = HEIGHT - (chart.x().label().isEmpty() ? 32 : 48);
    }

    /** Draws a chart on a canvas of {@link #WIDTH} by {@link #HEIGHT}. */
    static void paint(Chart chart, Canvas canvas) {
        canvas.area(ChartColor.GROUND, 1, new double[] {0, WIDTH, WIDTH, 0}, new double[] {0, 0, HEIGHT, HEIGHT});
        ChartPainter painter = new ChartPainter(chart, canvas);
        painter.head();
        painter.grid();
        for (ChartLayer layer : chart.layers()) {
            painter.layer(layer);
        }
    }

    private double headEnd() {
        return 10 + TITLE + (chart.note().isEmpty() ? 0 : LINE);
    }

    private void head() {
        double most = right - EDGE;
        canvas.text(ChartColor.TITLE, TITLE, Anchor.START, EDGE, 9 + TITLE, cut(chart.title(), TITLE, most));
        if (!chart.note().isEmpty()) {
            canvas.text(ChartColor.LABEL, LABEL, Anchor.START, EDGE, 9 + TITLE + LINE, cut(chart.note(), LABEL, most));
        }
        canvas.text(
                ChartColor.LABEL,
                LABEL,
                Anchor.START,
                EDGE,
                top - 14,
                cut(chart.y().label(), LABEL, most / 3));
    }

    /** A name from a file may be of any length. */
    static String cut(String text, double size, double most) {
        if (Canvas.width(text, size) <= most) {
            return text;
        }
        int end = text.length();
        while (end > 0 && Canvas.width(text.substring(0, end) + "...", size) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "...";
    }

    private void grid() {
        for (Tick tick : values) {
            double y = y(tick.at());
            canvas.line(ChartColor.GRID, 1, false, new double[] {left, right}, new double[] {y, y});
            canvas.text(ChartColor.LABEL, LABEL, Anchor.END, left - 8, y + 4, tick.text());
        }
        double freeFrom = 4;
        for (Tick tick : chart.x().scale().ticks(across, 8)) {
            double x = x(tick.at());
            canvas.line(ChartColor.LABEL, 1, false, new double[] {x, x}, new double[] {bottom, bottom + 4});
            double half = Canvas.width(tick.text(), LABEL) / 2;
            double middle = Math.min(x, WIDTH - 4 - half);
            if (middle - half >= freeFrom) {
                canvas.text(ChartColor.LABEL, LABEL, Anchor.MIDDLE, middle, bottom + 18, tick.text());
                freeFrom = middle + half + 8;
            }
        }
        canvas.line(ChartColor.LABEL, 1, false, new double[] {left, right}, new double[] {bottom, bottom});
        canvas.text(
                ChartColor.LABEL,
                LABEL,
                Anchor.MIDDLE,
                (left + right) / 2,
                HEIGHT - 10,
                chart.x().label());
    }

    private void layer(ChartLayer layer) {
        double[] x = Arrays.stream(layer.x()).map(this::x).toArray();
        if (layer instanceof ChartLayer.Band band) {
            canvas.area(
                    band.tone(),
                    Legend.BAND,
                    Thinning.thereAndBack(x),
                    Thinning.thereAndBack(places(band.lower()), places(band.upper())));
        } else if (layer instanceof ChartLayer.Line line) {
            double[] y = places(line.y());
            if (y.length > 1) {
                Thinning thin = Thinning.of(x, y);
                canvas.line(line.tone(), 1.8, line.dashed(), thin.x(), thin.y());
            }
            for (int k = 0; k < y.length && (line.dots() || y.length == 1); k++) {
                canvas.dot(line.tone(), 3, x[k], y[k]);
            }
        }
    }

    private double[] places(double[] values) {
        return Arrays.stream(values).map(this::y).toArray();
    }

    private double x(double value) {
        return left + chart.x().scale().share(across, value) * (right - left);
    }

    private double y(double value) {
        return bottom - chart.y().scale().share(upwards, value) * (bottom - top);
    }
}
