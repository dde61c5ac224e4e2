package lstm.chart;

/** What a chart is drawn on. Places are in points, from the upper left corner. */
interface Canvas {
    /** Where a text stands beside its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A line through points, of which there are two at least. */
    void line(ChartColor tone, double width, boolean dashed, double[] x, double[] y);

    /** The room within a line that comes back to its first point. */
    void area(ChartColor tone, double opacity, double[] x, double[] y);

    /** A filled circle. */
    void dot(ChartColor tone, double radius, double x, double y);

    /** A line of text on its base line. */
    void text(ChartColor tone, double size, Anchor anchor, double x, double y, String text);

    /**
     * About how wide a text is, in points. It is the same on every machine and for every format, so that it does not
     * depend on installed fonts where things are; common sans-serif fonts are as wide or a little narrower.
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
}
