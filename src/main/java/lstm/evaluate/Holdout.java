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

/** The rows held out by training, and how well a network forecasts them. */
public record Holdout(TrainingSet set, Series series, Calendar calendar) {
    /** Evaluates one-step forecasts of every row, for each target; empty if nothing was held out. */
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
     * Calibrates each step on the errors of forecasts. If the network outputs several steps at once, origins before the
     * first held-out row are used too, as far as their steps are held out; otherwise there would be few errors of the
     * later steps. No training row serves as an actual value.
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
     * Evenly spaced origins whose forecasts of this many steps lie within the held-out rows.
     *
     * @param most maximum number of origins
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

    /** Forecasts from the origins of {@link #whole}. */
    Forecast[] forecast(Forecaster forecaster, int[] origins, int steps) {
        Timeline rows = new Timeline(series.values(), series.stamps());
        Timeline longer = plan().ahead() > 0 ? rows : rows.with(ForecastRollout.rounded(plan(), steps), calendar);
        return forecaster.forecast(longer, origins, steps);
    }

    /** Origins whose forecasts of this many steps reach the held-out rows, and which have enough rows before them. */
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

    /** The rows up to the end of the last forecast. */
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
