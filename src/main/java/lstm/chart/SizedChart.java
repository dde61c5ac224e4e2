package lstm.chart;

import lstm.text.CharacterSet;

/** A chart in a size of its own; in characters it is as any other. */
public record SizedChart(Chart chart, int width, int height) implements Figure {
    @Override
    public String description() {
        return chart.description();
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.background(width, height);
        chart.paint(canvas, width, height);
    }

    @Override
    public String text(CharacterSet characters) {
        return chart.text(characters);
    }
}
