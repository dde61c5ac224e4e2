package lstm.chart;

import java.util.List;
import lstm.text.CharacterSet;

/**
 * Data over a horizontal and a vertical axis.
 *
 * @param title what it shows
 * @param note a line under the title; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers at least one, from back to front, the most important last, with finite values, which are positive on a
 *     logarithmic axis
 */
public record Chart(String title, String note, Axis x, Axis y, List<ChartLayer> layers) implements Figure {
    /** Checks that there is at least one layer and that each value can be drawn. */
    public Chart {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a chart of nothing");
        }
        for (ChartLayer layer : layers) {
            for (int k = 0; k < layer.x().length; k++) {
                double sum = layer.x()[k] / 4 + layer.low(k) / 4 + layer.high(k) / 4;
                if (!Double.isFinite(sum) || y.scale() == AxisScale.LOG && layer.low(k) <= 0) {
                    throw new IllegalArgumentException(layer.name() + ": a value that cannot be drawn");
                }
            }
        }
    }

    @Override
    public String description() {
        return note.isEmpty() ? title : title + ". " + note;
    }

    @Override
    public int width() {
        return ChartPainter.WIDTH;
    }

    @Override
    public int height() {
        return ChartPainter.HEIGHT;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.background(width(), height());
        ChartPainter.paint(this, canvas, width(), height());
    }

    /** Paints the chart as a part of a larger figure, whose background is painted already. */
    public void paint(Canvas canvas, double width, double height) {
        ChartPainter.paint(this, canvas, width, height);
    }

    @Override
    public String text(CharacterSet characters) {
        return TextChart.of(this, characters);
    }

    /** A copy with another title. */
    public Chart withTitle(String other) {
        return new Chart(other, note, x, y, layers);
    }

    /** The range of the horizontal axis. */
    Extent across() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ChartLayer layer : layers) {
            for (double x : layer.x()) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        return x.scale().padded(low, high);
    }

    /** The range of the vertical axis. */
    Extent upwards() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ChartLayer layer : layers) {
            for (int k = 0; k < layer.x().length; k++) {
                low = Math.min(low, layer.low(k));
                high = Math.max(high, layer.high(k));
            }
        }
        return y.scale().padded(low, high);
    }
}
