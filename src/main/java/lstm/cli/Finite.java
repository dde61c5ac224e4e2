package lstm.cli;

import java.util.Arrays;
import lstm.file.UserException;
import lstm.file.UserException.Kind;

/** Nothing but finite numbers leaves the program. */
final class Finite {
    private Finite() {}

    /**
     * The same forecasts.
     *
     * @param source what they were made from
     * @throws UserException if one of them is NaN or infinite
     */
    static double[] required(double[] forecasts, String source) throws UserException {
        if (!Arrays.stream(forecasts).allMatch(Double::isFinite)) {
            throw new UserException(
                    Kind.DATA,
                    source + ": its values lie so far from those that the model was trained on that a forecast is not"
                            + " finite; train on values of that size");
        }
        return forecasts;
    }
}
