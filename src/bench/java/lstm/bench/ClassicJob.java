package lstm.bench;

import java.util.List;
import lstm.prepare.MinMax;
import lstm.prepare.ScaledSeries;
import lstm.prepare.Windows;

/**
 * The job that every contender is given: a series of 1,258 rows, 1,198 windows of 60 steps, four recurrent layers with
 * dropout 0.2 after each, a dense unit, Adam 0.001, mean squared error, batches of 32. The series is made by a formula,
 * so that anybody can repeat the measurement.
 */
final class ClassicJob {
    static final int ROWS = 1258;
    static final int LOOKBACK = 60;
    static final int WINDOWS = ROWS - LOOKBACK;
    static final int LAYERS = 4;
    static final int BATCH = 32;
    static final double DROPOUT = 0.2;
    static final double RATE = 0.001;

    private ClassicJob() {}

    /** A wavy walk of so many rows. */
    static double[] walk(int rows) {
        double[] walk = new double[rows];
        for (int k = 1; k < rows; k++) {
            walk[k] = walk[k - 1] + Math.sin(k * 0.37) + Math.sin(k * 0.11 * (k % 1000));
        }
        return walk;
    }

    /** All windows of so many steps of the walk, scaled to [0, 1]. */
    static Windows windows(int rows, int lookback) {
        double[] walk = walk(rows);
        ScaledSeries series = ScaledSeries.of(new double[][] {walk}, List.of(MinMax.fit(walk, rows)));
        return new Windows(series, lookback, 0, rows - lookback);
    }

    /** The job's windows one after the other: [count, 60]. */
    static float[] inputs(int first, int count) {
        Windows windows = windows(ROWS, LOOKBACK);
        float[] values = new float[count * LOOKBACK];
        for (int k = 0; k < count; k++) {
            for (int t = 0; t < LOOKBACK; t++) {
                values[k * LOOKBACK + t] = windows.series().target(first + k + t);
            }
        }
        return values;
    }

    /** The job's truths. */
    static float[] truths() {
        Windows windows = windows(ROWS, LOOKBACK);
        float[] values = new float[WINDOWS];
        for (int k = 0; k < WINDOWS; k++) {
            values[k] = windows.truth(k);
        }
        return values;
    }
}
