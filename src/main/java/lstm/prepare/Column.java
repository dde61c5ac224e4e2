package lstm.prepare;

/**
 * What is done to one column: its transform, then its scaling. Where that depends on the window, values are first
 * scaled min-max over the whole column ("base"), and each window maps them on by its {@link Anchor}.
 *
 * @param transform before scaling
 * @param lag rows that the transform reaches back
 * @param scaling kind of the scaling
 * @param base fitted on the transformed training rows; 4 bytes hold what it gives
 * @param outer for {@link Transform#RELATIVE} the scaler of what the transform gives; else the identity
 */
public record Column(Transform transform, int lag, Scaling scaling, Scaler base, Scaler outer) {
    /** Values that a fit looks at, at most; of longer series evenly chosen windows stand for all. */
    private static final int MOST = 1 << 20;

    /** Checks that the lag fits the transform. */
    public Column {
        boolean seasonal = transform == Transform.SEASONAL_DIFFERENCE;
        if (seasonal ? lag < 1 : lag != transform.lag(1)) {
            throw new IllegalArgumentException("a lag of " + lag + " for " + transform);
        }
    }

    /**
     * Fits the first rows of a column.
     *
     * @param season m, for a seasonal difference
     * @param lookback T, for what depends on the window
     * @param rows to fit on, more than the lag
     * @throws IllegalArgumentException if what the transform gives is not finite
     */
    static Column fit(double[] column, Transform transform, Scaling scaling, int season, int lookback, int rows) {
        int lag = transform.lag(season);
        double[] z = new double[rows - lag];
        for (int k = 0; k < z.length; k++) {
            z[k] = transform.apply(column[k + lag], column[k]);
        }
        boolean inWindow = transform == Transform.RELATIVE && scaling != Scaling.WINDOW;
        Scaler base = (inWindow ? Scaling.MIN_MAX : scaling).fit(z);
        Scaler outer = inWindow ? scaling.fit(relative(column, lookback, rows)) : Scaler.IDENTITY;
        return new Column(transform, lag, scaling, base, outer);
    }

    /** What windows of the first rows, each with the row after it, look like relative to their last row. */
    private static double[] relative(double[] column, int lookback, int rows) {
        int windows = Math.max(1, rows - lookback);
        int length = Math.min(lookback + 1, rows);
        int stride = 1 + (int) ((long) windows * length / MOST);
        double[] values = new double[((windows - 1) / stride + 1) * length];
        int at = 0;
        for (int first = 0; first < windows; first += stride) {
            double last = column[first + Math.max(0, length - 2)];
            for (int k = 0; k < length; k++) {
                values[at++] = column[first + k] / last - 1;
            }
        }
        return values;
    }

    /** The base value of a row; 0 in the first rows, which have none. */
    float base(double[] column, int row) {
        return row < lag ? 0f : (float) base.scale(transform.apply(column[row], column[row - lag]));
    }

    /** Whether each window has an anchor of its own. */
    boolean isAnchored() {
        return transform == Transform.RELATIVE || scaling == Scaling.WINDOW;
    }

    /**
     * The value of a row in the units of the data.
     *
     * @param scaled what the network gave for it
     * @param anchor of the window it was given for
     * @param column the values of the rows before it
     */
    double undo(double scaled, Anchor anchor, double[] column, int row) {
        double before = lag == 0 ? 0 : column[row - lag];
        return transform.undo(base.unscale(anchor.undo(scaled)), before);
    }
}
