package lstm.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lstm.explain.CellTrial;
import lstm.explain.GradientFlow;
import lstm.model.Score;
import lstm.train.Epoch;

/** Results of several cells. Everything but the seconds is the same in every run. */
public record Comparison(List<Entry> entries) {
    /**
     * One cell.
     *
     * @param seconds seconds of the fastest epoch; empty if none was finished
     */
    public record Entry(CellTrial trial, Optional<Double> seconds) {}

    private static final List<String> HEADER = List.of(
            "cell",
            "units",
            "parameters",
            "seconds",
            "best_epoch",
            "validation",
            "rmse",
            "baseline",
            "skill",
            "reach",
            "first_h",
            "first_c");
    private static final List<String> GRADIENT_HEADER = List.of("cell", "quantity", "back", "norm");
    /** A gradient below this share of the last step's has vanished. */
    private static final double VANISHED = 0.01;

    private static final int DIGITS = 4;

    /** Copies the list. */
    public Comparison {
        entries = List.copyOf(entries);
    }

    /** The table with one row per cell. */
    public Table table() {
        return new Table(HEADER, entries.stream().map(Comparison::row).toList());
    }

    /** The table for people, in two parts that fit a terminal. */
    public String text() {
        Table all = table();
        List<String> results = new ArrayList<>(HEADER.subList(HEADER.indexOf("rmse"), HEADER.size()));
        results.add(0, HEADER.get(0));
        return Aligned.text(part(all, HEADER.subList(0, HEADER.indexOf("rmse")))) + "\n"
                + Aligned.text(part(all, results));
    }

    private static Table part(Table all, List<String> columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : all.rows()) {
            rows.add(columns.stream()
                    .map(name -> shortened(row.get(all.columns().indexOf(name))))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        return new Table(columns, rows);
    }

    private static Object shortened(Object value) {
        return value instanceof Double number
                ? (Object) new BigDecimal(number).round(new MathContext(DIGITS)).doubleValue()
                : value;
    }

    private static List<Object> row(Entry entry) {
        CellTrial trial = entry.trial();
        Optional<GradientFlow> flow = trial.gradientFlow();
        return Arrays.asList(
                trial.architecture().cell().toString(),
                trial.architecture().units(),
                trial.architecture().layout().size(),
                entry.seconds().orElse(null),
                trial.best().map(epoch -> trial.bestEpoch()).orElse(null),
                trial.best().map(Epoch::selectionLoss).orElse(null),
                trial.score().map(score -> score.model().rmse()).orElse(null),
                trial.score().map(score -> score.naive().rmse()).orElse(null),
                trial.score().map(Score::skill).map(Comparison::orNull).orElse(null),
                flow.map(found -> found.reach(VANISHED)).orElse(null),
                flow.map(found -> first(found.hidden())).orElse(null),
                flow.flatMap(GradientFlow::memory).map(Comparison::first).orElse(null));
    }

    private static Double orNull(OptionalDouble value) {
        return finite(value.orElse(Double.NaN));
    }

    private static Double first(double[] back) {
        return finite(back[back.length - 1]);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /**
     * A table with one row per cell, quantity (h or c) and step back: the norm of the gradient relative to the last
     * step.
     */
    public Table gradients() {
        List<List<Object>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            CellTrial trial = entry.trial();
            String cell = trial.architecture().cell().toString();
            trial.gradientFlow().ifPresent(flow -> {
                add(rows, cell, "h", flow.hidden());
                flow.memory().ifPresent(memory -> add(rows, cell, "c", memory));
            });
        }
        return new Table(GRADIENT_HEADER, rows);
    }

    private static void add(List<List<Object>> rows, String cell, String quantity, double[] shares) {
        for (int back = 0; back < shares.length; back++) {
            rows.add(Arrays.asList(cell, quantity, back, finite(shares[back])));
        }
    }
}
