package lstm.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.chart.ColorScale;
import lstm.chart.Spread;
import lstm.chart.SvgDocument;
import lstm.chart.SvgDocument.Anchor;
import lstm.explain.DependenceReach;
import lstm.network.CellSignal;
import lstm.text.NumberText;

/**
 * An explanation as a picture: above, how the forecast's dependence is spread over the window; below, for each layer,
 * the mean of each quantity at each step.
 */
public final class HeatMap {
    private static final int LEFT = 96;
    private static final int RIGHT = 118;
    private static final int PLOT = 720;
    private static final int BARS = 110;
    private static final int TOP = 78;
    private static final int ROW = 17;
    private static final int GAP = 10;
    private static final int FOOT = 66;
    private static final int BAR_SCALE = 90;
    private static final String GRADIENT = "#0072b2";
    private static final String OCCLUSION = "#e69f00";

    private final ExplanationReport explained;
    private final int steps;
    private final double cell;
    private final SvgDocument svg;
    private double y = TOP + BARS + 24;

    private HeatMap(ExplanationReport explained) {
        this.explained = explained;
        steps = explained.dates().size();
        cell = (double) PLOT / steps;
        int rows = explained.layers().stream().mapToInt(Map::size).sum();
        int height = (int) y + rows * ROW + explained.layers().size() * GAP + FOOT;
        svg = new SvgDocument(LEFT + PLOT + RIGHT, height);
    }

    /** The picture as an SVG file. */
    public static byte[] svg(ExplanationReport explained) {
        return new HeatMap(explained).draw();
    }

    private byte[] draw() {
        List<String> dates = explained.dates();
        svg.title(
                LEFT,
                26,
                explained.columns().get(0) + ", forecast after " + dates.get(steps - 1) + ": "
                        + NumberText.of(explained.explanation().forecast()));
        dependence();
        for (int layer = 1; layer <= explained.layers().size(); layer++) {
            svg.remark(8, y + 12, Anchor.START, "layer " + layer);
            explained.layers().get(layer - 1).forEach(this::quantity);
            y += GAP;
        }
        dates(y + 6);
        scales(y + 44);
        return svg.bytes();
    }

    private void dependence() {
        double[] gradient =
                DependenceReach.of(explained.explanation().gradient()).shares();
        double[] occlusion =
                DependenceReach.of(explained.explanation().occlusion()).shares();
        double largest = 1e-12;
        for (int t = 0; t < steps; t++) {
            largest = Math.max(largest, Math.max(gradient[t], occlusion[t]));
        }
        svg.box(LEFT, 44, 12, 10, GRADIENT, "");
        svg.text(LEFT + 18, 53, Anchor.START, "share of the forecast's gradient by each row");
        svg.dot(LEFT + 306, 49, OCCLUSION);
        svg.text(LEFT + 316, 53, Anchor.START, "share of what replacing the row by the window's mean does");
        double floor = TOP + BARS;
        svg.rule(LEFT, TOP, LEFT + PLOT, TOP);
        svg.remark(LEFT - 6, TOP + 4, Anchor.END, percent(largest));
        svg.remark(LEFT - 6, floor, Anchor.END, "0");
        for (int t = 0; t < steps; t++) {
            double height = BARS * gradient[t] / largest;
            String tip = explained.dates().get(t) + ": gradient " + percent(gradient[t]) + ", occlusion "
                    + percent(occlusion[t]);
            svg.box(x(t) + 0.1 * cell, floor - height, 0.8 * cell, height, GRADIENT, tip);
            svg.dot(x(t) + cell / 2, floor - BARS * occlusion[t] / largest, OCCLUSION);
        }
        svg.rule(LEFT, floor, LEFT + PLOT, floor);
    }

    private void quantity(CellSignal quantity, float[][] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] step : values) {
            low = Math.min(low, Spread.of(step).mean());
            high = Math.max(high, Spread.of(step).mean());
        }
        double widest = Math.max(1e-12, Math.max(Math.abs(low), Math.abs(high)));
        svg.text(LEFT - 6, y + 12, Anchor.END, quantity.toString());
        for (int t = 0; t < steps; t++) {
            Spread spread = Spread.of(values[t]);
            String colour = quantity.isGate()
                    ? ColorScale.GATE.of(spread.mean())
                    : ColorScale.SIGNED.of(spread.mean() / widest);
            String tip = explained.dates().get(t) + ": " + quantity + " " + NumberText.rounded(spread.mean(), 3)
                    + " (sd " + NumberText.rounded(spread.sd(), 2) + ")";
            svg.box(x(t), y, cell, ROW - 1, colour, tip);
        }
        svg.remark(
                LEFT + PLOT + 6,
                y + 12,
                Anchor.START,
                NumberText.rounded(low, 2) + " to " + NumberText.rounded(high, 2));
        y += ROW;
    }

    private void dates(double from) {
        int every = Math.max(1, (steps + 5) / 6);
        for (int t = steps - 1; t >= 0; t -= every) {
            svg.rule(x(t) + cell / 2, from - GAP, x(t) + cell / 2, from - GAP + 5);
            svg.remark(
                    x(t) + cell / 2, from + 8, Anchor.MIDDLE, explained.dates().get(t));
        }
    }

    private void scales(double from) {
        scale(LEFT, from, ColorScale.GATE, 0, "gates: 0, shut", "1, open");
        scale(LEFT + 330, from, ColorScale.SIGNED, -1, "others: negative", "positive, to the row's largest");
    }

    private void scale(double x, double from, ColorScale shade, double least, String low, String high) {
        int parts = 30;
        double start = x + 96;
        svg.remark(start - 6, from + 9, Anchor.END, low);
        for (int k = 0; k < parts; k++) {
            double value = least + (1 - least) * k / (parts - 1);
            svg.box(
                    start + k * (double) BAR_SCALE / parts,
                    from,
                    (double) BAR_SCALE / parts + 0.3,
                    10,
                    shade.of(value),
                    "");
        }
        svg.remark(start + BAR_SCALE + 6, from + 9, Anchor.START, high);
    }

    private double x(int t) {
        return LEFT + t * cell;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
