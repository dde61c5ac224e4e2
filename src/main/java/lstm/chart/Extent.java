package lstm.chart;

/** The range of an axis, which may be as wide as doubles allow. */
record Extent(double low, double high) {
    /** A narrower range, relative to its values, would need labels of too many digits. */
    private static final double LEAST = 1e-9;

    Extent {
        if (!(low < high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /** The range itself, or a wider one around it if it is too narrow to be shown. */
    static Extent around(double low, double high) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high / 2 - low / 2 > Math.max(LEAST * size, Double.MIN_NORMAL)) {
            return new Extent(low, high);
        }
        double room = size < 1e-290 ? 1 : Math.min(0.05 * size, Double.MAX_VALUE / 8);
        return new Extent(Math.max(low - room, -Double.MAX_VALUE), Math.min(high + room, Double.MAX_VALUE));
    }

    /** Half its length: the whole length may overflow. */
    double half() {
        return high / 2 - low / 2;
    }

    /** The position in the range: 0 at the low end, 1 at the high end. */
    double share(double value) {
        return (value / 2 - low / 2) / half();
    }

    /** Whether the value is in the range, up to rounding. */
    boolean holds(double value) {
        double share = share(value);
        return share >= -1e-9 && share <= 1 + 1e-9;
    }
}
