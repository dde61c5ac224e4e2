package lstm.chart;

import java.util.Arrays;

/** A canvas on another one, with an origin of its own. */
record OffsetCanvas(Canvas canvas, double dx, double dy) implements Canvas {
    @Override
    public void line(ChartColor color, double width, Stroke stroke, double[] x, double[] y) {
        canvas.line(color, width, stroke, moved(x, dx), moved(y, dy));
    }

    @Override
    public void area(ChartColor color, double opacity, double[] x, double[] y) {
        canvas.area(color, opacity, moved(x, dx), moved(y, dy));
    }

    @Override
    public void box(Fill fill, double x, double y, double width, double height, String tip) {
        canvas.box(fill, x + dx, y + dy, width, height, tip);
    }

    @Override
    public void dot(ChartColor color, double radius, double x, double y) {
        canvas.dot(color, radius, x + dx, y + dy);
    }

    @Override
    public void text(ChartColor color, double size, Anchor anchor, double x, double y, String text) {
        canvas.text(color, size, anchor, x + dx, y + dy, text);
    }

    private static double[] moved(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }
}
