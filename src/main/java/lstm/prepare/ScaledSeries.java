package lstm.prepare;

import java.util.List;

/**
 * A series on the network's scale: 4 bytes a cell, row after row, the target in the first column. Windows are views of
 * it.
 */
public final class ScaledSeries {
    private final float[] values;
    private final int features;

    private ScaledSeries(float[] values, int features) {
        this.values = values;
        this.features = features;
    }

    /**
     * Scales columns of equal length, the target first.
     *
     * @param columns [F][rows]
     * @param scalers one for each column
     */
    public static ScaledSeries of(double[][] columns, List<MinMax> scalers) {
        int rows = columns[0].length;
        float[] values = new float[Math.multiplyExact(rows, columns.length)];
        for (int f = 0; f < columns.length; f++) {
            MinMax scaler = scalers.get(f);
            for (int row = 0; row < rows; row++) {
                values[row * columns.length + f] = scaler.scale(columns[f][row]);
            }
        }
        return new ScaledSeries(values, columns.length);
    }

    /** F, the values of a row. */
    public int features() {
        return features;
    }

    /** Rows in it. */
    public int rows() {
        return values.length / features;
    }

    /** The target of a row. */
    public float target(int row) {
        return values[row * features];
    }

    /** The value of a row in a column. */
    float value(int row, int column) {
        return values[row * features + column];
    }
}
