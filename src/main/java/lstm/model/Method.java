package lstm.model;

import java.util.List;
import java.util.Locale;

/** A forecasting method: the model, or one of the baselines that it must beat to be worth training. */
public enum Method {
    /** The network. */
    MODEL,
    /** Every value repeats the last one. */
    NAIVE,
    /** Every value repeats the one a season before. */
    SEASONAL_NAIVE,
    /** A straight line from the last value, with the mean change per row of the training rows. */
    DRIFT,
    /** A linear function of the rows before, fitted by least squares. */
    AUTOREGRESSION,
    /** Exponential smoothing, with a trend and a season where they fit better. */
    EXPONENTIAL_SMOOTHING,
    /** The mean of a straight line and a smoothed level, with a season where a test finds one. */
    THETA,
    /** The chance of a demand times its size, both smoothed. */
    TSB;

    private static final List<Method> SCORED = List.of(MODEL, NAIVE, SEASONAL_NAIVE, DRIFT, AUTOREGRESSION);

    /** Those that are scored beside each other; the others forecast only what the model cannot. */
    public static List<Method> scored() {
        return SCORED;
    }

    /** The name in model files and JSON: {@code seasonal_naive}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in words: {@code seasonal naive}. */
    @Override
    public String toString() {
        return key().replace('_', ' ');
    }
}
