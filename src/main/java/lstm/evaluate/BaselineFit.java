package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.model.Autoregression;
import lstm.model.FittedBaselines;
import lstm.model.HeldOutValues;
import lstm.prepare.Preparation;
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
        return of(
                Arrays.copyOf(columns, preparation.plan().targets()),
                masked,
                trainRows,
                preparation.plan().season(),
                preparation.historyRows());
    }

    /** @param historyRows number of rows that the model itself keeps */
    static List<FittedBaselines> of(double[][] targets, BitSet masked, int trainRows, int season, int historyRows) {
        List<Autoregression> linear = Arrays.stream(targets)
                .map(target -> AutoregressionFit.of(target, masked, trainRows, season))
                .toList();
        int reach = linear.stream().mapToInt(Autoregression::order).reduce(season, Math::max);
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
                    heldOut(targets[k], masked, trainRows, Math.max(reach, historyRows))));
        }
        return each;
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
        return of(series.values(), series.masked(), set.split().trainRows(), set.preparation());
    }

    /** Divides before it subtracts, because the span of the values may overflow. */
    private static double drift(double[] target, BitSet masked, int rows) {
        int first = masked.nextClearBit(0);
        int last = masked.previousClearBit(rows - 1);
        return last <= first ? 0 : target[last] / (last - first) - target[first] / (last - first);
    }
}
