package lstm.base;

/**
 * Makes the history of a forecast into the inputs of a base network and its outputs into values.
 *
 * <p>Each of the last T rows has the columns
 *
 * <ol>
 *   <li>(y[t] - center) / scale;
 *   <li>(y[t] - y[t-m]) / unit;
 *   <li>1, and 0 where the value was missing or before the first row, whose other columns are 0 too;
 *   <li>one of the {@link WindowFacts}, by its place in the segment;
 *   <li>and {@value #AHEAD} about the step that is a horizon later, from what has come: its seasonal naive forecast s,
 *       (s - center) / scale; the mean profile, (p - s) / unit; the last change at that place of the season; the
 *       seasonal naive forecast l of the other season, (l - s) / unit.
 * </ol>
 *
 * <p>An output z stands for s + unit z: a network whose outputs are 0 forecasts seasonal naive. Units are those of
 * {@link SeasonalHistory#unit}: at each step an error of 1 is about that of seasonal naive.
 */
public final class WindowInputs {
    /** F, the columns. */
    public static final int COLUMNS = 8;

    /** Those that are known ahead, the last. */
    static final int AHEAD = 4;

    private static final double LARGEST = 8;
    private static final double LARGEST_TARGET = 30;

    private final BaseShape shape;

    public WindowInputs(BaseShape shape) {
        this.shape = shape;
    }

    /** The window of a history, [T, F]. */
    public float[] window(SeasonalHistory history) {
        int window = shape.window();
        float[] inputs = new float[window * COLUMNS];
        float[] facts = WindowFacts.of(history);
        int shift = history.rows() - window;
        for (int k = 0; k < window; k++) {
            int row = k + shift;
            int at = k * COLUMNS;
            if (row >= 0 && history.isKnown(row)) {
                inputs[at] = clip((history.value(row) - history.center()) / history.scale());
                inputs[at + 1] = clip(history.change(row));
                inputs[at + 2] = 1;
            }
            boolean isPadding = (k / shape.segment() + 1) * shape.segment() + shift <= 0;
            int fact = k % shape.segment();
            inputs[at + 3] = isPadding || fact >= facts.length ? 0 : facts[fact];
        }
        for (int step = 0; step < shape.horizon(); step++) {
            int at = (window - shape.horizon() + step + 1) * COLUMNS - AHEAD;
            double naive = history.naive(step);
            inputs[at] = clip((naive - history.center()) / history.scale());
            inputs[at + 1] = clip((history.profile(step) - naive) / history.unit(step));
            inputs[at + 2] = clip(history.change(history.rowBefore(step, history.season())));
            inputs[at + 3] = clip((history.otherNaive(step) - naive) / history.unit(step));
        }
        return inputs;
    }

    /** What the network is to forecast, one for each step of the horizon. */
    public float[] targets(SeasonalHistory history, double[] future) {
        float[] targets = new float[shape.horizon()];
        for (int step = 0; step < targets.length; step++) {
            double target = (future[step] - history.naive(step)) / history.unit(step);
            targets[step] = (float) Math.max(-LARGEST_TARGET, Math.min(LARGEST_TARGET, target));
        }
        return targets;
    }

    /** The value that an output stands for. */
    public static double value(SeasonalHistory history, int step, float output) {
        return history.naive(step) + history.unit(step) * output;
    }

    private static float clip(double value) {
        return (float) Math.max(-LARGEST, Math.min(LARGEST, value));
    }
}
