package lstm.prepare;

import java.util.List;

/** The windows of several series, one series after the other. They are views, and no window spans two series. */
final class ConcatenatedWindows implements Samples {
    private final List<Windows> parts;
    /** Index of the first window of each part, and the total count. */
    private final int[] starts;

    private final int outputs;
    private final List<Double> weights;

    /**
     * Concatenates windows.
     *
     * @param parts the windows of each series
     * @param outputs O, number of target values of a window
     * @param weights what each series counts; empty if they count alike
     * @throws ArithmeticException if the number of windows overflows an int
     */
    ConcatenatedWindows(List<Windows> parts, int outputs, List<Double> weights) {
        this.parts = List.copyOf(parts);
        this.outputs = outputs;
        this.weights = List.copyOf(weights);
        starts = new int[parts.size() + 1];
        for (int k = 0; k < parts.size(); k++) {
            starts[k + 1] = Math.addExact(starts[k], parts.get(k).count());
        }
    }

    @Override
    public int count() {
        return starts[parts.size()];
    }

    @Override
    public int[] starts() {
        return starts.clone();
    }

    @Override
    public double[] weights() {
        return weights.stream().mapToDouble(weight -> weight).toArray();
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            int part = Samples.seriesOf(order[from + k], starts);
            parts.get(part).read(order[from + k] - starts[part], k, n, to);
        }
    }

    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            int part = Samples.seriesOf(order[from + k], starts);
            parts.get(part).truth(order[from + k] - starts[part], to, k * outputs);
        }
    }

    @Override
    public void units(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            int part = Samples.seriesOf(order[from + k], starts);
            parts.get(part).units(order[from + k] - starts[part], to, k * outputs);
        }
    }
}
