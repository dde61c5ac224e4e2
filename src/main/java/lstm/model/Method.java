package lstm.model;

import java.util.Locale;

/** Who forecasts: the model, or one of the simple methods that it must beat to be worth its training. */
public enum Method {
    /** The network. */
    MODEL,
    /** Every value repeats the last one. */
    NAIVE,
    /** Every value repeats the one a season before. */
    SEASONAL_NAIVE,
    /** From the last value on, each step adds the mean step of the training part. */
    DRIFT,
    /** A linear function of the rows in the lookback, fitted by least squares. */
    AUTOREGRESSION;

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
