package lstm.forecast;

import java.util.BitSet;
import java.util.Locale;
import lstm.model.Model;
import lstm.prepare.Timeline;

/**
 * How prediction intervals are computed.
 *
 * @param draws of {@link Kind#DROPOUT}, at least 1
 * @param seed of these draws
 */
public record Intervals(Kind kind, int draws, long seed) {
    /** What intervals are computed from. */
    public enum Kind {
        /** Recent errors, by split conformal prediction. */
        RESIDUALS,
        /** The quantiles that the network was trained for, calibrated with their recent errors. */
        QUANTILE,
        /** Draws of the network with dropout. */
        DROPOUT;

        /** The name on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Default number of draws, which leaves 2 or 3 beyond each end of a 95 % interval. */
    public static final int DRAWS = 100;

    /** Intervals from residuals. */
    public static final Intervals DEFAULT = new Intervals(Kind.RESIDUALS, DRAWS, 1);

    /** Checks the number of draws. */
    public Intervals {
        if (draws < 1) {
            throw new IllegalArgumentException(draws + " draws");
        }
    }

    /**
     * The source of intervals for a model.
     *
     * @param forecaster of the model, for draws
     * @param rows the rows to forecast from
     * @param masked rows without an actual value
     */
    public IntervalSource source(Model model, Forecaster forecaster, Timeline rows, BitSet masked) {
        return switch (kind) {
            case RESIDUALS, QUANTILE -> new RollingIntervals(Residuals.of(model, kind), rows.columns(), masked);
            case DROPOUT -> new DropoutIntervals(forecaster, rows, draws, seed);
        };
    }
}
