package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.PairedTest;
import lstm.model.RowRole;
import lstm.model.Score;

/**
 * Forecasts from one origin after another, and the actual values.
 *
 * @param columns [C][rows], the targets first; not copied
 * @param masked rows without an actual value; not copied
 * @param origins ascending, at least one, all with the same targets and steps
 * @param every rows from one origin to the next, which determines how far forecasts overlap
 * @param season of the series
 * @param scales error scale of each target
 * @param role of the rows that are forecast
 * @param weight what the series counts in means over several; empty if as much as any
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record BacktestResult(
        double[][] columns,
        BitSet masked,
        List<OriginForecast> origins,
        int every,
        int season,
        List<ErrorScale> scales,
        RowRole role,
        OptionalDouble weight) {
    /** Copies the lists. */
    public BacktestResult {
        origins = List.copyOf(origins);
        scales = List.copyOf(scales);
    }

    /** Of rows that are unseen, of a series that counts as much as any. */
    public BacktestResult(
            double[][] columns,
            BitSet masked,
            List<OriginForecast> origins,
            int every,
            int season,
            List<ErrorScale> scales) {
        this(columns, masked, origins, every, season, scales, RowRole.UNSEEN, OptionalDouble.empty());
    }

    /** Some of the origins, at least one, whose rows have this role. */
    public BacktestResult of(List<OriginForecast> some, RowRole other) {
        return new BacktestResult(columns, masked, some, every, season, scales, other, weight);
    }

    /** The same of a series that counts so much. */
    public BacktestResult weighing(OptionalDouble other) {
        return new BacktestResult(columns, masked, origins, every, season, scales, role, other);
    }

    /** Number of columns that were forecast. */
    public int targets() {
        return scales.size();
    }

    /** Number of steps ahead. */
    public int steps() {
        return origins.get(0).forecasts().values().iterator().next()[0].length;
    }

    /** The methods that were evaluated from every origin, the model first. */
    public List<Method> methods() {
        List<Method> methods = new ArrayList<>(origins.get(0).forecasts().keySet());
        origins.forEach(origin -> methods.retainAll(origin.forecasts().keySet()));
        return methods;
    }

    /** Whether any forecast has an actual value, without which there is no score. */
    public boolean hasActual() {
        return origins.stream().anyMatch(origin -> masked.nextClearBit(origin.row()) < origin.row() + steps());
    }

    /**
     * The forecasts with an actual value, as [origin number, step]: of one step, or of all if {@code step} is negative.
     */
    private List<int[]> places(int step) {
        return IntStream.range(0, origins.size())
                .boxed()
                .flatMap(number -> IntStream.range(step < 0 ? 0 : step, step < 0 ? steps() : step + 1)
                        .filter(ahead -> !masked.get(origins.get(number).row() + ahead))
                        .mapToObj(ahead -> new int[] {number, ahead}))
                .toList();
    }

    private double[] actual(int target, List<int[]> places) {
        return places.stream()
                .mapToDouble(at -> columns[target][origins.get(at[0]).row() + at[1]])
                .toArray();
    }

    private double[] forecast(int target, List<int[]> places, Method method) {
        return places.stream()
                .mapToDouble(at -> origins.get(at[0]).forecasts().get(method)[target][at[1]])
                .toArray();
    }

    /**
     * Scores all methods on one step of a target, or on all steps.
     *
     * @param step from 0; negative for all
     * @return empty if there is no actual value
     */
    public Optional<Score> score(int target, int step) {
        List<int[]> places = places(step);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        double[] actual = actual(target, places);
        Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
        for (Method method : methods()) {
            double[] forecast = forecast(target, places, method);
            accuracies.put(method, ErrorMeasures.accuracy(actual, forecast, scales.get(target)));
        }
        Map<Method, PairedTest> tests = new EnumMap<>(Method.class);
        for (Method method : methods()) {
            if (method != Method.MODEL) {
                test(target, step, places, actual, method).ifPresent(test -> tests.put(method, test));
            }
        }
        Score.Over over = new Score.Over(1, step < 0 ? steps() : 1, origins(places).length, role);
        return Optional.of(new Score(season, accuracies, tests, over));
    }

    /** The accuracy of Naive2 over all steps of a target; its season is that of the rows before the first origin. */
    Optional<Accuracy> naive2(int target) {
        List<int[]> places = places(-1);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        double[] values = columns[target];
        Naive2 fitted = Naive2.fit(values, origins.get(0).row(), season);
        double[] forecast = places.stream()
                .mapToDouble(at -> fitted.forecast(values, origins.get(at[0]).row() - 1, at[1] + 1))
                .toArray();
        return Optional.of(ErrorMeasures.accuracy(actual(target, places), forecast, scales.get(target)));
    }

    /** Scores of all steps of each target that has an actual value. */
    public List<Score> scores() {
        return IntStream.range(0, targets())
                .mapToObj(target -> score(target, -1))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Numbers of the origins that have a forecast among the places. */
    private static int[] origins(List<int[]> places) {
        return places.stream().mapToInt(at -> at[0]).distinct().toArray();
    }

    /**
     * The model against another method. Steps of one origin are dependent, so over several steps the loss of an origin
     * is their mean.
     */
    private Optional<PairedTest> test(int target, int step, List<int[]> places, double[] actual, Method other) {
        double[] model = forecast(target, places, Method.MODEL);
        double[] simple = forecast(target, places, other);
        if (step >= 0 || steps() == 1) {
            return DieboldMariano.test(actual, model, simple, Math.max(0, step) / every + 1);
        }
        double[] differences = DieboldMariano.differences(
                ErrorMeasures.errors(actual, model),
                ErrorMeasures.errors(actual, simple),
                DieboldMariano.ErrorLoss.SQUARED);
        double[] sums = new double[origins.size()];
        int[] counts = new int[origins.size()];
        for (int k = 0; k < differences.length; k++) {
            sums[places.get(k)[0]] += differences[k];
            counts[places.get(k)[0]]++;
        }
        double[] means = Arrays.stream(origins(places))
                .mapToDouble(origin -> sums[origin] / counts[origin])
                .toArray();
        return DieboldMariano.testOfMeans(means, (steps() - 1) / every + 1);
    }

    /** The result of one of the origins alone. */
    public BacktestResult of(OriginForecast origin) {
        return of(List.of(origin), role);
    }

    /** The actual values of a target that have intervals, with these intervals: all steps from all origins. */
    public Covered covered(int target) {
        List<int[]> known = places(-1).stream()
                .filter(at -> isKnown(origins.get(at[0]).intervals()[target][at[1]]))
                .toList();
        return new Covered(
                actual(target, known),
                forecast(target, known, Method.MODEL),
                known.stream()
                        .map(at -> origins.get(at[0]).intervals()[target][at[1]])
                        .toArray(double[][][]::new));
    }

    private static boolean isKnown(double[][] intervals) {
        return intervals.length > 0 && Double.isFinite(intervals[0][0]);
    }

    /**
     * How well the model's forecasts fit the series when they are moved back in time; empty if they look further ahead
     * than one step, or if they are too few.
     */
    public Optional<LagFit> lagFit(int target) {
        List<int[]> places = places(0);
        int[] rows = places.stream().mapToInt(at -> origins.get(at[0]).row()).toArray();
        return steps() > 1
                ? Optional.empty()
                : LagFit.of(columns[target], masked, rows, forecast(target, places, Method.MODEL));
    }

    /** All methods' forecasts of one step of a target. */
    public Evaluation evaluation(int target, int step, FittedBaselines fitted) {
        List<int[]> places = places(step);
        Map<Method, double[]> forecasts = new EnumMap<>(Method.class);
        methods().forEach(method -> forecasts.put(method, forecast(target, places, method)));
        return new Evaluation(
                places.stream().mapToInt(at -> origins.get(at[0]).row() + at[1]).toArray(),
                actual(target, places),
                Collections.unmodifiableMap(forecasts),
                fitted);
    }
}
