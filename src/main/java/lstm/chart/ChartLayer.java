package lstm.chart;

/** One thing in a chart, with its place in the legend. Arrays are not copied, and nobody writes to them. */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody compares.
public sealed interface ChartLayer {
    /** What the legend calls it. */
    String name();

    /** Its colour. */
    ChartColor tone();

    /** Where it is, from left to right. */
    double[] x();

    /** The lowest value at a place. */
    double low(int k);

    /** The highest value at a place. */
    double high(int k);

    /**
     * A line through points; a single point is drawn as a dot.
     *
     * @param dashed whether the line has gaps
     * @param dots whether each point is marked
     */
    record Line(String name, ChartColor tone, boolean dashed, boolean dots, double[] x, double[] y)
            implements ChartLayer {
        /** Checks that there is a value for each place. */
        public Line {
            requireLength(x, y);
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

    /** The room between two bounds, behind the lines. Bands over one another grow darker. */
    record Band(String name, ChartColor tone, double[] x, double[] lower, double[] upper) implements ChartLayer {
        /** Checks that there are bounds for each place and that they are in order. */
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
