package lstm.chart;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lstm.text.LabelledLines;

/**
 * A picture as SVG text. Paper, ink and lines are dark on light, or light on dark where the viewer prefers that;
 * colours of data are given, and must be readable on both. Places are in pixels from the upper left corner.
 */
public final class SvgDocument {
    private final StringBuilder text = new StringBuilder();

    /** An empty sheet. */
    public SvgDocument(int width, int height) {
        add(fill(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"",
                        width, height, width, height)
                + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" font-size=\"12\">");
        add("<style>.paper{fill:#ffffff}.ink{fill:#222222}.faint{fill:#666666}.line{stroke:#d0d0d0}"
                + "@media (prefers-color-scheme: dark){.paper{fill:#14171c}.ink{fill:#e8e8e8}.faint{fill:#a8a8a8}"
                + ".line{stroke:#3c4048}}</style>");
        add(fill("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", width, height));
    }

    /** Where a text stands by its place. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Text of the normal size. */
    public void text(double x, double y, Anchor anchor, String content) {
        text(x, y, anchor, "ink", 12, content);
    }

    /** Small text that stands back: axes, remarks. */
    public void remark(double x, double y, Anchor anchor, String content) {
        text(x, y, anchor, "faint", 11, content);
    }

    /** The title. */
    public void title(double x, double y, String content) {
        text(x, y, Anchor.START, "ink", 15, content);
    }

    private void text(double x, double y, Anchor anchor, String kind, int size, String content) {
        add(fill(
                "<text class=\"%s\" x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\">%s</text>",
                kind,
                number(x),
                number(y),
                size,
                anchor.name().toLowerCase(Locale.ROOT),
                Markup.escape(LabelledLines.printable(content))));
    }

    /** A filled rectangle that tells what it is when pointed at; no tip if that is empty. */
    public void box(double x, double y, double width, double height, String colour, String tip) {
        String shape = fill(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"",
                number(x), number(y), number(width), number(height), colour);
        add(
                tip.isEmpty()
                        ? shape + "/>"
                        : shape + "><title>" + Markup.escape(LabelledLines.printable(tip)) + "</title></rect>");
    }

    /** A thin line of a grid or an axis. */
    public void rule(double x1, double y1, double x2, double y2) {
        add(fill("<path class=\"line\" d=\"M%s %sL%s %s\"/>", number(x1), number(y1), number(x2), number(y2)));
    }

    /** A line through points; where y is NaN there is a gap. */
    public void curve(double[] x, double[] y, String colour, boolean dashed) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int k = 0; k < x.length; k++) {
            if (Double.isNaN(y[k])) {
                down = false;
            } else {
                path.append(down ? 'L' : 'M').append(number(x[k])).append(' ').append(number(y[k]));
                down = true;
            }
        }
        add(fill(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"%s/>",
                path, colour, dashed ? " stroke-dasharray=\"5 4\"" : ""));
    }

    /** A dot. */
    public void dot(double x, double y, String colour) {
        add(fill("<circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"%s\"/>", number(x), number(y), colour));
    }

    private void add(String line) {
        text.append(line).append('\n');
    }

    private static String fill(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.1f", value);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }

    /** The finished file. */
    public byte[] bytes() {
        return (text + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }
}
