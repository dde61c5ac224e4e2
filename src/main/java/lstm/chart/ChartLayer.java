package lstm.chart;

/** One line or band of a chart. Arrays are not copied and must not be modified. */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody compares.
public sealed interface ChartLayer {
    /** Its name in the legend; it has no entry there if this is empty. */
    String name();

    /** Its color. */
    ChartColor color();

    /** Its x values, ascending. */
    double[] x();

    /** The lowest y value at x value number k. */
    double low(int k);

    /** The highest y value at x value number k. */
    double high(int k);

    /**
     * A line through points; a single point is drawn as a dot.
     *
     * @param stroke how the line is drawn
     * @param markers which points are marked
     */
    record Line(String name, ChartColor color, Stroke stroke, Markers markers, double[] x, double[] y)
            implements ChartLayer {
        /** Checks that there is a y for each x. */
        public Line {
            requireLength(x, y);
        }

        /** Whether each point is a dot. */
        boolean isDotted() {
            return markers == Markers.DOTS || y.length == 1;
        }

        @Override
        public double low(int k) {
            return y[k];
        }

        @Override
        public double high(int k) {
            return y[k];
        }
    }

    /** The area between two bounds, behind the lines. Where bands overlap they are darker. */
    record Band(String name, ChartColor color, double[] x, double[] lower, double[] upper) implements ChartLayer {
        /** Checks that there are bounds for each x and that they are in order. */
        public Band {
            requireLength(x, lower);
            requireLength(x, upper);
            for (int k = 0; k < x.length; k++) {
                if (!(lower[k] <= upper[k])) {
                    throw new IllegalArgumentException("bounds " + lower[k] + " and " + upper[k]);
                }
            }
        }

        @Override
        public double low(int k) {
            return lower[k];
        }

        @Override
        public double high(int k) {
            return upper[k];
        }
    }

    private static void requireLength(double[] x, double[] values) {
        if (x.length != values.length || x.length == 0) {
            throw new IllegalArgumentException(values.length + " values at " + x.length + " places");
        }
    }
}
