package lstm.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.base.OpenBaseNetworks;
import lstm.calendar.Calendar;
import lstm.forecast.Calibrator;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.model.Calibration;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.prepare.Timeline;
import lstm.prepare.TrainingSet;
import lstm.prepare.Windows;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;

/**
 * The rows held out by training that are scored, and how well a network forecasts them: those after the rows that chose
 * the epoch, or all held-out rows if they were too few to divide.
 */
public record Holdout(TrainingSet set, Series series, Calendar calendar) {
    /** With more forecasts than this, origins are spread evenly. */
    private static final int MOST_FORECASTS = 100_000;

    /** The same for origins where the base network forecasts, which takes half a millisecond for each. */
    static final int MOST_OF_BASE = 20_000;

    /**
     * The share of the training rows that simple methods are fitted on for {@link #earlier}, and how many these must
     * be.
     */
    private static final double EARLIER = 0.75;

    private static final int LEAST_EARLIER = 300;
    private static final int LEAST_SEASONS = 10;
    private static final int MOST_EARLIER = 200;

    /** Number of steps that can be scored: the horizon, unless fewer rows are held out. */
    public int steps() {
        return Math.min(plan().horizon(), set.split().scoredRows());
    }

    /**
     * Forecasts of all steps from every origin whose steps all lie within these rows.
     *
     * @param fitted baselines of each target
     * @return empty if there is no such origin
     */
    public Optional<BacktestResult> forecasts(Forecaster forecaster, List<FittedBaselines> fitted) {
        return forecasts(forecaster, fitted, steps());
    }

    /** The held-out rows that choose the epoch, which weights of a combination are learned on too. */
    public Holdout choosing() {
        Split split = set.split();
        Split chosen = new Split(split.chosenTo(), split.trainRows());
        TrainingSet earlier = new TrainingSet(chosen, set.preparation(), set.learn(), set.validation());
        return new Holdout(earlier, series.first(split.chosenTo()), calendar);
    }

    /**
     * Forecasts of training rows by simple methods that were fitted on the rows before them; none if these are too few
     * to be fitted as well.
     *
     * @param extent which methods
     */
    public List<BacktestResult> earlier(FitExtent extent) {
        int rows = set.split().trainRows();
        int fitted = (int) (EARLIER * rows);
        if (fitted < Math.max(LEAST_EARLIER, LEAST_SEASONS * plan().season())) {
            return List.of();
        }
        TrainingSet part = new TrainingSet(new Split(rows, fitted), set.preparation(), set.learn(), set.validation());
        Series known = series.first(rows);
        int steps = Math.min(plan().horizon(), rows - fitted);
        int[] origins = new Holdout(part, known, calendar).whole(steps, MOST_EARLIER);
        if (origins.length == 0) {
            return List.of();
        }
        double[][] values = known.values();
        List<FittedBaselines> simple = BaselineFit.of(values, known.masked(), fitted, set.preparation(), extent);
        List<Map<Method, double[][]>> methods = simple(simple, values, origins, steps);
        List<OriginForecast> done = new ArrayList<>();
        for (int k = 0; k < origins.length; k++) {
            done.add(new OriginForecast(origins[k], fitted, methods.get(k), new double[0][][][]));
        }
        return List.of(new BacktestResult(
                values,
                known.masked(),
                done,
                origins.length == 1 ? 1 : origins[1] - origins[0],
                plan().season(),
                simple.stream().map(FittedBaselines::scale).toList()));
    }

    private static List<Map<Method, double[][]>> simple(
            List<FittedBaselines> fitted, double[][] values, int[] origins, int steps) {
        try (OpenBaseNetworks bases = new OpenBaseNetworks()) {
            return HistoricalForecasts.simple(Baseline.common(fitted, origins[0], bases), values, origins, steps);
        }
    }

