package lstm.base;

import java.util.List;
import java.util.Optional;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.network.Network;
import lstm.network.Segments;

/**
 * The size of a base network: a recurrent network over segments of a fixed length, whatever the season, which enters as
 * inputs; see {@link WindowInputs}.
 *
 * @param units H of its layer
 * @param segment N, rows in a segment
 * @param window T, rows that it sees one by one, a multiple of N
 * @param horizon steps that it forecasts at once, at most T
 */
public record BaseShape(int units, int segment, int window, int horizon) {
    /** What is trained unless asked otherwise. */
    public static final BaseShape DEFAULT = new BaseShape(128, 24, 192, 48);

    /** The quantiles that it forecasts. */
    public static final Loss.Quantiles LEVELS = new Loss.Quantiles(List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95));

    /** Those of the standard normal distribution, where the head starts. */
    private static final float[] NORMAL = {-1.645f, -1.282f, -0.674f, 0f, 0.674f, 1.282f, 1.645f};

    private static final int MOST_ROWS = 1 << 14;

    /** Index of the median. */
    public static final int MEDIAN = 3;

    /** Checks that windows are whole segments and reach as far back as the horizon reaches ahead. */
    public BaseShape {
        boolean fits = segment >= WindowFacts.COUNT && window % segment == 0 && horizon <= window;
        if (units < 1 || horizon < 1 || window > MOST_ROWS || !fits) {
            throw new IllegalArgumentException(
                    "windows of " + window + " in segments of " + segment + " for " + horizon + " steps");
        }
    }

    /** The network. */
    public Architecture architecture() {
        int width = LEVELS.width();
        return new Architecture(
                CellKind.GRU,
                WindowInputs.COLUMNS,
                units,
                1,
                0,
                horizon * width,
                Optional.of(new Segments(segment, 1, width, WindowInputs.AHEAD)));
    }

    /** The weights of an untrained network: it forecasts seasonal naive, with quantiles of a normal distribution. */
    public float[] initialWeights(long seed) {
        float[] levels = new float[horizon * NORMAL.length];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = NORMAL[k % NORMAL.length];
        }
        return Network.withHeadBias(Network.initialWeights(architecture(), seed), architecture(), levels);
    }
}
