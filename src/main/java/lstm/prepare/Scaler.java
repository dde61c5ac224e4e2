package lstm.prepare;

/**
 * scaled = (value - offset) / scale. With a scale of 0, as a column has that never changes, all scales to 0. Values
 * outside those it was fitted on are scaled like all others.
 */
public record Scaler(double offset, double scale) {
    /** Leaves all as it is. */
    static final Scaler IDENTITY = new Scaler(0, 1);

    /** Checks that both are finite and the scale not negative. */
    public Scaler {
        if (!Double.isFinite(offset) || !Double.isFinite(scale) || !(scale >= 0)) {
            throw new IllegalArgumentException("offset " + offset + ", scale " + scale);
        }
    }

    /** To the scale of the network. */
    public double scale(double value) {
        return scale == 0 ? 0 : (value - offset) / scale;
    }

    /** Back to the units of the data. */
    public double unscale(double scaled) {
        return offset + scaled * scale;
    }
}
