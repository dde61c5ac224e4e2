package lstm.chart;

/** A color that means a value, and so is the same on light and dark backgrounds. */
public record RgbColor(int rgb) implements Fill {
    @Override
    public int light() {
        return rgb;
    }

    @Override
    public int dark() {
        return rgb;
    }
}
