package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.chart.Spread;
import lstm.explain.DependenceReach;
import lstm.explain.Explanation;
import lstm.explain.GateRetention;
import lstm.network.CellSignal;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/**
 * An explanation with the dates of its rows and the names of its columns.
 *
 * @param dates dates of the rows of the window, oldest first
 * @param columns names of the columns, the target first
 */
public record ExplanationReport(Explanation explanation, List<String> dates, List<String> columns) {
    private static final List<String> HEADER = List.of("date", "step", "layer", "series", "quantity", "mean", "sd");
    /** The share of the dependence that defines how far a forecast reaches back. */
    private static final double MOST = 0.9;

    /** Checks that there is a date for each row and a name for each column. */
    public ExplanationReport {
        dates = List.copyOf(dates);
        columns = List.copyOf(columns);
        if (dates.size() != explanation.inputs().length
                || columns.size() != explanation.inputs()[0].length) {
            throw new IllegalArgumentException(dates.size() + " dates, " + columns.size() + " columns");
        }
    }

    /**
     * One row per step and quantity: for layer 0, the input, gradient and occlusion of each column; for the other
     * layers mean and standard deviation over the units. Step 0 is the last row of the window, -1 the one before.
     */
    public Table table() {
        List<List<Object>> rows = new ArrayList<>();
        int steps = dates.size();
        for (int t = 0; t < steps; t++) {
            int step = t - steps + 1;
            for (int f = 0; f < columns.size(); f++) {
                rows.add(input(t, step, f, "gradient", explanation.gradient()[t][f]));
                rows.add(input(t, step, f, "occlusion", explanation.occlusion()[t][f]));
            }
            for (int layer = 1; layer <= layers().size(); layer++) {
                for (Map.Entry<CellSignal, float[][]> entry :
                        layers().get(layer - 1).entrySet()) {
                    Spread spread = Spread.of(entry.getValue()[t]);
                    rows.add(Arrays.asList(
                            dates.get(t), step, layer, null, entry.getKey().toString(), spread.mean(), spread.sd()));
                }
            }
        }
        return new Table(HEADER, rows);
    }

    private List<Object> input(int t, int step, int column, String quantity, double value) {
        return Arrays.asList(dates.get(t), step, 0, columns.get(column), quantity, value, null);
    }

    List<Map<CellSignal, float[][]>> layers() {
        return explanation.trace().layers();
    }

    /** A title: the target, the last row of the window and the forecast. */
    String title() {
        return columns.get(0) + ", forecast after " + dates.get(dates.size() - 1) + ": "
                + NumberText.of(explanation.forecast());
    }

    /** How far back the network remembers, as text. */
    public String text() {
        LabelledLines lines = new LabelledLines();
        lines.addWrapped(
                "window",
                NumberText.rows(dates.size()) + ", " + dates.get(0) + " to " + dates.get(dates.size() - 1)
                        + "; next value forecast: " + NumberText.of(explanation.forecast()));
        DependenceReach reach = DependenceReach.of(explanation.gradient());
        if (reach.rows(MOST) == 0) {
            lines.addWrapped("depends", "on no row: the gradient is zero everywhere");
        } else {
            lines.addWrapped(
                    "depends",
                    "90 % of the forecast's dependence is on the last " + NumberText.count(reach.rows(MOST)) + " of "
                            + NumberText.rows(dates.size()) + ", half on the last " + rows(reach.rows(0.5)));
            lines.addWrapped("check", check());
        }
        for (int layer = 1; layer <= layers().size(); layer++) {
            lines.addWrapped("layer " + layer, retention(GateRetention.of(layers().get(layer - 1))));
        }
        return lines.toString();
    }

    private String check() {
        double agreement = explanation.agreement();
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

    private static String retention(Optional<GateRetention> kept) {
        if (kept.isEmpty()) {
            return "no forget or update gate: all memory passes through tanh at every row";
        }
        GateRetention retention = kept.get();
        return retention.gate() + " gates average " + share(retention.mean()) + ", "
                + halfLife(retention.mean()) + "; longest-lived unit " + share(retention.longest()) + ", "
                + halfLife(retention.longest());
    }

    private static String share(double gate) {
        return String.format(Locale.ROOT, gate > 0.995 ? "%.4f" : "%.2f", gate);
    }

    private static String halfLife(double gate) {
        OptionalDouble rows = GateRetention.halfLife(gate);
        return rows.isEmpty() ? "no decay" : "a half-life of " + NumberText.rounded(rows.getAsDouble(), 2) + " rows";
    }

    /** The summary as values for {@link Json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first", dates.get(0));
        values.put("last", dates.get(dates.size() - 1));
        values.put("rows", dates.size());
        values.put("forecast", explanation.forecast());
        values.put("gradient", reach(DependenceReach.of(explanation.gradient())));
        values.put("occlusion", reach(DependenceReach.of(explanation.occlusion())));
        values.put("agreement", finite(explanation.agreement()));
        List<Object> layers = new ArrayList<>();
        for (Map<CellSignal, float[][]> layer : layers()) {
            layers.add(GateRetention.of(layer).map(ExplanationReport::values).orElse(null));
        }
        values.put("layers", layers);
        return values;
    }

    private static Map<String, Object> reach(DependenceReach reach) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows_50", reach.rows(0.5));
        values.put("rows_90", reach.rows(MOST));
        return values;
    }

    private static Map<String, Object> values(GateRetention retention) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("gate", retention.gate().toString());
        values.put("mean", retention.mean());
        values.put("half_life", orNull(GateRetention.halfLife(retention.mean())));
        values.put("longest", retention.longest());
        values.put("longest_half_life", orNull(GateRetention.halfLife(retention.longest())));
        return values;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? finite(value.getAsDouble()) : null;
    }
}
