package lstm.forecast;

import java.util.BitSet;
import java.util.Locale;
import lstm.model.Model;

/**
 * How prediction intervals are made.
 *
 * @param draws of {@link Kind#DROPOUT}, at least 1
 * @param seed of these draws
 */
public record Intervals(Kind kind, int draws, long seed) {
    /** What they are made of. */
    public enum Kind {
        /** Of how far forecasts were off lately, by split conformal prediction. */
        RESIDUALS,
        /** Of the quantiles that the network was trained for, put right by how far those were off lately. */
        QUANTILE,
        /** Of draws of the network with dropout. */
        DROPOUT;

        /** The name on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Draws for dropout, of which the outermost 2 or 3 still are beyond an interval of 95 %. */
    public static final int DRAWS = 100;

    /** Those of residuals. */
    public static final Intervals DEFAULT = new Intervals(Kind.RESIDUALS, DRAWS, 1);

    /** Checks the number of draws. */
    public Intervals {
        if (draws < 1) {
            throw new IllegalArgumentException(draws + " draws");
        }
    }

    /**
     * What makes them for a model.
     *
     * @param forecaster of the model, for draws
     * @param rows that are forecast from
     * @param masked rows whose values are no truths
     */
    public IntervalSource source(Model model, Forecaster forecaster, Timeline rows, BitSet masked) {
        return switch (kind) {
            case RESIDUALS, QUANTILE -> new RollingIntervals(Residuals.of(model, kind), rows.columns(), masked);
            case DROPOUT -> new DropoutIntervals(forecaster, rows, draws, seed);
        };
    }
}
