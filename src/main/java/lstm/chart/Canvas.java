package lstm.chart;

/** What a figure is painted on. Coordinates are in points from the upper left corner. */
public interface Canvas {
    /** Which part of a text is at its place. */
    enum Anchor {
        /** The text begins there. */
        START,
        /** The text is centered there. */
        MIDDLE,
        /** The text ends there. */
        END
    }

    /** A line through two or more points. */
    void line(ChartColor color, double width, Stroke stroke, double[] x, double[] y);

    /** A filled polygon. */
    void area(ChartColor color, double opacity, double[] x, double[] y);

    /**
     * A filled rectangle with edges as sharp as pixels allow, so that neighbors touch without a seam.
     *
     * @param tip shown when the mouse points at it, where the format can; none if empty
     */
    void box(Fill fill, double x, double y, double width, double height, String tip);

    /** A filled circle. */
    void dot(ChartColor color, double radius, double x, double y);

    /** A line of text on its baseline. */
    void text(ChartColor color, double size, Anchor anchor, double x, double y, String text);

    /** A straight line between two points. */
    default void rule(ChartColor color, double x1, double y1, double x2, double y2) {
        line(color, 1, Stroke.SOLID, new double[] {x1, x2}, new double[] {y1, y2});
    }

    /** Fills the canvas with the background color. */
    default void background(double width, double height) {
        area(ChartColor.GROUND, 1, new double[] {0, width, width, 0}, new double[] {0, 0, height, height});
    }

    /** This canvas with its origin moved to the given point. */
    default Canvas at(double x, double y) {
        return new OffsetCanvas(this, x, y);
    }

    /**
     * About how wide a text is, in points. The estimate is the same on every machine and for every format, so that the
     * layout does not depend on installed fonts; common sans-serif fonts are as wide or a little narrower.
     */
    static double width(String text, double size) {
        double width = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (" .,:;'|!iljtfI-()/".indexOf(c) >= 0) {
                width += 0.33;
            } else if ("mwMW%@".indexOf(c) >= 0 || Character.isUpperCase(c)) {
                width += 0.8;
            } else {
                width += c < 0x2e80 ? 0.56 : 1;
            }
        }
        return width * size;
    }

    /** The text, shortened with an ellipsis if it is wider than that many points: names from a file have any length. */
    static String cut(String text, double size, double most) {
        if (width(text, size) <= most) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "...", size) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "...";
    }
}
