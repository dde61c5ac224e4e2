package lstm.chart;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An SVG. It holds no time, no address and no random name, so that equal figures are equal bytes. Text stays text,
 * shown in the reader's own sans-serif font; colors follow the reader's light or dark setting.
 */
public final class SvgCanvas implements Canvas {
    private final StringBuilder shapes = new StringBuilder();

    /** A whole file. */
    static String file(Figure figure) {
        return svg(figure, "<style>" + style() + "</style>\n");
    }

    /** An element for a page whose style sheet includes {@link #style()}. */
    public static String inline(Figure figure) {
        return svg(figure, "");
    }

    private static String svg(Figure figure, String style) {
        SvgCanvas canvas = new SvgCanvas();
        figure.paint(canvas);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lstm\" role=\"img\" aria-label=\""
                + Markup.escape(figure.description()) + "\" width=\"" + figure.width() + "\" height=\""
                + figure.height()
                + "\" viewBox=\"0 0 " + figure.width() + " " + figure.height() + "\">\n" + style
                + canvas.shapes + "</svg>\n";
    }

    /** Style rules that define the colors, for light and dark. */
    public static String style() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (ChartColor color : ChartColor.values()) {
            light.append(rule(color, color.light()));
            dark.append(rule(color, color.dark()));
        }
        return ".lstm{font-family:sans-serif}" + light + "@media (prefers-color-scheme:dark){" + dark + "}";
    }

    private static String rule(ChartColor color, int rgb) {
        return ".lstm ." + color + "{color:" + hex(rgb) + "}";
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    @Override
    public void line(ChartColor color, double width, Stroke stroke, double[] x, double[] y) {
        open("path", color);
        attribute("d", path(x, y));
        shapes.append(" fill=\"none\" stroke=\"currentColor\" stroke-linejoin=\"round\"");
        attribute("stroke-width", number(width));
        if (!stroke.dashes().isEmpty()) {
            attribute(
                    "stroke-dasharray",
                    stroke.dashes().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        shapes.append("/>\n");
    }

    @Override
    public void area(ChartColor color, double opacity, double[] x, double[] y) {
        open("path", color);
        attribute("d", path(x, y) + "Z");
        shapes.append(" fill=\"currentColor\"");
        if (opacity < 1) {
            attribute("fill-opacity", Double.toString(opacity));
        }
        shapes.append("/>\n");
    }

    @Override
    public void box(Fill fill, double x, double y, double width, double height, String tip) {
        shapes.append("<rect");
        if (fill instanceof ChartColor color) {
            attribute("class", color.toString());
        }
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("width", number(width));
        attribute("height", number(height));
        attribute("fill", fill instanceof RgbColor color ? hex(color.rgb()) : "currentColor");
        attribute("shape-rendering", "crispEdges");
        shapes.append(tip.isEmpty() ? "/>\n" : "><title>" + Markup.escape(tip) + "</title></rect>\n");
    }

    @Override
    public void dot(ChartColor color, double radius, double x, double y) {
        open("circle", color);
        attribute("cx", number(x));
        attribute("cy", number(y));
        attribute("r", number(radius));
        shapes.append(" fill=\"currentColor\"/>\n");
    }

    @Override
    public void text(ChartColor color, double size, Anchor anchor, double x, double y, String text) {
        if (text.isEmpty()) {
            return;
        }
        open("text", color);
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("font-size", number(size));
        if (anchor != Anchor.START) {
            attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        }
        shapes.append(" fill=\"currentColor\">").append(Markup.escape(text)).append("</text>\n");
    }

    private void open(String name, ChartColor color) {
        shapes.append('<').append(name);
        attribute("class", color.toString());
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
