package lstm.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lstm.base.BaseShape;
import lstm.base.SeasonPair;
import lstm.base.SeasonalHistory;
import lstm.base.WindowInputs;
import lstm.prepare.Samples;

/** Windows of known series for a base network: the past of a row, and what came in the horizon from there on. */
final class BaseSamples implements Samples {
    private final BaseShape shape;
    private final WindowInputs inputs;
    private final List<Windows> each;
    private final int[] starts;

    /**
     * Windows of a series.
     *
     * @param origins the first row to forecast of each, with a truth before it and a horizon of truths from it on; not
     *     copied
     */
    @SuppressWarnings("ArrayRecordComponent") // Made once and read.
    record Windows(BaseTuning.Known series, int[] origins) {
        /** Those of some rows, before each of which there are enough. */
        static Windows of(BaseTuning.Known series, int least, int horizon, IntPredicate taken) {
            double[] values = series.values();
            int[] origins = IntStream.rangeClosed(least, values.length - horizon)
                    .filter(taken)
                    .filter(row -> !Double.isNaN(values[row - 1])
                            && Arrays.stream(values, row, row + horizon).noneMatch(Double::isNaN))
                    .toArray();
            return new Windows(series, origins);
        }

        /** One in this many, with the last. */
        Windows every(int step) {
            int[] some = IntStream.range(0, (origins.length + step - 1) / step)
                    .map(k -> origins[origins.length - 1 - k * step])
                    .toArray();
            return new Windows(series, some);
        }
    }

    /** Windows of several series. */
    BaseSamples(BaseShape shape, List<Windows> all) {
        this.shape = shape;
        inputs = new WindowInputs(shape);
        each = all.stream().filter(one -> one.origins().length > 0).toList();
        starts = new int[each.size() + 1];
        for (int k = 0; k < each.size(); k++) {
            starts[k + 1] = starts[k] + each.get(k).origins().length;
        }
    }

    @Override
    public int count() {
        return starts[each.size()];
    }

    @Override
    public int[] starts() {
        return starts.clone();
    }

    private int origin(int sample, int of) {
        return each.get(of).origins()[sample - starts[of]];
    }

    private SeasonalHistory history(int sample, int of) {
        BaseTuning.Known one = each.get(of).series();
        int row = origin(sample, of);
        SeasonPair seasons = one.seasons();
        int from = Math.max(0, row - seasons.memory());
        return new SeasonalHistory(Arrays.copyOfRange(one.values(), from, row), seasons);
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            int sample = order[from + k];
            float[] window = inputs.window(history(sample, Samples.seriesOf(sample, starts)));
            for (int j = 0; j < window.length; j++) {
                to[j * n + k] = window[j];
            }
        }
    }

    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        int horizon = shape.horizon();
        for (int k = 0; k < n; k++) {
            int sample = order[from + k];
            int of = Samples.seriesOf(sample, starts);
            int row = origin(sample, of);
            double[] future = Arrays.copyOfRange(each.get(of).series().values(), row, row + horizon);
            System.arraycopy(inputs.targets(history(sample, of), future), 0, to, k * horizon, horizon);
        }
    }
}
