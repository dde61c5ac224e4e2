package lstm.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import lstm.chart.Axis;
import lstm.chart.AxisScale;
import lstm.chart.Chart;
import lstm.chart.ChartColor;
import lstm.chart.ChartLayer;
import lstm.chart.Markers;
import lstm.chart.Stroke;
import lstm.model.Accuracy;
import lstm.text.NumberText;

/** How the errors of many series are spread: on how many the model errs how much, beside the naive forecast. */
final class ErrorHistogram {
    /** Bars for all series but the worst few, which the last one holds. */
    private static final int BARS = 20;

    /** One series in this many may lie beyond the bars. */
    private static final int BEYOND = 20;

    private ErrorHistogram() {}

    /**
     * The histogram of MASE.
     *
     * @param target what is forecast
     * @param all the series, in any order
     */
    static Chart of(String target, List<ScoredSeries> all) {
        double[] model = all.stream().mapToDouble(ScoredSeries::mase).toArray();
        double[] naive = all.stream()
                .map(one -> one.score().naive())
                .map(Accuracy::mase)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double width = width(Math.max(most(model), most(naive)));
        double below = Arrays.stream(model).filter(error -> error < 1).count();
        return new Chart(
                target + ", errors of " + NumberText.count(all.size()) + " series",
                NumberText.count((long) below) + " of them with a MASE below 1; the last bar holds all from "
                        + NumberText.of(width * (BARS - 1)) + " on",
                new Axis("MASE", AxisScale.LINEAR),
                new Axis("series", AxisScale.COUNT),
                List.of(
                        new ChartLayer.Band(
                                "model", ChartColor.FORECAST, edges(width), new double[2 * BARS], bars(model, width)),
                        new ChartLayer.Line(
                                "naive",
                                ChartColor.NAIVE,
                                Stroke.SOLID,
                                Markers.NONE,
                                edges(width),
                                bars(naive, width))));
    }

    /** What all errors but the largest few are at most. */
    private static double most(double[] errors) {
        double[] rising = Arrays.stream(errors).sorted().toArray();
        return rising.length == 0 ? 0 : rising[rising.length - 1 - rising.length / BEYOND];
    }

    /** The width of a bar: 1, 2 or 5 and zeros, so that the bars reach as far as most errors. */
    private static double width(double most) {
        double least = Math.max(most, 1e-9) / (BARS - 1);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (int step : new int[] {1, 2, 5}) {
            if (step * power >= least) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Left and right edge of each bar. */
    private static double[] edges(double width) {
        double[] edges = new double[2 * BARS];
        Arrays.setAll(edges, k -> (k + 1) / 2 * width);
        return edges;
    }

    /** The height of each bar, at both of its edges. */
    private static double[] bars(double[] errors, double width) {
        double[] heights = new double[2 * BARS];
        for (double error : errors) {
            int bar = (int) Math.min(BARS - 1.0, error / width);
            heights[2 * bar]++;
            heights[2 * bar + 1]++;
        }
        return heights;
    }
}
