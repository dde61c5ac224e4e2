package lstm.chart;

import java.util.Arrays;
import java.util.List;
import lstm.chart.Canvas.Anchor;

/** Lays out a chart: title and note, legend, grid, labels, data. */
final class ChartPainter {
    /** Width of a chart on its own, in points. */
    static final int WIDTH = 760;

    /** Height of a chart on its own, in points. */
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
    private final double width;
    private final double height;
    private final double right;
    private final double top;
    private final double bottom;

    private ChartPainter(Chart chart, Canvas canvas, double width, double height) {
        this.chart = chart;
        this.canvas = canvas;
        this.width = width;
        this.height = height;
        across = chart.across();
        upwards = chart.upwards();
        right = width - EDGE - endRoom();
        values = chart.y().scale().ticks(upwards, 6);
        left = EDGE
                + 8
                + values.stream()
                        .mapToDouble(tick -> Canvas.width(tick.text(), LABEL))
                        .max()
                        .orElse(0);
        top = new Legend(chart).paint(canvas, left, right, headEnd(), LABEL, LINE) + 10;
        bottom = height - (chart.x().label().isEmpty() ? 32 : 48);
    }

    /** Paints a chart that fills the given size; the background is left as it is. */
    static void paint(Chart chart, Canvas canvas, double width, double height) {
        ChartPainter painter = new ChartPainter(chart, canvas, width, height);
        painter.head();
        painter.grid();
        for (ChartLayer layer : chart.layers()) {
            painter.layer(layer);
        }
    }

    /** The room that values beside the ends of lines need. */
    private double endRoom() {
        return chart.layers().stream()
                .filter(layer -> layer instanceof ChartLayer.Line line && line.markers() == Markers.LAST)
                .mapToDouble(layer -> Canvas.width(endText((ChartLayer.Line) layer), LABEL))
                .max()
                .orElse(0);
    }

    private String endText(ChartLayer.Line line) {
        return NumberTicks.between(upwards, line.y()[line.y().length - 1]);
    }

    private double headEnd() {
        return 10 + TITLE + (chart.note().isEmpty() ? 0 : LINE);
    }

    private void head() {
        double most = right - EDGE;
        canvas.text(ChartColor.TITLE, TITLE, Anchor.START, EDGE, 9 + TITLE, Canvas.cut(chart.title(), TITLE, most));
        if (!chart.note().isEmpty()) {
            canvas.text(
                    ChartColor.LABEL,
                    LABEL,
                    Anchor.START,
                    EDGE,
                    9 + TITLE + LINE,
                    Canvas.cut(chart.note(), LABEL, most));
        }
        canvas.text(
                ChartColor.LABEL,
                LABEL,
                Anchor.START,
                EDGE,
                top - 14,
                Canvas.cut(chart.y().label(), LABEL, most / 3));
    }

    private void grid() {
        for (Tick tick : values) {
            double y = y(tick.at());
            canvas.rule(ChartColor.GRID, left, y, right, y);
            canvas.text(ChartColor.LABEL, LABEL, Anchor.END, left - 8, y + 4, tick.text());
        }
        double freeFrom = 4;
        for (Tick tick : chart.x().scale().ticks(across, 8)) {
            double x = x(tick.at());
            canvas.rule(ChartColor.LABEL, x, bottom, x, bottom + 4);
            double half = Canvas.width(tick.text(), LABEL) / 2;
            double middle = Math.min(x, width - 4 - half);
            if (middle - half >= freeFrom) {
                canvas.text(ChartColor.LABEL, LABEL, Anchor.MIDDLE, middle, bottom + 18, tick.text());
                freeFrom = middle + half + 8;
            }
        }
        canvas.rule(ChartColor.LABEL, left, bottom, right, bottom);
        canvas.text(
                ChartColor.LABEL,
                LABEL,
                Anchor.MIDDLE,
                (left + right) / 2,
                height - 10,
                chart.x().label());
    }

    private void layer(ChartLayer layer) {
        double[] x = Arrays.stream(layer.x()).map(this::x).toArray();
        if (layer instanceof ChartLayer.Band band) {
            canvas.area(
                    band.color(),
                    Legend.BAND,
                    Thinning.thereAndBack(x),
                    Thinning.thereAndBack(places(band.lower()), places(band.upper())));
        } else if (layer instanceof ChartLayer.Line line) {
            double[] y = places(line.y());
            if (y.length > 1) {
                Thinning thin = Thinning.of(x, y);
                canvas.line(line.color(), 1.8, line.stroke(), thin.x(), thin.y());
            }
            for (int k = 0; k < y.length && line.isDotted(); k++) {
                canvas.dot(line.color(), 3, x[k], y[k]);
            }
            if (line.markers() == Markers.LAST) {
                int last = y.length - 1;
                canvas.dot(line.color(), 3, x[last], y[last]);
                canvas.text(line.color(), LABEL, Anchor.START, x[last] + 8, y[last] + 4, endText(line));
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
