package lstm.chart;

import java.util.Locale;

/**
 * What a colour stands for, in every picture the same. The colours are those of Okabe and Ito, which colour-blind
 * people tell apart, with the two that vanish on a dark ground replaced there.
 */
public enum ChartColor {
    /** The paper. */
    GROUND(0xffffff, 0x14171c),
    /** Titles. */
    TITLE(0x1a1a1a, 0xf0f0f0),
    /** Labels of axes and legend. */
    LABEL(0x4a4a4a, 0xb8bcc4),
    /** Lines behind the data. */
    GRID(0xe2e2e2, 0x2d323a),
    /** What really happened. */
    ACTUAL(0x222222, 0xe8e8e8),
    /** What the model says. */
    FORECAST(0xd55e00, 0xe8752a),
    /** What it is compared with. */
    NAIVE(0x0072b2, 0x56b4e9),
    /** A further series. */
    GREEN(0x009e73, 0x1fbf92),
    /** A further series. */
    PURPLE(0xb0578d, 0xcc79a7),
    /** A further series. */
    ORANGE(0xb97f00, 0xe69f00);

    private final int light;
    private final int dark;

    ChartColor(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Red, green and blue on a light ground. */
    int light() {
        return light;
    }

    /** Red, green and blue on a dark ground. */
    int dark() {
        return dark;
    }

    /** The name as a class of a style sheet. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
