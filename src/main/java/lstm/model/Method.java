package lstm.model;

import java.util.List;
import java.util.Locale;

/** A forecasting method: the model, or one of the baselines that it must beat to be worth training. */
public enum Method {
    /** What the model forecasts: the network, or its combination with baselines. */
    MODEL,
    /** The network alone, where the model is a combination. */
    NETWORK,
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
    TSB,
    /** The base network that is part of the program, without training. */
    BASE;

    private static final List<Method> USUAL = List.of(MODEL, NAIVE, SEASONAL_NAIVE, DRIFT, AUTOREGRESSION);
    private static final List<Method> SMOOTHING = List.of(EXPONENTIAL_SMOOTHING, THETA, TSB);

    /** Those that every model is scored beside, as far as a series allows them. */
    public static List<Method> usual() {
        return USUAL;
    }

    /** Those that smooth. */
    public static List<Method> smoothing() {
        return SMOOTHING;
    }

    /** The name in model files and JSON: {@code seasonal_naive}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in words: {@code seasonal naive}. */
    @Override
    public String toString() {
        return this == BASE ? "base model" : key().replace('_', ' ');
    }
}
