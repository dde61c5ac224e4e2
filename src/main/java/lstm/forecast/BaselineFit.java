package lstm.forecast;

import java.util.Arrays;
import lstm.model.Baselines;
import lstm.prepare.Preparation;

/** Fits the simple methods to the training part of a series. */
public final class BaselineFit {
    private BaselineFit() {}

    /**
     * What they learn from the first {@code trainRows} rows alone. The last rows of the whole series are kept beside,
     * since a forecast that follows the series starts from them.
     *
     * @param target the whole column, not modified
     * @param trainRows at least 1
     * @param preparation of the model: its season, its lookback, which the autoregression does not exceed, and how far
     *     its context reaches
     */
    public static Baselines of(double[] target, int trainRows, Preparation preparation) {
        int season = preparation.plan().season();
        return of(target, trainRows, season, preparation.lookback(), preparation.reach());
    }

    /** @param reach rows of the context */
    static Baselines of(double[] target, int trainRows, int season, int lookback, int reach) {
        int context = Math.max(0, target.length - reach);
        int recent = Math.min(context, Baselines.recentRows(season, reach));
        return new Baselines(
                season,
                Measures.scale(target, trainRows, season),
                drift(target, trainRows),
                AutoregressionFit.of(target, trainRows, lookback),
                Arrays.copyOfRange(target, context - recent, context));
    }

    /** Divided before it is taken off, for the span of the values may be as far as numbers go. */
    private static double drift(double[] target, int rows) {
        return rows < 2 ? 0 : target[rows - 1] / (rows - 1) - target[0] / (rows - 1);
    }
}
