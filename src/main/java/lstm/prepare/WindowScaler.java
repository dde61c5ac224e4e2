package lstm.prepare;

import lstm.statistics.Moments;

/**
 * Scales the base values b of one column within one window: v = (b - center) * factor - shift.
 *
 * @param factor not 0
 */
record WindowScaler(double center, double factor, double shift) {
    /** v = b. */
    static final WindowScaler NONE = new WindowScaler(0, 1, 0);

    /**
     * Minimum deviation of a window, as a share of the column's range, so that a nearly constant window is not
     * stretched.
     */
    private static final double LEAST_SPREAD = 1e-3;

    /**
     * The scaler of a window.
     *
     * @param base base values; those of the window are at first, first + stride, ...
     * @param rows T, number of rows in the window
     */
    static WindowScaler of(ColumnPreparation column, float[] base, int first, int stride, int rows) {
        if (column.scaling() == ScalingMethod.WINDOW) {
            return spread(base, first, stride, rows);
        }
        return column.transform() == Transform.RELATIVE ? last(column, base[first + (rows - 1) * stride]) : NONE;
    }

    private static WindowScaler spread(float[] base, int first, int stride, int rows) {
        Moments moments = Moments.twoPass(rows, t -> base[first + t * stride]);
        return new WindowScaler(moments.mean(), 1 / Math.max(LEAST_SPREAD, moments.deviation()), 0);
    }

    /** y / y[o] - 1 with y = offset + b * scale, and then the outer scaler. */
    private static WindowScaler last(ColumnPreparation column, double b) {
        double value = column.base().unscale(b);
        double scale = column.outer().scale() == 0 ? 1 : column.outer().scale();
        double factor = column.base().scale() / (value * scale);
        boolean usable = factor != 0 && Double.isFinite(factor);
        return new WindowScaler(b, usable ? factor : 1, column.outer().offset() / scale);
    }

    float apply(float b) {
        return (float) ((b - center) * factor - shift);
    }

    double undo(double v) {
        return (v + shift) / factor + center;
    }
}
