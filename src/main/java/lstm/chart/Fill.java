package lstm.chart;

/** What an area is filled with. */
public sealed interface Fill permits ChartColor, RgbColor {
    /** Red, green and blue on a light background. */
    int light();

    /** Red, green and blue on a dark background. */
    int dark();
}
