package lstm.chart;

import java.util.Locale;

/**
 * An SVG. It holds no time, no address and no random name, so that equal charts are equal bytes; its text is text,
 * shown in the reader's own sans-serif font; its colours follow the reader's light or dark setting.
 */
public final class SvgCanvas implements Canvas {
    private final StringBuilder shapes = new StringBuilder();

    /** A whole file. */
    static String file(Chart chart) {
        return svg(chart, "<style>" + style() + "</style>\n");
    }

    /** A part of a page whose style sheet has {@link #style()}. */
    public static String inline(Chart chart) {
        return svg(chart, "");
    }

    private static String svg(Chart chart, String style) {
        SvgCanvas canvas = new SvgCanvas();
        ChartPainter.paint(chart, canvas);
        String about = chart.note().isEmpty() ? chart.title() : chart.title() + ". " + chart.note();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lstm\" role=\"img\" aria-label=\""
                + Markup.escape(about) + "\" width=\"" + ChartPainter.WIDTH + "\" height=\"" + ChartPainter.HEIGHT
                + "\" viewBox=\"0 0 " + ChartPainter.WIDTH + " " + ChartPainter.HEIGHT + "\">\n" + style
                + canvas.shapes + "</svg>\n";
    }

    /** The colours, for light and dark. */
    public static String style() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (ChartColor tone : ChartColor.values()) {
            light.append(rule(tone, tone.light()));
            dark.append(rule(tone, tone.dark()));
        }
        return ".lstm{font-family:sans-serif}" + light + "@media (prefers-color-scheme:dark){" + dark + "}";
    }

    private static String rule(ChartColor tone, int colour) {
        return String.format(Locale.ROOT, ".lstm .%s{color:#%06x}", tone, colour);
    }

    @Override
    public void line(ChartColor tone, double width, boolean dashed, double[] x, double[] y) {
        open("path", tone);
        attribute("d", path(x, y));
        shapes.append(" fill=\"none\" stroke=\"currentColor\" stroke-linejoin=\"round\"");
        attribute("stroke-width", number(width));
        shapes.append(dashed ? " stroke-dasharray=\"5 4\"/>\n" : "/>\n");
    }

    @Override
    public void area(ChartColor tone, double opacity, double[] x, double[] y) {
        open("path", tone);
        attribute("d", path(x, y) + "Z");
        shapes.append(" fill=\"currentColor\"");
        if (opacity < 1) {
            attribute("fill-opacity", Double.toString(opacity));
        }
        shapes.append("/>\n");
    }

    @Override
    public void dot(ChartColor tone, double radius, double x, double y) {
        open("circle", tone);
        attribute("cx", number(x));
        attribute("cy", number(y));
        attribute("r", number(radius));
        shapes.append(" fill=\"currentColor\"/>\n");
    }

    @Override
    public void text(ChartColor tone, double size, Anchor anchor, double x, double y, String text) {
        if (text.isEmpty()) {
            return;
        }
        open("text", tone);
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("font-size", number(size));
        if (anchor != Anchor.START) {
            attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        }
        shapes.append(" fill=\"currentColor\">").append(Markup.escape(text)).append("</text>\n");
    }

    private void open(String name, ChartColor tone) {
        shapes.append('<').append(name);
        attribute("class", tone.toString());
    }

    private void attribute(String name, String value) {
        shapes.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        for (int k = 0; k < x.length; k++) {
            path.append(k == 0 ? 'M' : 'L').append(number(x[k])).append(' ').append(number(y[k]));
        }
        return path.toString();
    }

    /** To a tenth of a point. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
