package lstm.report;

import java.util.Locale;
import lstm.chart.Canvas;
import lstm.chart.Canvas.Anchor;
import lstm.chart.ChartColor;
import lstm.chart.ColorScale;
import lstm.chart.Figure;
import lstm.chart.Fill;
import lstm.explain.DependenceReach;
import lstm.text.CharacterSet;
import lstm.text.NumberText;

/**
 * An explanation as a figure. At the top: how the forecast's dependence is spread over the window. Below, for each
 * layer: each cell signal at each step, as the mean over the units or of single units.
 */
public record HeatMap(ExplanationReport explained) implements Figure {
    private static final int LEFT = 110;
    private static final int RIGHT = 150;
    private static final int PLOT = 720;
    private static final int BARS = 110;
    private static final int TOP = 78;
    private static final int FLOOR = TOP + BARS;
    private static final int SIGNALS = FLOOR + 24;
    private static final int ROW = 17;
    /** The height of a layer of many units; a row of it is at least a point high. */
    private static final int MOST = 480;

    private static final int GAP = 10;
    private static final int FOOT = 66;
    private static final int SCALE = 90;
    private static final double TITLE = 15;
    private static final double TEXT = 12;
    private static final double SMALL = 11;
    private static final ChartColor GRADIENT = ChartColor.NAIVE;
    private static final ChartColor OCCLUSION = ChartColor.ORANGE;
    private static final String GRADIENT_NAME = "dependence on each row, by gradient";
    private static final String OCCLUSION_NAME = "by replacing it with the mean";

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
        double rows = 0;
        int before = 0;
        for (SignalRow row : explained.rows()) {
            rows += rowHeight() + (row.layer() == before ? 0 : GAP);
            before = row.layer();
        }
        return SIGNALS + (int) Math.ceil(rows) + FOOT;
    }

    private double rowHeight() {
        long units =
                explained.rows().stream().mapToInt(SignalRow::unit).distinct().count();
        return Math.max(1, Math.min(ROW, Math.floor((double) MOST / units)));
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
        double y = SIGNALS - GAP;
        SignalRow before = null;
        for (SignalRow row : explained.rows()) {
            boolean isFirst = before == null || row.layer() != before.layer();
            if (isFirst) {
                y += GAP;
                canvas.text(ChartColor.LABEL, SMALL, Anchor.START, 12, y + 12, "layer " + row.layer());
            }
            label(canvas.at(0, y), row, isFirst);
            row(canvas.at(0, y), row);
            y += rowHeight();
            before = row;
        }
        dates(canvas.at(0, y + 6));
        scales(canvas.at(0, y + 54));
    }

    /** The name of a row and its range; units that share a range show it once, and not every thin row has a number. */
    private void label(Canvas canvas, SignalRow row, boolean isFirst) {
        boolean isEach = explained.shown().each().isPresent();
        if (isEach && isFirst) {
            canvas.text(
                    ChartColor.LABEL, SMALL, Anchor.START, 12, 27, row.signal().toString());
        }
        int every = (int) Math.ceil(SMALL / rowHeight());
        if (!isEach) {
            canvas.text(
                    ChartColor.TITLE,
                    TEXT,
                    Anchor.END,
                    LEFT - 6,
                    12,
                    row.signal().toString());
        } else if (row.unit() % every == 0 || isFirst && every <= 2) {
            String unit = Integer.toString(row.unit());
            canvas.text(ChartColor.LABEL, SMALL, Anchor.END, LEFT - 6, rowHeight() / 2 + 4, unit);
        }
        if (isFirst || !isEach) {
            canvas.text(
                    ChartColor.LABEL,
                    SMALL,
                    Anchor.START,
                    LEFT + PLOT + 6,
                    12,
                    row.range().toString());
        }
    }

    private void scales(Canvas canvas) {
        String of = explained.shown().each().isPresent() ? "layer" : "row";
        boolean gates = explained.rows().stream().anyMatch(row -> row.signal().isGate());
        if (gates) {
            scale(canvas.at(LEFT + 96, 0), ColorScale.GATE, 0, "gates: the " + of + "'s lowest", "highest");
        }
        if (explained.rows().stream().anyMatch(row -> !row.signal().isGate())) {
            String high = "positive, up to the " + of + "'s largest";
            scale(canvas.at(LEFT + (gates ? 426 : 96), 0), ColorScale.SIGNED, -1, "others: negative", high);
        }
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
            String tip =
                    explained.place(t) + ": gradient " + percent(gradient[t]) + ", occlusion " + percent(occlusion[t]);
            canvas.box(GRADIENT, x(t) + 0.1 * step(), FLOOR - height, 0.8 * step(), height, tip);
        }
        for (int t = 0; t < steps(); t++) {
            canvas.dot(OCCLUSION, 2.5, x(t) + step() / 2, FLOOR - BARS * occlusion[t] / largest);
        }
        canvas.rule(ChartColor.LABEL, LEFT, FLOOR, LEFT + PLOT, FLOOR);
        int made = explained.forecast().made();
        if (made > 0) {
            bound(canvas, steps() - made, Anchor.START, "rows forecast before");
        }
        int padded = explained.forecast().padded();
        if (padded > 0) {
            bound(canvas, padded, Anchor.END, "padding");
        }
    }

    /** A line between two rows of the window, and what stands on one side of it. */
    private void bound(Canvas canvas, int t, Anchor anchor, String side) {
        canvas.rule(ChartColor.LABEL, x(t), TOP - 4, x(t), FLOOR);
        canvas.text(ChartColor.LABEL, SMALL, anchor, x(t) + (anchor == Anchor.START ? 4 : -4), TOP - 8, side);
    }

    private void row(Canvas canvas, SignalRow row) {
        boolean isGate = row.signal().isGate();
        String name = row.signal() + (row.unit() == 0 ? "" : " of unit " + row.unit());
        double gap = rowHeight() > 6 ? 1 : 0;
        for (int t = 0; t < steps(); t++) {
            double value = row.values()[t];
            Fill color = isGate
                    ? ColorScale.GATE.of(row.range().share(value))
                    : ColorScale.SIGNED.of(value / row.range().largest());
            String spread = row.unit() == 0 ? " (sd " + NumberText.rounded(row.deviations()[t], 2) + ")" : "";
            String tip = explained.place(t) + ": " + name + " " + NumberText.rounded(value, 3) + spread;
            canvas.box(color, x(t), 0, step(), rowHeight() - gap, tip);
        }
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
