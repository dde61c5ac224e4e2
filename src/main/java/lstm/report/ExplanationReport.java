package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.explain.DependenceReach;
import lstm.explain.Explanation;
import lstm.explain.GateRetention;
import lstm.network.CellSignal;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.ForecastExplanation;

/**
 * The explanation of a forecast as a table, as text and as values for JSON.
 *
 * @param forecast the forecast explained
 * @param shown the units shown by the table and the figure
 */
public record ExplanationReport(ForecastExplanation forecast, UnitChoice shown) {
    private static final List<String> FIRST = List.of("date", "step", "layer", "series", "quantity");
    /** The share of the dependence that defines how far a forecast reaches back. */
    private static final double MOST = 0.9;

    /**
     * One row per step and quantity: for layer 0, the input, gradient and occlusion of each column; for the other
     * layers mean and standard deviation over the units, or the values of single units. Step 0 is the last row of the
     * window, -1 the one before. Padding has no date.
     */
    public Table table() {
        List<String> header = new ArrayList<>(FIRST);
        header.addAll(shown.isOfMeans() ? List.of("mean", "sd") : List.of("unit", "value"));
        List<SignalRow> signals = rows();
        List<List<Object>> rows = new ArrayList<>();
        for (int t = 0; t < dates().size(); t++) {
            for (int f = 0; f < forecast.columns().size(); f++) {
                String column = forecast.columns().get(f);
                rows.add(row(t, 0, column, "gradient", input(explanation().gradient()[t][f])));
                rows.add(row(t, 0, column, "occlusion", input(explanation().occlusion()[t][f])));
            }
            for (SignalRow signal : signals) {
                Object[] values = shown.isOfMeans()
                        ? new Object[] {signal.values()[t], signal.deviations()[t]}
                        : new Object[] {signal.unit(), signal.values()[t]};
                rows.add(row(t, signal.layer(), null, signal.signal().toString(), values));
            }
        }
        return new Table(header, rows);
    }

    /** The last two cells of a row about an input, which has no units. */
    private Object[] input(double value) {
        return shown.isOfMeans() ? new Object[] {value, null} : new Object[] {null, value};
    }

    private List<Object> row(int t, int layer, String column, String quantity, Object[] values) {
        String date = t < padded() ? null : dates().get(t);
        return Arrays.asList(date, t - dates().size() + 1, layer, column, quantity, values[0], values[1]);
    }

    /** The rows of the layers shown, layer by layer. */
    List<SignalRow> rows() {
        List<SignalRow> rows = new ArrayList<>();
        for (int layer = 1; layer <= layers().size(); layer++) {
            if (shown.layer().isEmpty() || shown.layer().get() == layer) {
                rows.addAll(SignalRow.of(layer, layers().get(layer - 1), shown));
            }
        }
        return rows;
    }

    Explanation explanation() {
        return forecast.explanation();
    }

    List<String> dates() {
        return forecast.dates();
    }

    private int padded() {
        return forecast.padded();
    }

    /** What a row of the window is called. */
    String place(int t) {
        return t < padded() ? "padding" : dates().get(t);
    }

    /** Rows of the window that one step of the network reads. */
    private int span() {
        return explanation().trace().span();
    }

    private List<Map<CellSignal, float[][]>> layers() {
        return explanation().trace().layers();
    }

    private List<Optional<GateRetention>> retentions() {
        return IntStream.range(0, layers().size())
                .mapToObj(layer -> GateRetention.of(
                        layers().get(layer), explanation().untrained().layers().get(layer)))
                .toList();
    }

    /** A title: the target, the date and the forecast. */
    String title() {
        return Titles.of(forecast.columns().get(0), forecast.source()) + ", " + what();
    }

    private String what() {
        String step = forecast.horizon() == 1 && forecast.step() == 1
                ? ""
                : ", step " + forecast.step() + " of " + forecast.horizon();
        return "forecast for " + forecast.date() + step + ": "
                + NumberText.of(explanation().forecast());
    }

