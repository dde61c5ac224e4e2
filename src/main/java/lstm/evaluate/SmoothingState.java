package lstm.evaluate;

import lstm.model.Smoothing;
import lstm.model.Smoothing.Seasonality;
import lstm.model.Smoothing.Trend;

/**
 * Where exponential smoothing stands after a row: level l, slope b, and the seasonal indices s of the last m rows. With
 * the error e = y - forecast,
 *
 * <pre>
 * additive:        forecast l + phi b + s,    l' = l + phi b + alpha e,      b' = phi b + beta e,      s' = s + gamma e
 * multiplicative:  forecast (l + phi b) s,    l' = l + phi b + alpha e / s,  b' = phi b + beta e / s,
 *                                             s' = s + gamma e / (l + phi b)
 * </pre>
 */
final class SmoothingState {
    private final Smoothing smoothing;
    private final double[] indices;
    private double level;
    private double slope;
    private int place;

    /**
     * The state before the row {@code from}.
     *
     * @param to the row after the last that may be looked at; two seasons after {@code from} if there is a season
     */
    SmoothingState(Smoothing smoothing, double[] values, int from, int to) {
        this(smoothing, SmoothingStart.of(smoothing, values, from, to));
    }

    /** The state at a start of the same form. */
    SmoothingState(Smoothing smoothing, SmoothingStart start) {
        this.smoothing = smoothing;
        indices = start.indices().clone();
        level = start.level();
        slope = start.slope();
    }

    /** The forecast of the row a number of steps ahead. */
    double forecast(int step) {
        double ahead = level;
        double fading = 1;
        for (int k = 0; k < step && slope != 0; k++) {
            fading *= smoothing.phi();
            ahead += fading * slope;
        }
        double index = indices[(place + step - 1) % indices.length];
        return smoothing.seasonality() == Seasonality.MULTIPLICATIVE ? ahead * index : ahead + index;
    }

    /** Takes a row in; returns its error. */
    double take(double value) {
        double error = value - forecast(1);
        double index = indices[place];
        boolean ratio = smoothing.seasonality() == Seasonality.MULTIPLICATIVE;
        double share = ratio ? error / index : error;
        double carried = smoothing.phi() * slope;
        double before = level + carried;
        level = before + smoothing.alpha() * share;
        slope = smoothing.trend() == Trend.NONE ? 0 : carried + smoothing.beta() * share;
        if (smoothing.seasonality() != Seasonality.NONE) {
            indices[place] = index + smoothing.gamma() * (ratio ? error / before : error);
        }
        place = (place + 1) % indices.length;
        return error;
    }

    /** Lets a row pass whose value is not known. */
    void skip() {
        take(forecast(1));
    }
}
