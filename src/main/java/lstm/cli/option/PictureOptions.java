package lstm.cli.option;

import java.util.Optional;
import java.util.stream.Stream;
import lstm.chart.Chart;
import lstm.chart.Figure;
import lstm.chart.SizedChart;
import lstm.error.LstmException;
import lstm.error.Setting;
import picocli.CommandLine.Option;

/** The title and the size of a chart. */
public final class PictureOptions {
    private static final int LEAST_WIDTH = 300;
    private static final int LEAST_HEIGHT = 160;
    private static final int MOST = 4000;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the chart (default: what it shows).")
    private String title;

    @Option(
            names = "--width",
            paramLabel = "POINTS",
            description = "Width of the picture, 300 to 4000 (default: 760). A PNG has two pixels to a point.")
    private Integer width;

    @Option(names = "--height", paramLabel = "POINTS", description = "Its height, 160 to 4000 (default: 340).")
    private Integer height;

    /**
     * Checks the options against where the chart goes.
     *
     * @param file the setting that names a file for it
     */
    public void check(PlotOutput output, Setting file) throws LstmException {
        Optional<Setting> sized = Stream.of(
                        Optional.ofNullable(width).map(any -> Setting.WIDTH),
                        Optional.ofNullable(height).map(any -> Setting.HEIGHT))
                .flatMap(Optional::stream)
                .findFirst();
        if (sized.isPresent() && !(output instanceof PlotOutput.InFile)) {
            throw LstmException.usage(sized.get(), " is for a picture in a file")
                    .remedy("name one ending in .svg or .png with ", file);
        }
        if (title != null && output instanceof PlotOutput.None) {
            throw LstmException.usage(Setting.TITLE, " is for a chart").remedy("add ", file);
        }
        within(Setting.WIDTH, width, LEAST_WIDTH);
        within(Setting.HEIGHT, height, LEAST_HEIGHT);
    }

    private static void within(Setting setting, Integer value, int least) throws LstmException {
        if (value != null && (value < least || value > MOST)) {
            throw LstmException.usage(setting.to(value), " is out of range")
                    .remedy("use a number from ", least, " to ", MOST);
        }
    }

    /** The chart with this title, in this size. */
    public Figure apply(Chart chart) {
        Chart titled = title == null ? chart : chart.withTitle(title);
        return new SizedChart(
                titled, width == null ? titled.width() : width, height == null ? titled.height() : height);
    }
}