    /** How far back the network remembers, as text. */
    public String text() {
        LabelledLines lines = new LabelledLines();
        lines.addWrapped(
                "window",
                NumberText.rows(dates().size()) + ", " + dates().get(padded()) + " to "
                        + dates().get(dates().size() - 1) + "; " + what());
        if (padded() > 0) {
            lines.addWrapped(
                    "",
                    "the series has only begun: the first "
                            + (padded() == 1 ? "row of it is" : NumberText.rows(padded()) + " of it are")
                            + " padding, the mean of the others");
        }
        if (forecast.made() > 0) {
            lines.addWrapped(
                    "",
                    "its last " + rows(forecast.made()) + (forecast.made() == 1 ? " is" : " are")
                            + " forecast: what depends on them depends on the rows before");
        }
        if (forecast.networks() > 1) {
            lines.addWrapped(
                    "network",
                    explanation().network() + " of " + forecast.networks()
                            + (forecast.networks() % 2 == 1
                                    ? ", whose forecast is their median"
                                    : ", the lower of the two whose mean is the median"));
        }
        DependenceReach reach = DependenceReach.of(explanation().gradient());
        if (reach.rows(MOST) == 0) {
            lines.addWrapped("depends", "on no row: the gradient is zero everywhere");
        } else {
            lines.addWrapped("depends", depends(reach));
            lines.addWrapped("check", check());
        }
        if (span() > 1) {
            lines.addWrapped("segments", "of " + NumberText.rows(span()) + "; each row has the gates of its segment");
        }
        for (int layer = 1; layer <= layers().size(); layer++) {
            lines.addWrapped("layer " + layer, RetentionText.of(retentions().get(layer - 1), shown.unit(), span()));
        }
        return lines.toString();
    }

    private String depends(DependenceReach reach) {
        int last = dates().size() - 1;
        int peak = reach.peak();
        String where = place(peak) + (peak == last ? "" : ", " + NumberText.rows(last - peak) + " before the last");
        return "90 % of the forecast's dependence is on the last " + NumberText.count(reach.rows(MOST)) + " of "
                + NumberText.rows(dates().size()) + ", half on the last " + rows(reach.rows(0.5)) + "; most on " + where
                + " (" + NumberText.rounded(100 * reach.shares()[peak], 2) + " %)";
    }

    private String check() {
        double agreement = explanation().agreement();
        if (Double.isNaN(agreement)) {
            return "replacing rows with the mean of the window changes nothing";
        }
        return String.format(
                Locale.ROOT,
                "replacing each row with the mean of the window confirms the gradient: correlation %.2f",
                agreement);
    }

    private static String rows(int rows) {
        return rows == 1 ? "row" : NumberText.rows(rows);
    }

    /** The summary as values for {@link Json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first", dates().get(padded()));
        values.put("last", dates().get(dates().size() - 1));
        values.put("rows", dates().size());
        if (padded() > 0) {
            values.put("rows_padded", padded());
        }
        values.put("rows_forecast", forecast.made());
        values.put("step", forecast.step());
        values.put("date", forecast.date());
        values.put("forecast", explanation().forecast());
        if (forecast.networks() > 1) {
            values.put("network", explanation().network());
            values.put("networks", forecast.networks());
        }
        values.put("gradient", reach(DependenceReach.of(explanation().gradient())));
        values.put("occlusion", reach(DependenceReach.of(explanation().occlusion())));
        values.put("agreement", finite(explanation().agreement()));
        if (span() > 1) {
            values.put("segment", span());
        }
        List<Object> layers = new ArrayList<>();
        retentions().forEach(layer -> layers.add(layer.map(this::values).orElse(null)));
        values.put("layers", layers);
        return values;
    }

    /** How dependence is spread, as values. */
    static Map<String, Object> reach(DependenceReach reach) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows_50", reach.rows(0.5));
        values.put("rows_90", reach.rows(MOST));
        values.put("peak", reach.peak() - reach.shares().length + 1);
        return values;
    }

    private Map<String, Object> values(GateRetention retention) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("gate", retention.gate().toString());
        values.put("mean", retention.mean());
        values.put("half_life", halfLife(retention.mean()));
        values.put("longest", retention.longest());
        values.put("longest_half_life", halfLife(retention.longest()));
        values.put("longest_unit", retention.longestUnit());
        values.put("untrained_mean", retention.untrainedMean());
        values.put("moved", retention.moved());
        shown.unit().ifPresent(unit -> {
            values.put("unit", unit);
            values.put("unit_mean", retention.units()[unit - 1]);
            values.put("unit_untrained_mean", retention.untrained()[unit - 1]);
        });
        return values;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** In rows. */
    private Double halfLife(double gate) {
        OptionalDouble steps = GateRetention.halfLife(gate);
        return steps.isPresent() ? finite(span() * steps.getAsDouble()) : null;
    }
}
