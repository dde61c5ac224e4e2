package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.error.SettingValue;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.series.SeriesKey;
import lstm.text.NumberText;
import lstm.workflow.KeyedEvaluation;
import lstm.workflow.SeriesStatus;

/** The scores of the series of a table: a row for each, and what they say together. */
public final class SeriesScores {
    private static final List<String> MEASURES = List.of("rmse", "mae", "mase", "rmsse", "smape");

    /** The usual ones first. */
    private static final List<Method> METHODS =
            Stream.of(Method.usual(), Method.smoothing()).flatMap(List::stream).toList();

    /** Parts of a combination, which only some models are. */
    private static final List<Method> PARTS = List.of(Method.NETWORK, Method.BASE);

    private SeriesScores() {}

    /**
     * A row for each series: its keys, status, forecasts that were scored, and the errors of the model and the simple
     * methods on its first target; then those of the network alone and of the base model, as far as they were scored,
     * and what its rows were to the model: on those that taught it, errors say nothing about later rows.
     *
     * @param keys names of the key columns
     */
    public static Table table(List<String> keys, List<? extends KeyedEvaluation<?>> evaluations) {
        List<Optional<Score>> scores = evaluations.stream()
                .map(one -> one.result().flatMap(result -> result.score(0)))
                .toList();
        List<Method> methods = methods(scores);
        List<String> columns = columns(methods);
        columns.add("rows_were");
        List<Table> rows = new ArrayList<>(List.of(new Table(columns, List.of())));
        List<List<String>> cells = new ArrayList<>(List.of(keys));
        for (int k = 0; k < evaluations.size(); k++) {
            KeyedEvaluation<?> one = evaluations.get(k);
            List<Object> row = row(one.status(), scores.get(k), methods);
            row.add(scores.get(k).map(known -> Scores.key(known.over().role())).orElse(null));
            rows.add(new Table(columns, List.of(row)));
            cells.add(KeyColumns.cells(one.key()));
        }
        return Table.joined(KeyColumns.names(keys, columns), cells, rows);
    }

    private static List<Method> methods(List<Optional<Score>> scores) {
        List<Method> methods = new ArrayList<>(METHODS);
        PARTS.stream()
                .filter(part -> scores.stream().flatMap(Optional::stream).anyMatch(score -> score.accuracies()
                        .containsKey(part)))
                .forEach(methods::add);
        return methods;
    }

    /** The names of the columns after the keys that there are with every model. */
    public static List<String> columns() {
        return columns(METHODS);
    }

    private static List<String> columns(List<Method> methods) {
        List<String> columns = new ArrayList<>(List.of("status", "forecasts"));
        for (Method method : methods) {
            MEASURES.forEach(measure -> columns.add(method.key() + "_" + measure));
        }
        return columns;
    }

    /** The cells of one series under {@link #columns}: the count is an integer, the errors are doubles or null. */
    public static List<Object> row(SeriesStatus status, Optional<Score> score) {
        return row(status, score, METHODS);
    }

    private static List<Object> row(SeriesStatus status, Optional<Score> score, List<Method> methods) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                status.toString(), score.map(known -> known.model().count()).orElse(null)));
        for (Method method : methods) {
            Accuracy accuracy =
                    score.map(known -> known.accuracies().get(method)).orElse(null);
            cells.addAll(
                    accuracy == null
                            ? Arrays.asList(new Object[MEASURES.size()])
                            : Arrays.asList(
                                    accuracy.rmse(),
                                    accuracy.mae(),
                                    Scores.orNull(accuracy.mase()),
                                    Scores.orNull(accuracy.rmsse()),
                                    accuracy.smape()));
        }
        return cells;
    }

    /**
     * How many could not be scored and why the first could not; none if all could.
     *
     * @param what they are: series, or sums over them
     */
    public static Optional<String> unscored(
            String what, List<String> keys, List<? extends KeyedEvaluation<?>> evaluations) {
        List<? extends KeyedEvaluation<?>> without =
                evaluations.stream().filter(one -> one.result().isEmpty()).toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        SeriesKey first = without.get(0).key();
        return Optional.of(NumberText.count(without.size()) + " of " + NumberText.count(evaluations.size())
                + " " + what + " are not scored; the first, " + first.text(keys) + ", "
                + without.get(0).reason().orElseThrow().problem().text(SettingValue::toString));
    }
}
