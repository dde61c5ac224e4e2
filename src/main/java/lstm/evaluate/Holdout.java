package lstm.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.forecast.Calibrator;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.Timeline;
import lstm.model.Calibration;
import lstm.model.FittedBaselines;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PreparationPlan;
import lstm.prepare.TrainingSet;
import lstm.prepare.Windows;
import lstm.series.Series;

/** The rows that training held out, and what a network says of them. */
public record Holdout(TrainingSet set, Series series, Calendar calendar) {
    /** One step ahead on every row, for each target; none if nothing was held out. */
    public List<Evaluation> oneStep(Forecaster forecaster, List<FittedBaselines> fitted) {
        int[] origins = origins(1);
        if (origins.length == 0) {
            return List.of();
        }
        double[][] predicted = forecaster.oneStep(timeline(), origins);
        List<Evaluation> each = new ArrayList<>();
        for (int target = 0; target < predicted.length; target++) {
            each.add(Evaluation.of(
                    new double[0], series.column(target), origins, predicted[target], fitted.get(target)));
        }
        return each;
    }

    /**
     * How far forecasts are off, step by step. Where several steps are told at once, those from origins before the
     * first of these rows are looked at too, as far as they reach them: otherwise the later steps would hardly be
     * known. No truth among them was learned from.
     */
    public Optional<Calibration> calibration(Forecaster forecaster) {
        BitSet unknown = (BitSet) series.masked().clone();
        unknown.set(0, set.split().trainRows());
        return Calibrator.of(
                forecaster,
                plan(),
                new Timeline(series.values(), series.stamps()),
                calendar,
                unknown,
                origins(outputSteps()));
    }

    /**
     * Origins from which so many steps lie within these rows, evenly chosen.
     *
     * @param most of them
     */
    int[] whole(int steps, int most) {
        int[] all = IntStream.of(origins(1))
                .filter(origin -> origin + steps <= series.rows())
                .toArray();
        int count = Math.min(all.length, most);
        return IntStream.range(0, count)
                .map(k -> all[(int) ((long) k * all.length / count)])
                .toArray();
    }

    /** Forecasts from origins of {@link #whole}. */
    Forecast[] forecast(Forecaster forecaster, int[] origins, int steps) {
        Timeline rows = new Timeline(series.values(), series.stamps());
        Timeline longer = plan().ahead() > 0 ? rows : rows.with(ForecastRollout.rounded(plan(), steps), calendar);
        return forecaster.forecast(longer, origins, steps);
    }

    /** Rows from which forecasts of so many steps reach these rows, and before which a whole window is known. */
    private int[] origins(int steps) {
        int historyRows = set.preparation().historyRows();
        int first = Math.max(historyRows, set.split().trainRows() - steps + 1);
        int last = plan().ahead() > 0 ? series.rows() - outputSteps() : series.rows() - 1;
        return set.split().heldRows() == 0
                ? new int[0]
                : IntStream.rangeClosed(first, last)
                        .filter(origin ->
                                Windows.isFree(series.masked(), origin - historyRows, steps == 1 ? origin + 1 : origin))
                        .toArray();
    }

    /** As far as the last forecast looks. */
    private Timeline timeline() {
        Timeline rows = new Timeline(series.values(), series.stamps());
        return plan().ahead() > 0 ? rows : rows.with(outputSteps(), calendar);
    }

    private int outputSteps() {
        return plan().outputSteps();
    }

    private PreparationPlan plan() {
        return set.preparation().plan();
    }
}