    Optional<BacktestResult> forecasts(Forecaster forecaster, List<FittedBaselines> fitted, int steps) {
        return forecasts(forecaster, fitted, steps, MOST_OF_BASE);
    }

    /** @param most maximum number of origins if the base network forecasts too */
    Optional<BacktestResult> forecasts(Forecaster forecaster, List<FittedBaselines> fitted, int steps, int most) {
        int[] all = steps == 0 ? new int[0] : whole(steps, Integer.MAX_VALUE);
        boolean slow = fitted.get(0).base().isPresent();
        long least = Math.max(((long) all.length * steps - 1) / MOST_FORECASTS, slow ? (all.length - 1) / most : 0);
        int every = (int) least + 1;
        int[] origins = IntStream.iterate(0, k -> k < all.length, k -> k + every)
                .map(k -> all[k])
                .toArray();
        if (origins.length == 0) {
            return Optional.empty();
        }
        List<List<Baseline>> simple = Baseline.common(fitted, origins[0], forecaster.bases());
        Forecast[] forecasts = forecast(forecaster, origins, steps);
        double[][] values = series.values();
        List<Map<Method, double[][]>> others = HistoricalForecasts.simple(simple, values, origins, steps);
        List<OriginForecast> done = new ArrayList<>();
        for (int k = 0; k < origins.length; k++) {
            Map<Method, double[][]> methods = HistoricalForecasts.own(forecasts[k]);
            methods.putAll(others.get(k));
            done.add(new OriginForecast(origins[k], set.split().trainRows(), methods, new double[0][][][]));
        }
        return Optional.of(new BacktestResult(
                values,
                series.masked(),
                done,
                every,
                plan().season(),
                fitted.stream().map(FittedBaselines::scale).toList()));
    }

    /**
     * Calibrates each step on the errors of forecasts. If the network outputs several steps at once, origins before the
     * first of these rows are used too, as far as their steps lie within; otherwise there would be few errors of the
     * later steps. No row that taught serves as an actual value, nor one that chose the epoch, if they are divided.
     */
    public Optional<Calibration> calibration(Forecaster forecaster) {
        BitSet unknown = (BitSet) series.masked().clone();
        unknown.set(0, set.split().scoredFrom());
        return Calibrator.of(forecaster, plan(), Timeline.of(series), calendar, unknown, origins(outputSteps()));
    }

    /**
     * Evenly spaced origins whose forecasts of this many steps lie within these rows.
     *
     * @param most maximum number of origins
     */
    int[] whole(int steps, int most) {
        int[] all = IntStream.of(origins(1))
                .filter(origin -> origin + steps <= series.rows())
                .toArray();
        return EvenlySpaced.of(all.length, most).map(k -> all[k]).toArray();
    }

    /** Forecasts from the origins of {@link #whole}. */
    Forecast[] forecast(Forecaster forecaster, int[] origins, int steps) {
        Timeline rows = Timeline.of(series);
        Timeline longer = plan().ahead() > 0 ? rows : rows.with(ForecastRollout.rounded(plan(), steps), calendar);
        return forecaster.forecast(longer, origins, steps);
    }

    /** Origins whose forecasts of this many steps reach these rows, and which have enough rows before them. */
    private int[] origins(int steps) {
        int historyRows = set.preparation().historyRows();
        int first = Math.max(historyRows, set.split().scoredFrom() - steps + 1);
        int last = plan().ahead() > 0 ? series.rows() - outputSteps() : series.rows() - 1;
        return set.split().heldRows() == 0
                ? new int[0]
                : IntStream.rangeClosed(first, last)
                        .filter(origin -> series.origin(origin) == origin)
                        .filter(origin ->
                                Windows.isFree(series.masked(), origin - historyRows, steps == 1 ? origin + 1 : origin))
                        .toArray();
    }

    private int outputSteps() {
        return plan().outputSteps();
    }

    private PreparationPlan plan() {
        return set.preparation().plan();
    }
}
