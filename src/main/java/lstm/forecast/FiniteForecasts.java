package lstm.forecast;

import java.util.Arrays;
import lstm.error.LstmException;

/** Nothing but finite numbers leaves the program. */
public final class FiniteForecasts {
    private FiniteForecasts() {}

    /**
     * The same forecasts.
     *
     * @param source what they were made from
     * @throws LstmException if one of them is NaN or infinite
     */
    public static double[] required(double[] forecasts, String source) throws LstmException {
        if (!Arrays.stream(forecasts).allMatch(Double::isFinite)) {
            throw LstmException.data(
                            "its values are so far from those that the model was trained on that a forecast is not"
                                    + " finite")
                    .remedy("train on values of that size")
                    .in(source);
        }
        return forecasts;
    }
}
