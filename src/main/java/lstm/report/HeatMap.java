package lstm.report;

import java.util.Locale;
import java.util.Map;
import lstm.chart.Canvas;
import lstm.chart.Canvas.Anchor;
import lstm.chart.ChartColor;
import lstm.chart.ColorScale;
import lstm.chart.Figure;
import lstm.chart.Spread;
import lstm.explain.DependenceReach;
import lstm.network.CellSignal;
import lstm.text.CharacterSet;
import lstm.text.NumberText;

/**
 * An explanation as a figure. At the top: how the forecast's dependence is spread over the window. Below, for each
 * layer: the mean of each cell signal over the units, at each step.
 */
public record HeatMap(ExplanationReport explained) implements Figure {
    private static final int LEFT = 110;
    private static final int RIGHT = 130;
    private static final int PLOT = 720;
    private static final int BARS = 110;
    private static final int TOP = 78;
    private static final int FLOOR = TOP + BARS;
    private static final int SIGNALS = FLOOR + 24;
    private static final int ROW = 17;
    private static final int GAP = 10;
    private static final int FOOT = 66;
    private static final int SCALE = 90;
    private static final double TITLE = 15;
    private static final double TEXT = 12;
    private static final double SMALL = 11;
    private static final ChartColor GRADIENT = ChartColor.NAIVE;
    private static final ChartColor OCCLUSION = ChartColor.ORANGE;
    private static final String GRADIENT_NAME = "each row's share of the forecast's gradient";
    private static final String OCCLUSION_NAME = "its share of the effect of replacing rows by the window's mean";

    @Override
    public String description() {
        return explained.title();
    }

    @Override
    public int width() {
        return LEFT + PLOT + RIGHT;
    }

    @Override
    public int height() {
        int rows = explained.layers().stream().mapToInt(Map::size).sum();
        return SIGNALS + rows * ROW + explained.layers().size() * GAP + FOOT;
    }

    @Override
    public String text(CharacterSet characters) {
        return new HeatMapText(explained, characters).toString();
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.background(width(), height());
        String title = Canvas.cut(explained.title(), TITLE, PLOT);
        canvas.text(ChartColor.TITLE, TITLE, Anchor.START, LEFT, 26, title);
        legend(canvas);
        dependence(canvas);
        double y = SIGNALS;
        int number = 1;
        for (Map<CellSignal, float[][]> layer : explained.layers()) {
            canvas.text(ChartColor.LABEL, SMALL, Anchor.START, 12, y + 12, "layer " + number++);
            for (Map.Entry<CellSignal, float[][]> signal : layer.entrySet()) {
                row(canvas.at(0, y), signal.getKey(), signal.getValue());
                y += ROW;
            }
            y += GAP;
        }
        dates(canvas.at(0, y - 4));
        scale(canvas.at(LEFT + 96, y + 44), ColorScale.GATE, 0, "gates: 0, closed", "1, open");
        scale(
                canvas.at(LEFT + 426, y + 44),
                ColorScale.SIGNED,
                -1,
                "others: negative",
                "positive, up to the row's largest");
    }

    private static void legend(Canvas canvas) {
        canvas.box(GRADIENT, LEFT, 44, 12, 10, "");
        canvas.text(ChartColor.TITLE, TEXT, Anchor.START, LEFT + 18, 53, GRADIENT_NAME);
        double x = LEFT + 18 + Canvas.width(GRADIENT_NAME, TEXT) + 22;
        canvas.dot(OCCLUSION, 2.5, x, 49);
        canvas.text(ChartColor.TITLE, TEXT, Anchor.START, x + 10, 53, OCCLUSION_NAME);
    }

    private void dependence(Canvas canvas) {
        double[] gradient =
                DependenceReach.of(explained.explanation().gradient()).shares();
        double[] occlusion =
                DependenceReach.of(explained.explanation().occlusion()).shares();
        double largest = 1e-12;
        for (int t = 0; t < steps(); t++) {
            largest = Math.max(largest, Math.max(gradient[t], occlusion[t]));
        }
        canvas.rule(ChartColor.GRID, LEFT, TOP, LEFT + PLOT, TOP);
        canvas.text(ChartColor.LABEL, SMALL, Anchor.END, LEFT - 6, TOP + 4, percent(largest));
        canvas.text(ChartColor.LABEL, SMALL, Anchor.END, LEFT - 6, FLOOR + 4, "0");
        for (int t = 0; t < steps(); t++) {
            double height = BARS * gradient[t] / largest;
            String tip = explained.dates().get(t) + ": gradient " + percent(gradient[t]) + ", occlusion "
                    + percent(occlusion[t]);
            canvas.box(GRADIENT, x(t) + 0.1 * step(), FLOOR - height, 0.8 * step(), height, tip);
        }
        for (int t = 0; t < steps(); t++) {
            canvas.dot(OCCLUSION, 2.5, x(t) + step() / 2, FLOOR - BARS * occlusion[t] / largest);
        }
        canvas.rule(ChartColor.LABEL, LEFT, FLOOR, LEFT + PLOT, FLOOR);
    }

    private void row(Canvas canvas, CellSignal signal, float[][] values) {
        SignalRange range = SignalRange.of(values);
        canvas.text(ChartColor.TITLE, TEXT, Anchor.END, LEFT - 6, 12, signal.toString());
        for (int t = 0; t < steps(); t++) {
            Spread spread = Spread.of(values[t]);
            ColorScale scale = signal.isGate() ? ColorScale.GATE : ColorScale.SIGNED;
            double value = signal.isGate() ? spread.mean() : spread.mean() / range.largest();
            String tip = explained.dates().get(t) + ": " + signal + " " + NumberText.rounded(spread.mean(), 3) + " (sd "
                    + NumberText.rounded(spread.sd(), 2) + ")";
            canvas.box(scale.of(value), x(t), 0, step(), ROW - 1, tip);
        }
        canvas.text(ChartColor.LABEL, SMALL, Anchor.START, LEFT + PLOT + 6, 12, range.toString());
    }

    private void dates(Canvas canvas) {
        int every = Math.max(1, (steps() + 5) / 6);
        for (int t = steps() - 1; t >= 0; t -= every) {
            double x = x(t) + step() / 2;
            canvas.rule(ChartColor.LABEL, x, 0, x, 4);
            canvas.text(
                    ChartColor.LABEL,
                    SMALL,
                    Anchor.MIDDLE,
                    x,
                    18,
                    explained.dates().get(t));
        }
    }

    private static void scale(Canvas canvas, ColorScale scale, double least, String low, String high) {
        int parts = 30;
        canvas.text(ChartColor.LABEL, SMALL, Anchor.END, -6, 9, low);
        for (int k = 0; k < parts; k++) {
            double value = least + (1 - least) * k / (parts - 1);
            canvas.box(scale.of(value), k * (double) SCALE / parts, 0, (double) SCALE / parts, 10, "");
        }
        canvas.text(ChartColor.LABEL, SMALL, Anchor.START, SCALE + 6, 9, high);
    }

    private int steps() {
        return explained.dates().size();
    }

    private double step() {
        return (double) PLOT / steps();
    }

    private double x(int t) {
        return LEFT + t * step();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
