package lstm.chart;

/** Colors for values, which color-blind people can read and which suit light and dark backgrounds. */
public enum ColorScale {
    /** From 0, dark blue, to 1, yellow: lightness rises evenly, so that it reads in gray too. */
    GATE(0x1d2f6f, 0x3b5b92, 0x5f8597, 0x9bab7f, 0xd9c85a, 0xfff06a),
    /** From -1, blue, over 0, gray, to 1, orange. */
    SIGNED(0x0b57a4, 0x5b8fc2, 0xc9ccd0, 0xe0a16a, 0xc75c00);

    private final int[] stops;

    ColorScale(int... stops) {
        this.stops = stops;
    }

    /** The color of a value; a value outside the range has the color of the nearer end. */
    public RgbColor of(double value) {
        double share = this == GATE ? value : (value + 1) / 2;
        double place = Math.max(0, Math.min(1, share)) * (stops.length - 1);
        int below = Math.min(stops.length - 2, (int) place);
        double part = place - below;
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = stops[below] >> shift & 0xff;
            double to = stops[below + 1] >> shift & 0xff;
            color |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return new RgbColor(color);
    }
}
