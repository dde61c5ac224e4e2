package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.chart.Axis;
import lstm.chart.AxisScale;
import lstm.chart.Canvas;
import lstm.chart.Canvas.Anchor;
import lstm.chart.Chart;
import lstm.chart.ChartColor;
import lstm.chart.ChartLayer;
import lstm.chart.Figure;
import lstm.chart.Markers;
import lstm.chart.Stroke;
import lstm.explain.CellTrial;
import lstm.explain.GradientFlow;
import lstm.model.Score;
import lstm.network.CellKind;
import lstm.text.CharacterSet;
import lstm.text.NumberText;

/**
 * A comparison of cells as a figure: a table, which is also the legend, and below it the validation loss by epoch and
 * the norm of the gradient by steps back in time, both on logarithmic axes.
 */
public record ComparisonChart(Comparison comparison, String title) implements Figure {
    private static final int WIDTH = 960;
    private static final int PANEL = WIDTH / 2;
    private static final int PANEL_HEIGHT = 320;
    private static final int EDGE = 16;
    /** Top of the table. */
    private static final int TABLE = 54;

    private static final int LINE = 19;
    private static final double TITLE = 16;
    private static final double TEXT = 12;
    /** Where the columns of numbers end. */
    private static final int[] COLUMNS = {220, 330, 450, 550, 630};

    private static final List<String> HEADER = List.of("parameters", "s per epoch", "validation loss", "RMSE", "skill");

    /** A curve ends where it falls below this, as zero has no logarithm. */
    private static final double LEAST = 1e-12;

    @Override
    public String description() {
        return title + ". Validation loss by epoch, and the gradient's norm by steps back, of each cell";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return panels() + PANEL_HEIGHT;
    }

    private int panels() {
        return TABLE + LINE * comparison.entries().size() + 14;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.background(width(), height());
        canvas.text(
                ChartColor.TITLE, TITLE, Anchor.START, EDGE, 28, Canvas.cut(title, TITLE, WIDTH - 2 * (double) EDGE));
        table(canvas);
        losses().ifPresent(chart -> unnamed(chart).paint(canvas.at(0, panels()), PANEL, PANEL_HEIGHT));
        gradients(stroke -> true)
                .ifPresent(chart -> unnamed(chart).paint(canvas.at(PANEL, panels()), PANEL, PANEL_HEIGHT));
    }

    /** Omits the table, which the command prints, and the gradients by c, which would hide those by h. */
    @Override
    public String text(CharacterSet characters) {
        String text = Stream.of(losses(), gradients(stroke -> stroke == Stroke.SOLID))
                .flatMap(Optional::stream)
                .map(chart -> chart.text(characters))
                .collect(Collectors.joining());
        return text.isEmpty() ? String.format(Locale.ROOT, "no chart: no epoch was finished%n") : text;
    }

    private void table(Canvas canvas) {
        for (int k = 0; k < HEADER.size(); k++) {
            canvas.text(ChartColor.LABEL, TEXT, Anchor.END, COLUMNS[k], TABLE, HEADER.get(k));
        }
        double y = TABLE;
        for (Comparison.Entry entry : comparison.entries()) {
            y += LINE;
            CellKind cell = entry.trial().architecture().cell();
            canvas.line(color(cell), 1.8, Stroke.SOLID, new double[] {EDGE, EDGE + 22}, new double[] {y - 4, y - 4});
            canvas.text(ChartColor.TITLE, TEXT, Anchor.START, EDGE + 28, y, cell.toString());
            List<String> numbers = numbers(entry);
            for (int k = 0; k < numbers.size(); k++) {
                canvas.text(ChartColor.TITLE, TEXT, Anchor.END, COLUMNS[k], y, numbers.get(k));
            }
        }
    }

