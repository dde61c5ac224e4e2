package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.error.LstmException;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.HistoricalForecasts;
import lstm.evaluate.RowsSeen;
import lstm.evaluate.RowsWithHistory;
import lstm.forecast.Forecast;
import lstm.model.Model;
import lstm.prepare.Timeline;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;
import lstm.series.SumGrouping;

/**
 * Scores the sums of the forecasts of the series of a table, beside simple methods that forecast the sums of the
 * values. A sum is of the series that were scored.
 */
public record EvaluatedSums(Model model, SeriesTable table, List<SumGrouping> groupings) {
    /** Copies the list. */
    public EvaluatedSums {
        groupings = List.copyOf(groupings);
    }

    /** The scores of each sum, grouping after grouping. */
    public List<KeyedEvaluation<EvaluationResult>> of(List<KeyedEvaluation<EvaluationResult>> each)
            throws LstmException {
        TableSums.requireDates(table, groupings);
        List<KeyedEvaluation<EvaluationResult>> scored =
                each.stream().filter(one -> one.result().isPresent()).toList();
        List<KeyedEvaluation<EvaluationResult>> sums = new ArrayList<>();
        for (SumGrouping grouping : groupings) {
            for (Map.Entry<SeriesKey, List<KeyedEvaluation<EvaluationResult>>> group :
                    grouping.groups(scored, KeyedEvaluation::key).entrySet()) {
                List<EvaluationResult> parts = group.getValue().stream()
                        .map(one -> one.result().orElseThrow())
                        .toList();
                sums.add(of(group.getKey(), parts));
            }
        }
        return sums;
    }

    private KeyedEvaluation<EvaluationResult> of(SeriesKey key, List<EvaluationResult> parts) {
        String name = table.name(key);
        SummedForecasts sums =
                SummedForecasts.of(name, parts.stream().map(PartForecasts::of).toList());
        if (sums.origins().isEmpty()) {
            LstmException reason = LstmException.data("its parts are not forecast from the same dates")
                    .in(name);
            return KeyedEvaluation.without(key, SeriesStatus.FAILED, reason);
        }
        return new KeyedEvaluation<>(key, SeriesStatus.OK, Optional.of(result(sums, parts)), Optional.empty());
    }

    /** What the parts count together. */
    private static OptionalDouble weight(List<EvaluationResult> parts) {
        double[] weights = parts.stream()
                .flatMapToDouble(part -> part.forecasts().weight().stream())
                .toArray();
        return weights.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(weights).sum());
    }

    private EvaluationResult result(SummedForecasts sums, List<EvaluationResult> parts) {
        BacktestResult first = parts.get(0).forecasts();
        Series rows = sums.rows();
        int[] origins = sums.origins().stream().mapToInt(row -> row).toArray();
        RowsWithHistory history = RowsWithHistory.after(model, rows);
        RowsSeen seen = RowsSeen.of(model, rows);
        Model beside = model.withBaselines(history.baselines(Math.max(origins[0], seen.taught()), model));
        HistoricalForecasts forecasts = new HistoricalForecasts(
                Timeline.of(rows),
                new double[first.targets()][0],
                rows.masked(),
                seen,
                origins,
                first.every(),
                first.steps());
        BacktestResult sum = forecasts.of(
                beside,
                sums.points().stream().map(Forecast::of).toArray(Forecast[]::new),
                () -> new SumIntervals(model, rows, parts.size(), first.steps()),
                parts.get(0).levels().shares());
        BacktestResult result = sum.weighing(weight(parts));
        return new EvaluationResult(
                beside, rows, history, result, seen.parts(result), parts.get(0).levels());
    }
}
