package lstm.chart;

import java.util.List;

/**
 * A picture of data, before it is drawn.
 *
 * @param title what it shows
 * @param note a line under the title; empty if there is nothing to say
 * @param x the lower side
 * @param y the left side
 * @param layers from back to front, each with finite values; on a logarithmic axis above 0
 */
public record Chart(String title, String note, Axis x, Axis y, List<ChartLayer> layers) {
    /** Checks that there is something to draw, and that it can be. */
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

    /** The same under another title. */
    public Chart withTitle(String other) {
        return new Chart(other, note, x, y, layers);
    }

    /** From the first place to the last. */
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

    /** From the lowest value to the highest. */
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
