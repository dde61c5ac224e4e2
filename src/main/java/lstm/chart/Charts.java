package lstm.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lstm.model.Score;
import lstm.text.NumberText;
import lstm.train.Epoch;

/** The charts that commands draw, except that of a {@link FanChart forecast}. */
public final class Charts {
    /** If the largest value is more than this many times the smallest, the axis is logarithmic. */
    private static final double WIDE = 10;

    /** With more steps than this, markers would run together. */
    private static final int MOST_DOTS = 24;

    private static final List<ChartColor> METHODS =
            List.of(ChartColor.FORECAST, ChartColor.NAIVE, ChartColor.GREEN, ChartColor.PURPLE, ChartColor.ORANGE);

    private static final List<Stroke> STROKES = List.of(Stroke.values());

    private Charts() {}

    /**
     * Actual and predicted values over time.
     *
     * @param series what the values are
     * @param score shown under the title if present
     */
    public static Chart comparison(
            String series, TimeAxis time, double[] actual, double[] predicted, Optional<Score> score) {
        double[] x = time.places();
        return new Chart(
                series + ", actual and predicted one step ahead",
                score.map(Charts::verdict).orElse(""),
                time.axis(),
                new Axis("", AxisScale.LINEAR),
                List.of(
                        new ChartLayer.Line("actual", ChartColor.ACTUAL, Stroke.SOLID, Markers.NONE, x, actual),
                        new ChartLayer.Line(
                                "predicted", ChartColor.FORECAST, Stroke.SOLID, Markers.NONE, x, predicted)));
    }

    private static String verdict(Score score) {
        String skill = score.skill().isPresent()
                ? ", skill " + NumberText.fixed(score.skill().getAsDouble(), 3)
                : "";
        return "RMSE " + NumberText.rounded(score.model().rmse(), 4) + ", of the naive forecast "
                + NumberText.rounded(score.naive().rmse(), 4) + skill;
    }

    /**
     * Loss by epoch, on a logarithmic axis where a linear one would flatten the end of the curve.
     *
     * @param series what is forecast
     * @param bestEpoch the epoch whose weights are kept, counted from 1
     */
    public static Chart losses(String series, List<Epoch> history, int bestEpoch) {
        double[] loss = history.stream().mapToDouble(Epoch::loss).toArray();
        int[] held = IntStream.range(0, history.size())
                .filter(k -> history.get(k).validation().isPresent())
                .toArray();
        double[] validation = Arrays.stream(held)
                .mapToDouble(k -> history.get(k).validation().getAsDouble())
                .toArray();
        List<ChartLayer> layers = new ArrayList<>();
        layers.add(new ChartLayer.Line(
                "training loss", ChartColor.NAIVE, Stroke.SOLID, Markers.NONE, numbers(loss.length), loss));
        if (held.length > 0) {
            double[] epochs = Arrays.stream(held).mapToDouble(k -> k + 1).toArray();
            layers.add(new ChartLayer.Line(
                    "validation loss", ChartColor.FORECAST, Stroke.SOLID, Markers.NONE, epochs, validation));
        }
        double best = history.get(bestEpoch - 1).selectionLoss();
        layers.add(new ChartLayer.Line(
                "kept, epoch " + bestEpoch,
                held.length > 0 ? ChartColor.FORECAST : ChartColor.NAIVE,
                Stroke.SOLID,
                Markers.DOTS,
                new double[] {bestEpoch},
                new double[] {best}));
        AxisScale scale = scale(DoubleStream.concat(Arrays.stream(loss), Arrays.stream(validation))
                .summaryStatistics());
        return new Chart(
                series + ", loss by epoch",
                scale == AxisScale.LOG ? "scaled units, logarithmic axis" : "scaled units",
                new Axis("epoch", AxisScale.COUNT),
                new Axis("", scale),
                layers);
    }

    /**
     * Error by step ahead, a line for each method.
     *
     * @param series what was forecast
     * @param measure what the errors are: {@code RMSE}
     * @param methods the model first; one to five, as there are five colors
     */
    public static Chart errorsByStep(String series, String measure, List<StepErrors> methods) {
        if (methods.size() > METHODS.size()) {
            throw new IllegalArgumentException(methods.size() + " methods");
        }
        List<ChartLayer> layers = new ArrayList<>();
        for (int k = methods.size() - 1; k >= 0; k--) {
            StepErrors method = methods.get(k);
            Markers markers = k == 0 && method.steps().length <= MOST_DOTS ? Markers.DOTS : Markers.NONE;
            layers.add(new ChartLayer.Line(
                    method.method(), METHODS.get(k), STROKES.get(k), markers, method.steps(), method.errors()));
        }
        return new Chart(
                series + ", error by step ahead",
                "",
                new Axis("steps ahead", AxisScale.COUNT),
                new Axis(measure, AxisScale.LINEAR),
                layers);
    }

    /**
     * Error of one-step forecasts by how many rows back they are moved.
     *
     * @param series what was forecast
     * @param verdict shown under the title
     * @param errors RMSE, of forecasts in their own place first
     * @param best where it is smallest
     */
    public static Chart errorsByLag(String series, String verdict, double[] errors, int best) {
        double[] lags = IntStream.range(0, errors.length).asDoubleStream().toArray();
        return new Chart(
                series + ", error against earlier values",
                verdict,
                new Axis("rows earlier", AxisScale.COUNT),
                new Axis("RMSE", AxisScale.LINEAR),
                List.of(
                        new ChartLayer.Line("forecast", ChartColor.FORECAST, Stroke.SOLID, Markers.DOTS, lags, errors),
                        new ChartLayer.Line(
                                best == 0 ? "best: its own row" : "best: " + NumberText.rows(best) + " earlier",
                                ChartColor.ACTUAL,
                                Stroke.SOLID,
                                Markers.DOTS,
                                new double[] {best},
                                new double[] {errors[best]})));
    }

    /**
     * By how much a forecast falls if rows had been missing.
     *
     * @param forecast which it is
     * @param time of the rows
     * @param rows the effect of each alone
     * @param segments the effect of the segment of each
     */
    public static Chart effects(String forecast, TimeAxis time, double[] rows, double[] segments) {
        return new Chart(
                forecast,
                "by how much it falls if a row, or its segment, had been missing",
                time.axis(),
                new Axis("", AxisScale.LINEAR),
                List.of(
                        new ChartLayer.Line(
                                "segment", ChartColor.NAIVE, Stroke.SOLID, Markers.NONE, time.places(), segments),
                        new ChartLayer.Line(
                                "row", ChartColor.FORECAST, Stroke.SOLID, Markers.NONE, time.places(), rows)));
    }

    private static double[] numbers(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    private static AxisScale scale(DoubleSummaryStatistics values) {
        double low = values.getMin();
        return low > 0 && values.getMax() / low > WIDE ? AxisScale.LOG : AxisScale.LINEAR;
    }
}
