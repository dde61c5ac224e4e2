package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lstm.model.Autoregression;
import lstm.model.FittedBaselines;
import lstm.model.HeldOutValues;
import lstm.model.SmoothingFits;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import lstm.prepare.TrainingSet;
import lstm.series.Series;

/** Fits the baselines on the training rows of a series. */
public final class BaselineFit {
    /** Steps ahead for which every held-out value has an error. */
    private static final int STEPS = 50;

    private BaselineFit() {}

    /**
     * Fits the baselines of each target on the first {@code trainRows} rows that are not masked. They also keep rows
     * from the end of the whole series, from which forecasts after the series start.
     *
     * @param columns the targets first, not modified
     * @param masked rows that are left out
     * @param trainRows at least 1
     * @param preparation of the model, which gives the season and the number of history rows
     */
    public static List<FittedBaselines> of(double[][] columns, BitSet masked, int trainRows, Preparation preparation) {
        return of(columns, masked, trainRows, preparation, false);
    }

    /**
     * The same, and methods that smooth too.
     *
     * @param smooths whether these are fitted, which takes longer
     */
    public static List<FittedBaselines> of(
            double[][] columns, BitSet masked, int trainRows, Preparation preparation, boolean smooths) {
        PreparationPlan plan = preparation.plan();
        double[][] targets = Arrays.copyOf(columns, plan.targets());
        List<Optional<SmoothingFits>> fits = Arrays.stream(targets)
                .map(target -> smooths
                        ? Optional.of(smoothing(target, masked, trainRows, plan.season()))
                        : Optional.<SmoothingFits>empty())
                .toList();
        return of(targets, masked, trainRows, plan.season(), preparation.historyRows(), fits);
    }

    static List<FittedBaselines> of(double[][] targets, BitSet masked, int trainRows, int season, int historyRows) {
        return of(
                targets, masked, trainRows, season, historyRows, Collections.nCopies(targets.length, Optional.empty()));
    }

    /**
     * Baselines with methods that smooth, which are fitted on the first rows of each target unless they are there.
     *
     * @param fitted of each target
     * @param columns the targets first, not modified
     */
    public static List<FittedBaselines> smoothing(
            List<FittedBaselines> fitted, double[][] columns, BitSet masked, int rows) {
        List<FittedBaselines> each = new ArrayList<>();
        for (int k = 0; k < fitted.size(); k++) {
            FittedBaselines one = fitted.get(k);
            each.add(
                    one.smoothing().isPresent()
                            ? one
                            : one.withSmoothing(smoothing(columns[k], masked, rows, one.season())));
        }
        return each;
    }

    /** @param historyRows number of rows that the model itself keeps */
    private static List<FittedBaselines> of(
            double[][] targets,
            BitSet masked,
            int trainRows,
            int season,
            int historyRows,
            List<Optional<SmoothingFits>> fits) {
        List<Autoregression> linear = Arrays.stream(targets)
                .map(target -> AutoregressionFit.of(target, masked, trainRows, season))
                .toList();
        int memory = fits.get(0).isPresent() ? SmoothingFits.memory(season) : 0;
        int reach = linear.stream().mapToInt(Autoregression::order).reduce(Math.max(season, memory), Math::max);
        int context = Math.max(0, targets[0].length - historyRows);
        int recent = Math.min(context, Math.max(0, reach - historyRows));
        List<FittedBaselines> each = new ArrayList<>();
        for (int k = 0; k < targets.length; k++) {
            each.add(new FittedBaselines(
                    season,
                    ErrorMeasures.scale(targets[k], masked, trainRows, season),
                    drift(targets[k], masked, trainRows),
                    linear.get(k),
                    Arrays.copyOfRange(targets[k], context - recent, context),
                    heldOut(targets[k], masked, trainRows, Math.max(reach, historyRows)),
                    fits.get(k)));
        }
        return each;
    }

    private static SmoothingFits smoothing(double[] target, BitSet masked, int trainRows, int season) {
        double unit = Smoothed.unit(target, trainRows);
        double[] known =
                Arrays.stream(target, 0, trainRows).map(value -> value / unit).toArray();
        boolean zeros = DemandForecast.isIntermittent(known, masked, trainRows);
        return new SmoothingFits(
                SmoothingFit.of(known, masked, trainRows, season),
                ThetaFit.of(known, trainRows, season),
                zeros ? Optional.of(DemandForecast.fit(known, trainRows)) : Optional.empty());
    }

    /** The latest held-out values, and before them as many as forecasts of some steps that reach so far back need. */
    private static Optional<HeldOutValues> heldOut(double[] target, BitSet masked, int trainRows, int reach) {
        int count = Math.min(HeldOutValues.MOST, target.length - trainRows);
        if (count == 0) {
            return Optional.empty();
        }
        int from = Math.max(0, target.length - count - reach - STEPS);
        return Optional.of(new HeldOutValues(
                Arrays.copyOfRange(target, from, target.length), count, masked.get(from, target.length)));
    }

    /** The same for a series prepared for training. */
    public static List<FittedBaselines> of(Series series, TrainingSet set) {
        return of(series, set, false);
    }

    /** The same, and methods that smooth too. */
    public static List<FittedBaselines> of(Series series, TrainingSet set, boolean smooths) {
        return of(series.values(), series.masked(), set.split().trainRows(), set.preparation(), smooths);
    }

    /** Divides before it subtracts, because the span of the values may overflow. */
    private static double drift(double[] target, BitSet masked, int rows) {
        int first = masked.nextClearBit(0);
        int last = masked.previousClearBit(rows - 1);
        return last <= first ? 0 : target[last] / (last - first) - target[first] / (last - first);
    }
}
