package lstm.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import lstm.base.SeasonPair;
import lstm.chart.Canvas;
import lstm.chart.ChartColor;
import lstm.chart.Figure;
import lstm.chart.ImageFormat;
import lstm.chart.Stroke;
import lstm.error.LstmException;
import lstm.text.CharacterSet;

/**
 * The first fifty series of a seed, small. {@code mvn -Ppretrain test-compile exec:exec
 * -Dpretrain=lstm.synthetic.Gallery -Dpretrain.args="src/site/synthetic.svg"} draws them.
 */
public final class Gallery implements Figure {
    private static final int ACROSS = 5;
    private static final int DOWN = 10;
    private static final int CELL_WIDTH = 152;
    private static final int CELL_HEIGHT = 78;
    private static final int ROWS = 150;
    private static final int MARGIN = 8;
    private static final int TEXT = 9;

    private final SeriesGenerator generator;

    private Gallery(long seed) {
        generator = new SeriesGenerator(seed);
    }

    /** Writes the picture: the name of the file, and the seed, by default 1. */
    public static void main(String[] args) throws IOException, LstmException {
        Path file = Path.of(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageFormat.of(file).write(new Gallery(seed), out);
        }
    }

    @Override
    public String description() {
        return "Fifty synthetic series of " + ROWS + " rows, each with its family and season";
    }

    @Override
    public int width() {
        return ACROSS * CELL_WIDTH;
    }

    @Override
    public int height() {
        return DOWN * CELL_HEIGHT;
    }

    @Override
    public String text(CharacterSet characters) {
        return description() + "\n";
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.background(width(), height());
        for (int k = 0; k < ACROSS * DOWN; k++) {
            paint(generator.series(k, ROWS), canvas.at(k % ACROSS * CELL_WIDTH, k / ACROSS * CELL_HEIGHT));
        }
    }

    private static void paint(SyntheticSeries series, Canvas canvas) {
        canvas.text(ChartColor.LABEL, TEXT, Canvas.Anchor.START, MARGIN, MARGIN + TEXT, title(series));
        double low =
                Arrays.stream(series.values()).filter(Double::isFinite).min().orElse(0);
        double high =
                Arrays.stream(series.values()).filter(Double::isFinite).max().orElse(1);
        double range = high > low ? high - low : 1;
        double top = 2.0 * MARGIN + TEXT;
        double height = CELL_HEIGHT - MARGIN - top;
        double step = (CELL_WIDTH - 2.0 * MARGIN) / (ROWS - 1);
        int from = 0;
        for (int t = 0; t <= ROWS; t++) {
            if (t == ROWS || Double.isNaN(series.values()[t])) {
                if (t - from > 1) {
                    int first = from;
                    double[] x = IntStream.range(from, t)
                            .mapToDouble(k -> MARGIN + k * step)
                            .toArray();
                    double[] y = Arrays.stream(series.values(), first, t)
                            .map(value -> top + height * (1 - (value - low) / range))
                            .toArray();
                    canvas.line(ChartColor.NAIVE, 0.8, Stroke.SOLID, x, y);
                }
                from = t + 1;
            }
        }
    }

    private static String title(SyntheticSeries series) {
        SeasonPair seasons = series.seasons();
        String family = series.family().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String longer = seasons.longer() > 0 ? ", " + seasons.longer() : "";
        return seasons.isSeasonal() ? family + " " + seasons.main() + longer : family;
    }
}
