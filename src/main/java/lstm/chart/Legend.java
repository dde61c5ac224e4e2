package lstm.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lstm.chart.Canvas.Anchor;

/**
 * What the colors mean: right-aligned rows above the data. What is drawn last, on top, matters most and comes first.
 */
final class Legend {
    /** Opacity of a band. */
    static final double BAND = 0.22;

    private static final double SAMPLE = 22;
    private static final double GAP = 18;

    private final List<ChartLayer> named;

    Legend(Chart chart) {
        named = new ArrayList<>(chart.layers());
        named.removeIf(layer -> layer.name().isEmpty());
        Collections.reverse(named);
    }

    /** Draws it below {@code y} and returns where it ends; without names it takes no room. */
    double paint(Canvas canvas, double left, double right, double y, double size, double line) {
        if (named.isEmpty()) {
            return y;
        }
        double most = (right - left) * 0.7;
        List<ChartLayer> row = new ArrayList<>();
        double width = 0;
        double at = y;
        for (ChartLayer layer : named) {
            double next = width(layer, size, most);
            if (!row.isEmpty() && width + next > most) {
                at += line;
                row(canvas, row, right - width + GAP, at, size, most);
                row.clear();
                width = 0;
            }
            row.add(layer);
            width += next;
        }
        at += line;
        row(canvas, row, right - width + GAP, at, size, most);
        return at;
    }

    private static double width(ChartLayer layer, double size, double most) {
        return SAMPLE + 6 + Canvas.width(name(layer, size, most), size) + GAP;
    }

    private static String name(ChartLayer layer, double size, double most) {
        return Canvas.cut(layer.name(), size, most / 2);
    }

    /** How many bands overlap where this one is drawn: its sample in the legend is as dark as it is in the chart. */
    private int covers(ChartLayer layer) {
        return (int) named.subList(named.indexOf(layer), named.size()).stream()
                .filter(ChartLayer.Band.class::isInstance)
                .count();
    }

    private void row(Canvas canvas, List<ChartLayer> row, double from, double y, double size, double most) {
        double x = from;
        for (ChartLayer layer : row) {
            sample(canvas, layer, x, y - 4);
            canvas.text(ChartColor.LABEL, size, Anchor.START, x + SAMPLE + 6, y, name(layer, size, most));
            x += width(layer, size, most);
        }
    }

    private void sample(Canvas canvas, ChartLayer layer, double x, double y) {
        double end = x + SAMPLE;
        if (layer instanceof ChartLayer.Band) {
            for (int k = covers(layer); k > 0; k--) {
                canvas.area(
                        layer.color(), BAND, new double[] {x, end, end, x}, new double[] {y - 5, y - 5, y + 5, y + 5});
            }
        } else if (layer instanceof ChartLayer.Line line) {
            if (layer.x().length > 1) {
                canvas.line(layer.color(), 1.8, line.stroke(), new double[] {x, end}, new double[] {y, y});
            }
            if (line.isDotted()) {
                canvas.dot(layer.color(), 3, x + SAMPLE / 2, y);
            }
        }
    }
}
