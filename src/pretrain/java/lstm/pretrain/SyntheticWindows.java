package lstm.pretrain;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lstm.base.BaseShape;
import lstm.base.SeasonPair;
import lstm.base.SeasonalHistory;
import lstm.base.WindowInputs;
import lstm.prepare.Samples;
import lstm.random.SplitMix64;
import lstm.synthetic.SeriesGenerator;
import lstm.synthetic.SyntheticSeries;

/**
 * Windows of synthetic series, each of a series of its own that is made when it is asked for. No training sees one
 * twice.
 */
final class SyntheticWindows implements Samples {
    /** Far more windows than a training takes. */
    static final int ALL = 1 << 30;

    private static final int LEAST_ROWS = 20;
    private static final int MOST_ROWS = 900;
    private static final int LONG_SEASON_ROWS = 1_500;

    /** Share of the windows whose season is not told, and of those where only the longer one is. */
    private static final double UNTOLD = 0.07;

    private static final double LONGER_ONLY = 0.15;

    private final SeriesGenerator generator;
    private final WindowInputs inputs;
    private final int horizon;
    private final int count;
    /** Those of the current batch. */
    private final Map<Integer, Example> made = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // Made once and copied from.
    private record Example(float[] window, float[] targets) {}

    /** The first windows of a seed. */
    SyntheticWindows(long seed, BaseShape shape, int count) {
        generator = new SeriesGenerator(seed);
        inputs = new WindowInputs(shape);
        horizon = shape.horizon();
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    private Example make(int number) {
        SplitMix64 random = SplitMix64.of(generator.seed(), number, 1);
        SeasonPair seasons = generator.composition(number, MOST_ROWS).seasons();
        int rows = rows(seasons, random);
        SyntheticSeries series = generator.series(number, rows + horizon);
        SeasonalHistory history = new SeasonalHistory(past(series.values(), rows), told(seasons, rows, random));
        double[] future = Arrays.copyOfRange(series.complete(), rows, rows + horizon);
        return new Example(inputs.window(history), inputs.targets(history, future));
    }

    private static int rows(SeasonPair seasons, SplitMix64 random) {
        int period = random.nextDouble() < 0.7 ? seasons.longest() : seasons.main();
        double least = Math.max(LEAST_ROWS, 1.5 * period);
        double most = Math.min(LONG_SEASON_ROWS, Math.max(MOST_ROWS, 4.0 * period));
        return (int) (least * StrictMath.exp(StrictMath.log(most / least) * random.nextDouble()));
    }

    /** The rows before the forecast, of which the first and the last are there. */
    private static double[] past(double[] values, int rows) {
        double[] past = Arrays.copyOf(values, rows);
        if (Arrays.stream(past).allMatch(Double::isNaN)) {
            Arrays.fill(past, 0);
        }
        return past;
    }

    private static SeasonPair told(SeasonPair seasons, int rows, SplitMix64 random) {
        double told = random.nextDouble();
        if (told < UNTOLD) {
            return SeasonPair.NONE;
        }
        boolean fits = seasons.longer() > 0 && rows >= 2 * seasons.longer();
        return fits && told > 1 - LONGER_ONLY ? new SeasonPair(seasons.longer(), 0) : seasons;
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            float[] window = made.computeIfAbsent(order[from + k], this::make).window();
            for (int j = 0; j < window.length; j++) {
                to[j * n + k] = window[j];
            }
        }
    }

    /**
     * {@inheritDoc} The trainer asks for the targets of a batch before its windows: those of the last one are dropped.
     */
    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        if (count == ALL) {
            made.clear();
        }
        for (int k = 0; k < n; k++) {
            float[] targets = made.computeIfAbsent(order[from + k], this::make).targets();
            System.arraycopy(targets, 0, to, k * horizon, horizon);
        }
    }
}
