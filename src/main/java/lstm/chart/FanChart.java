package lstm.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lstm.text.NumberText;

/** The chart of a forecast: it goes on from the last rows before it, and its intervals open like a fan. */
public final class FanChart {
    /** A forecast has at least a quarter of the width, but some rows of history are always shown. */
    private static final int HISTORY_PER_STEP = 3;

    private static final int LEAST_HISTORY = 30;

    private FanChart() {}

    /**
     * A forecast and its intervals, after the last rows of the history it starts from.
     *
     * @param series what the values are
     * @param past the stamps of the history, and {@code history} its values; both may be empty
     * @param ahead the stamps of the forecast, of the same kind and later, and {@code forecast} its values
     * @param levels intervals of the first steps of the forecast, any number of them
     */
    public static Chart of(
            String series, TimeAxis past, double[] history, TimeAxis ahead, double[] forecast, List<FanLevel> levels) {
        int steps = forecast.length;
        List<ChartLayer> layers = bands(past, history, ahead, levels);
        if (history.length > 0) {
            int shown = (int) Math.min(history.length, Math.max((long) HISTORY_PER_STEP * steps, LEAST_HISTORY));
            layers.add(new ChartLayer.Line(
                    "history",
                    ChartColor.ACTUAL,
                    Stroke.SOLID,
                    Markers.NONE,
                    tail(past.places(), shown),
                    tail(history, shown)));
        }
        layers.add(new ChartLayer.Line(
                "forecast",
                ChartColor.FORECAST,
                Stroke.SOLID,
                Markers.LAST,
                joined(tail(past.places(), 1), ahead.places()),
                joined(tail(history, 1), forecast)));
        return new Chart(
                series + ", forecast of " + NumberText.count(steps) + (steps == 1 ? " step" : " steps"),
                "",
                ahead.axis(),
                new Axis("", AxisScale.LINEAR),
                layers);
    }

    /** The widest first; without bands that the next narrower one covers. */
    private static List<ChartLayer> bands(TimeAxis past, double[] history, TimeAxis ahead, List<FanLevel> levels) {
        List<FanLevel> widest = new ArrayList<>(levels);
        widest.sort(Comparator.comparingDouble(FanLevel::percent).reversed());
        List<ChartLayer> layers = new ArrayList<>();
        for (int k = 0; k < widest.size(); k++) {
            FanLevel level = widest.get(k);
            if (level.lower().length > 0 && (k + 1 == widest.size() || !level.hasBoundsOf(widest.get(k + 1)))) {
                double[] places = Arrays.copyOf(ahead.places(), level.lower().length);
                layers.add(new ChartLayer.Band(
                        NumberText.of(level.percent()) + " % interval",
                        ChartColor.FORECAST,
                        joined(tail(past.places(), 1), places),
                        joined(tail(history, 1), level.lower()),
                        joined(tail(history, 1), level.upper())));
            }
        }
        return layers;
    }

    /**
     * A forecast from a time in the past, with what came.
     *
     * @param fan the forecast after its history
     * @param past the stamps of that history, and {@code history} its values; neither is empty
     * @param came the stamps of the values that came, and {@code values} these; both may be empty
     */
    public static Chart withActual(Chart fan, TimeAxis past, double[] history, TimeAxis came, double[] values) {
        List<ChartLayer> layers = new ArrayList<>();
        for (ChartLayer layer : fan.layers()) {
            // One line, of which the legend has one entry.
            layers.add(
                    layer instanceof ChartLayer.Line line && line.color() == ChartColor.ACTUAL
                            ? new ChartLayer.Line("", line.color(), line.stroke(), line.markers(), line.x(), line.y())
                            : layer);
        }
        layers.add(
                layers.size() - 1,
                new ChartLayer.Line(
                        "actual",
                        ChartColor.ACTUAL,
                        Stroke.SOLID,
                        Markers.NONE,
                        joined(tail(past.places(), 1), came.places()),
                        joined(tail(history, 1), values)));
        return new Chart(fan.title(), fan.note(), fan.x(), fan.y(), layers);
    }

    /** The last values, as many as there are. */
    private static double[] tail(double[] values, int count) {
        return Arrays.copyOfRange(values, Math.max(0, values.length - count), values.length);
    }

    private static double[] joined(double[] first, double[] then) {
        double[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
