package lstm.prepare;

/**
 * scaled = (value - offset) / scale. With a scale of 0, as of a constant column, every value scales to 0. Values
 * outside the fitted range are scaled like all others.
 */
public record Scaler(double offset, double scale) {
    /** Leaves values unchanged. */
    static final Scaler IDENTITY = new Scaler(0, 1);

    /** Checks that both are finite, and that the scale is not negative. */
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
