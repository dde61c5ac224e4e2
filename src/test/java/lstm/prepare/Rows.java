package lstm.prepare;

import java.util.BitSet;
import lstm.series.StampColumn;

/** Plans and training sets for tests. */
public final class Rows {
    private Rows() {}

    /** One-step min-max windows of columns whose rows are numbered. */
    public static TrainingSet classic(double[][] columns, int lookback, double share) {
        return set(PreparationPlan.CLASSIC, columns, lookback, share);
    }

    static TrainingSet set(PreparationPlan plan, double[][] columns, int lookback, double share) {
        return TrainingSet.of(plan, lookback, columns, numbers(columns[0].length), new BitSet(), share);
    }

    static StampColumn numbers(int rows) {
        return StampColumn.numbers(1, rows);
    }

    static PreparationPlan plan(
            Transform transform, ScalingMethod scaling, int season, int horizon, Strategy strategy) {
        return PreparationPlan.CLASSIC.toBuilder()
                .transform(transform)
                .featureTransform(transform)
                .scaling(scaling)
                .season(season)
                .horizon(horizon)
                .strategy(strategy)
                .build();
    }
}
