package lstm.model;

import java.util.Optional;
import lstm.base.BaseNetwork;

/**
 * The baselines of a model, fitted on its training rows, so that they can forecast any later file.
 *
 * @param season number of steps in a season, 1 if there is none
 * @param scale of errors
 * @param drift mean change per row
 * @param autoregression fitted by least squares
 * @param recent values of the target just before the model's context: as many as a season or the lags of an
 *     autoregression exceed the context by, or all there are; not copied
 * @param heldOut values that they were not fitted on, which their errors are measured on; empty if nothing was held
 *     out, and in the files of earlier versions
 * @param smoothing methods that smooth; empty unless they were asked for
 * @param base the base network; empty unless it was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record FittedBaselines(
        int season,
        ErrorScale scale,
        double drift,
        Autoregression autoregression,
        double[] recent,
        Optional<HeldOutValues> heldOut,
        Optional<SmoothingFits> smoothing,
        Optional<BaseFit> base) {
    /** Checks that the figures are finite and in range. */
    public FittedBaselines {
        if (season < 1 || !Double.isFinite(drift)) {
            throw new IllegalArgumentException("a season of " + season + " steps, a drift of " + drift);
        }
        for (double value : recent) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a recent value of " + value);
            }
        }
    }

    /** Baselines whose errors are not known. */
    public FittedBaselines(int season, ErrorScale scale, double drift, Autoregression autoregression, double[] recent) {
        this(season, scale, drift, autoregression, recent, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, and methods that smooth too. */
    public FittedBaselines withSmoothing(SmoothingFits fits) {
        return new FittedBaselines(season, scale, drift, autoregression, recent, heldOut, Optional.of(fits), base);
    }

    /** The same, and the base network too. */
    public FittedBaselines withBase(BaseFit fit) {
        return new FittedBaselines(season, scale, drift, autoregression, recent, heldOut, smoothing, Optional.of(fit));
    }

    /** The same, and the base network, where it takes part, trained on. */
    public FittedBaselines withTuned(BaseNetwork network) {
        return base.isEmpty() ? this : withBase(new BaseFit(base.get().seasons(), Optional.of(network)));
    }

    /** The same without the base network. */
    public FittedBaselines withoutBase() {
        return new FittedBaselines(season, scale, drift, autoregression, recent, heldOut, smoothing, Optional.empty());
    }

    /** The same with other values of the target. */
    public FittedBaselines withValues(double[] newRecent, Optional<HeldOutValues> newHeldOut) {
        return new FittedBaselines(season, scale, drift, autoregression, newRecent, newHeldOut, smoothing, base);
    }

    /** How many rows before a forecast change it. */
    public int reach() {
        int smooth = smoothing.isPresent() ? SmoothingFits.memory(season) : 0;
        int memory = Math.max(smooth, base.map(BaseFit::memory).orElse(0));
        return Math.max(memory, Math.max(season, autoregression.order()));
    }

    /** The most that {@link #reach} can be, whatever is fitted. */
    public static int mostReach(int season) {
        return Math.max(BaseFit.MOST_MEMORY, Math.max(season, Autoregression.MOST_LAGS));
    }

    /** Maximum number of recent values with a context of this many rows, whatever is fitted. */
    public static int mostRecent(int season, int context) {
        return Math.max(0, mostReach(season) - context);
    }
}