    private static List<String> numbers(Comparison.Entry entry) {
        CellTrial trial = entry.trial();
        Optional<Score> score = trial.score();
        return List.of(
                NumberText.count(trial.architecture().layout().size()),
                entry.seconds().map(seconds -> NumberText.rounded(seconds, 2)).orElse("-"),
                trial.best()
                        .map(epoch -> NumberText.rounded(epoch.selectionLoss(), 3))
                        .orElse("-"),
                score.map(s -> NumberText.rounded(s.model().rmse(), 4)).orElse("-"),
                score.filter(s -> s.skill().isPresent())
                        .map(s -> NumberText.fixed(s.skill().getAsDouble(), 3))
                        .orElse("-"));
    }

    private Optional<Chart> losses() {
        List<ChartLayer> layers = new ArrayList<>();
        for (CellTrial trial : trials()) {
            double[] losses = trial.history().stream()
                    .mapToDouble(epoch -> epoch.validation().orElse(Double.NaN))
                    .toArray();
            curve(trial, Stroke.SOLID, 1, losses).ifPresent(layers::add);
        }
        return chart("Validation loss", "by epoch, logarithmic axis", "epoch", layers);
    }

    private Optional<Chart> gradients(Predicate<Stroke> drawn) {
        List<ChartLayer> layers = new ArrayList<>();
        for (CellTrial trial : trials()) {
            trial.gradientFlow()
                    .map(GradientFlow::hidden)
                    .flatMap(norms -> curve(trial, Stroke.SOLID, 0, norms))
                    .ifPresent(layers::add);
            trial.gradientFlow()
                    .flatMap(GradientFlow::memory)
                    .flatMap(norms -> curve(trial, Stroke.DASHED, 0, norms))
                    .ifPresent(layers::add);
        }
        layers.removeIf(layer -> layer instanceof ChartLayer.Line line && !drawn.test(line.stroke()));
        String dashed = drawn.test(Stroke.DASHED) ? ", dashed by the memory c" : "";
        return chart(
                "Gradient of the loss by steps back",
                "norm by the state h" + dashed + "; 1 at the last step",
                "steps back",
                layers);
    }

    private static Optional<Chart> chart(String title, String note, String below, List<ChartLayer> layers) {
        return layers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Chart(title, note, new Axis(below, AxisScale.COUNT), new Axis("", AxisScale.LOG), layers));
    }

    private List<CellTrial> trials() {
        return comparison.entries().stream().map(Comparison.Entry::trial).toList();
    }

    /** The leading values that can be drawn, if any; the first is at x = {@code first}. */
    private static Optional<ChartLayer> curve(CellTrial trial, Stroke stroke, int first, double[] values) {
        double[] y = Arrays.stream(values).takeWhile(value -> value >= LEAST).toArray();
        double[] x = IntStream.range(first, first + y.length).asDoubleStream().toArray();
        CellKind cell = trial.architecture().cell();
        return y.length == 0
                ? Optional.empty()
                : Optional.of(new ChartLayer.Line(cell.toString(), color(cell), stroke, Markers.NONE, x, y));
    }

    /** The same chart without a legend. */
    private static Chart unnamed(Chart chart) {
        List<ChartLayer> layers = new ArrayList<>();
        for (ChartLayer layer : chart.layers()) {
            ChartLayer.Line line = (ChartLayer.Line) layer;
            layers.add(new ChartLayer.Line("", line.color(), line.stroke(), line.markers(), line.x(), line.y()));
        }
        return new Chart(chart.title(), chart.note(), chart.x(), chart.y(), layers);
    }

    private static ChartColor color(CellKind cell) {
        return switch (cell) {
            case LSTM -> ChartColor.ACTUAL;
            case PEEPHOLE -> ChartColor.NAIVE;
            case COUPLED -> ChartColor.GREEN;
            case GRU -> ChartColor.ORANGE;
            case GRU_ORIGINAL -> ChartColor.PURPLE;
            case RNN -> ChartColor.FORECAST;
            case SLSTM -> ChartColor.CRIMSON;
            case MIN_GRU -> ChartColor.BROWN;
        };
    }
}
