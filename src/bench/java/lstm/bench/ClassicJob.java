package lstm.bench;

import java.util.BitSet;
import java.util.stream.IntStream;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import lstm.series.StampColumn;

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

    /** A wavy random walk of the given number of rows. */
    static double[] walk(int rows) {
        double[] walk = new double[rows];
        for (int k = 1; k < rows; k++) {
            walk[k] = walk[k - 1] + Math.sin(k * 0.37) + Math.sin(k * 0.11 * (k % 1000));
        }
        return walk;
    }

    /** All windows of the given number of steps of the walk, scaled to [0, 1]; nothing is held out. */
    static TrainingSet set(int rows, int lookback) {
        StampColumn stamps = StampColumn.numbers(0, rows);
        return TrainingSet.of(PreparationPlan.CLASSIC, lookback, new double[][] {walk(rows)}, stamps, new BitSet(), 0);
    }

    /** The job's windows one after the other: [1198, 60]. */
    static float[] inputs() {
        float[] values = new float[WINDOWS * LOOKBACK];
        float[] window = new float[LOOKBACK];
        Samples samples = set(ROWS, LOOKBACK).learn();
        for (int k = 0; k < WINDOWS; k++) {
            samples.read(new int[] {k}, 0, 1, window);
            System.arraycopy(window, 0, values, k * LOOKBACK, LOOKBACK);
        }
        return values;
    }

    /** The job's truths. */
    static float[] truths() {
        float[] values = new float[WINDOWS];
        int[] order = IntStream.range(0, WINDOWS).toArray();
        set(ROWS, LOOKBACK).learn().targets(order, 0, WINDOWS, values);
        return values;
    }
}
