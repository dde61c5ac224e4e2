package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.base.SeasonPair;
import lstm.model.BaseFit;
import lstm.model.FittedBaselines;
import lstm.model.HeldOutValues;
import lstm.model.SmoothingFits;
import lstm.prepare.Demand;
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
        return of(columns, masked, trainRows, preparation, FitExtent.USUAL);
    }

    /** The same, and other methods too. */
    public static List<FittedBaselines> of(
            double[][] columns, BitSet masked, int trainRows, Preparation preparation, FitExtent extent) {
        PreparationPlan plan = preparation.plan();
        double[][] targets = Arrays.copyOf(columns, plan.targets());
        List<FittedBaselines> fitted = of(targets, masked, trainRows, plan.season(), preparation.historyRows());
        if (extent.equals(FitExtent.USUAL)) {
            return fitted;
        }
        List<FittedBaselines> more = extended(fitted, targets, masked, trainRows, extent);
        return kept(more, targets, masked, trainRows, preparation.historyRows());
    }

    private static List<FittedBaselines> extended(
            List<FittedBaselines> usual, double[][] columns, BitSet masked, int trainRows, FitExtent extent) {
        List<FittedBaselines> fitted = extent.smooths() ? smoothing(usual, columns, masked, trainRows) : usual;
        return extent.base()
                .map(base -> withBase(fitted, columns, masked, trainRows, base))
                .orElse(fitted);
    }

    static List<FittedBaselines> withBase(
            List<FittedBaselines> fitted, double[][] columns, BitSet masked, int trainRows, BaseExtent extent) {
        double[][] targets = Arrays.copyOf(columns, fitted.size());
        List<SeasonPair> seasons = extent.seasons(fitted.get(0).season(), targets, masked, trainRows);
        List<FittedBaselines> each = new ArrayList<>();
        for (int k = 0; k < fitted.size(); k++) {
            each.add(fitted.get(k).withBase(new BaseFit(seasons.get(k), extent.tuned())));
        }
        return each;
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
    static List<FittedBaselines> of(double[][] targets, BitSet masked, int trainRows, int season, int historyRows) {
        List<FittedBaselines> fitted = Arrays.stream(targets)
                .map(target -> new FittedBaselines(
                        season,
                        ErrorMeasures.scale(target, masked, trainRows, season),
                        drift(target, masked, trainRows),
                        AutoregressionFit.of(target, masked, trainRows, season),
                        new double[0]))
                .toList();
        return kept(fitted, targets, masked, trainRows, historyRows);
    }

    /**
     * With the values that they need at the end of the series.
     *
     * @param columns the targets first
     */
    private static List<FittedBaselines> kept(
            List<FittedBaselines> fitted, double[][] columns, BitSet masked, int trainRows, int historyRows) {
        int reach = fitted.stream().mapToInt(FittedBaselines::reach).max().orElseThrow();
        int context = Math.max(0, columns[0].length - historyRows);
        int recent = Math.min(context, Math.max(0, reach - historyRows));
        List<FittedBaselines> each = new ArrayList<>();
        for (int k = 0; k < fitted.size(); k++) {
            each.add(fitted.get(k)
                    .withValues(
                            Arrays.copyOfRange(columns[k], context - recent, context),
                            heldOut(columns[k], masked, trainRows, Math.max(reach, historyRows))));
        }
        return each;
    }

    private static SmoothingFits smoothing(double[] target, BitSet masked, int trainRows, int season) {
        double unit = Smoothed.unit(target, trainRows);
        int from = Math.max(0, trainRows - SmoothingFit.MOST_ROWS);
        double[] known = Arrays.copyOfRange(target, from, trainRows);
        Arrays.setAll(known, row -> known[row] / unit);
        boolean zeros = Demand.isIntermittent(target, masked, trainRows);
        return new SmoothingFits(
                SmoothingFit.of(known, masked.get(from, trainRows), known.length, season),
                ThetaFit.of(known, known.length, season),
                zeros ? Optional.of(DemandForecast.fit(known, known.length)) : Optional.empty());
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
        return of(series, set, FitExtent.USUAL);
    }

    /** Baselines of the same series, and methods that smooth too. */
    public static List<FittedBaselines> smoothed(List<FittedBaselines> fitted, Series series, TrainingSet set) {
        int historyRows = set.preparation().historyRows();
        int rows = set.split().trainRows();
        double[][] columns = series.values();
        return kept(smoothing(fitted, columns, series.masked(), rows), columns, series.masked(), rows, historyRows);
    }

    /** The same, and other methods too. */
    public static List<FittedBaselines> of(Series series, TrainingSet set, FitExtent extent) {
        return of(series.values(), series.masked(), set.split().trainRows(), set.preparation(), extent);
    }

    /** Divides before it subtracts, because the span of the values may overflow. */
    private static double drift(double[] target, BitSet masked, int rows) {
        int first = masked.nextClearBit(0);
        int last = masked.previousClearBit(rows - 1);
        return last <= first ? 0 : target[last] / (last - first) - target[first] / (last - first);
    }
}
