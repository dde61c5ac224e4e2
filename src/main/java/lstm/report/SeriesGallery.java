package lstm.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.chart.Canvas;
import lstm.chart.Canvas.Anchor;
import lstm.chart.Chart;
import lstm.chart.ChartColor;
import lstm.chart.ChartLayer;
import lstm.chart.Charts;
import lstm.chart.Figure;
import lstm.chart.Markers;
import lstm.chart.Stroke;
import lstm.chart.TimeAxis;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.OriginForecast;
import lstm.model.Method;
import lstm.text.CharacterSet;
import lstm.text.NumberText;

/**
 * Nine of many series, three in a row: those that are forecast best, those in the middle, and the worst. Each shows the
 * latest forecast that is scored beside what came.
 *
 * @param target what is forecast
 * @param ranked the series, the best first
 */
record SeriesGallery(String target, List<ScoredSeries> ranked) implements Figure {
    private static final int ACROSS = 3;
    private static final int WIDTH = 760;
    private static final int PANEL = WIDTH / ACROSS;
    private static final int PANEL_HEIGHT = 168;
    private static final int HEAD = 58;
    private static final int EDGE = 16;
    private static final double TITLE = 15;
    private static final double TEXT = 12;
    /** One step ahead, a single forecast shows nothing, so this many are shown. */
    private static final int ROWS = 48;

    private static final int DIGITS = 3;

    @Override
    public String description() {
        return title() + ". "
                + shown().stream()
                        .map(number -> name(number) + ": " + note(number))
                        .collect(Collectors.joining("; "));
    }

    private String title() {
        return target + ": the best, the middle and the worst of " + NumberText.count(ranked.size()) + " series";
    }

    /** Numbers of the series that are shown. */
    private List<Integer> shown() {
        int all = ranked.size();
        int most = ACROSS * ACROSS;
        if (all <= most) {
            return IntStream.range(0, all).boxed().toList();
        }
        int middle = Math.min(Math.max(ACROSS, (all - ACROSS) / 2), all - 2 * ACROSS);
        return IntStream.of(0, middle, all - ACROSS)
                .flatMap(from -> IntStream.range(from, from + ACROSS))
                .boxed()
                .toList();
    }

    private String name(int number) {
        return ranked.get(number).name();
    }

    private String note(int number) {
        String place = NumberText.count(number + 1L) + " of " + NumberText.count(ranked.size());
        return "MASE " + NumberText.rounded(ranked.get(number).mase(), DIGITS) + ", " + place;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEAD + PANEL_HEIGHT * ((shown().size() + ACROSS - 1) / ACROSS);
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.background(width(), height());
        canvas.text(ChartColor.TITLE, TITLE, Anchor.START, EDGE, 24, Canvas.cut(title(), TITLE, WIDTH - 2.0 * EDGE));
        legend(canvas, EDGE, "actual", ChartColor.ACTUAL);
        legend(canvas, EDGE + 90, "forecast", ChartColor.FORECAST);
        List<Integer> shown = shown();
        for (int k = 0; k < shown.size(); k++) {
            chart(shown.get(k))
                    .paint(
                            canvas.at((double) (k % ACROSS) * PANEL, HEAD + (double) (k / ACROSS) * PANEL_HEIGHT),
                            PANEL,
                            PANEL_HEIGHT);
        }
    }

    private static void legend(Canvas canvas, double x, String name, ChartColor color) {
        canvas.line(color, 1.8, Stroke.SOLID, new double[] {x, x + 22}, new double[] {42, 42});
        canvas.text(ChartColor.TITLE, TEXT, Anchor.START, x + 28, 46, name);
    }

    @Override
    public String text(CharacterSet characters) {
        return shown().stream().map(number -> chart(number).text(characters)).collect(Collectors.joining());
    }

    private Chart chart(int number) {
        ScoredSeries one = ranked.get(number);
        List<OriginForecast> origins = one.table().outcome().origins();
        Chart chart = one.table().outcome().steps() == 1
                ? oneStep(one)
                : BacktestFans.chart(one.rows(), one.table(), 0, origins.get(origins.size() - 1));
        List<ChartLayer> layers =
                chart.layers().stream().map(SeriesGallery::unnamed).toList();
        return new Chart(heading(one), note(number), chart.x(), chart.y(), layers);
    }

    /** The keys without their names; of long ones the end, in which neighbors differ. */
    private static String heading(ScoredSeries one) {
        String keys = one.name();
        for (String column : one.rows().reading().keys()) {
            keys = keys.replaceFirst("(^|,)" + Pattern.quote(column + "="), "$1 ")
                    .strip();
        }
        String heading = keys;
        for (int from = 1; Canvas.width(heading, TITLE) > PANEL - 2.0 * EDGE && from < keys.length(); from++) {
            heading = "..."
                    + keys.substring(keys.offsetByCodePoints(0, Math.min(from, keys.codePointCount(0, keys.length()))));
        }
        return heading;
    }

    private static Chart oneStep(ScoredSeries one) {
        BacktestResult outcome = one.table().outcome();
        List<OriginForecast> origins = outcome.origins().stream()
                .filter(origin -> !outcome.masked().get(origin.row()))
                .toList();
        List<OriginForecast> last = origins.subList(Math.max(0, origins.size() - ROWS), origins.size());
        TimeAxis time = new TimeAxis(
                one.rows().kind(),
                last.stream()
                        .mapToLong(origin -> one.rows().stamps().at(origin.row()))
                        .toArray());
        double[] actual = last.stream()
                .mapToDouble(origin -> outcome.columns()[0][origin.row()])
                .toArray();
        double[] predicted = last.stream()
                .mapToDouble(origin -> origin.forecasts().get(Method.MODEL)[0][0])
                .toArray();
        return Charts.comparison("", time, actual, predicted, Optional.empty());
    }

    /** Without an entry in the legend, which all share, and without a value at its end. */
    private static ChartLayer unnamed(ChartLayer layer) {
        if (layer instanceof ChartLayer.Line line) {
            return new ChartLayer.Line("", line.color(), line.stroke(), Markers.NONE, line.x(), line.y());
        }
        ChartLayer.Band band = (ChartLayer.Band) layer;
        return new ChartLayer.Band("", band.color(), band.x(), band.lower(), band.upper());
    }
}
