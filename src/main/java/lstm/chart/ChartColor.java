package lstm.chart;

import java.util.Locale;

/**
 * What a color stands for, the same in every figure. The palette is that of Okabe and Ito, which color-blind people can
 * tell apart; the two colors that vanish on a dark background are replaced there.
 */
public enum ChartColor implements Fill {
    /** The background. */
    GROUND(0xffffff, 0x14171c),
    /** Titles. */
    TITLE(0x1a1a1a, 0xf0f0f0),
    /** Labels of axes and legend. */
    LABEL(0x4a4a4a, 0xb8bcc4),
    /** Lines behind the data. */
    GRID(0xe2e2e2, 0x2d323a),
    /** What really happened; in a comparison of cells, the LSTM. */
    ACTUAL(0x222222, 0xe8e8e8),
    /** What the model says. */
    FORECAST(0xd55e00, 0xe8752a),
    /** What the model is compared with. */
    NAIVE(0x0072b2, 0x56b4e9),
    /** A further series. */
    GREEN(0x009e73, 0x1fbf92),
    /** A further series. */
    PURPLE(0xb0578d, 0xcc79a7),
    /** A further series. */
    ORANGE(0xb97f00, 0xe69f00),
    /** A further series. */
    CRIMSON(0x9b2335, 0xe07a86),
    /** A further series. */
    BROWN(0x6f4e37, 0xc19a6b);

    private final int light;
    private final int dark;

    ChartColor(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    @Override
    public int light() {
        return light;
    }

    @Override
    public int dark() {
        return dark;
    }

    /** The name of its class in a style sheet. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
