package lstm.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Score;

/** The method that a caller wants forecasts of. */
public enum ForecastMethod {
    /** The network. */
    NETWORK(Method.MODEL),
    /** A linear function of the rows before. */
    AUTOREGRESSION(Method.AUTOREGRESSION),
    /** A straight line from the last value. */
    DRIFT(Method.DRIFT),
    /** The value a season before. */
    SEASONAL_NAIVE(Method.SEASONAL_NAIVE),
    /** The last value. */
    NAIVE(Method.NAIVE),
    /** Of these, for each target, the one with the smallest error on the held-out rows that are scored. */
    BEST(null);

    /** Null for {@link #BEST}, which depends on the model. */
    private final Method method;

    ForecastMethod(Method method) {
        this.method = method;
    }

    /**
     * The method that it is with a model.
     *
     * @param target number of the target
     * @param name of the model, for failures
     * @throws LstmException of kind {@code USAGE} if the model has no season, or no score to choose by
     */
    public Method of(Model model, int target, String name) throws LstmException {
        if (this == SEASONAL_NAIVE && model.preparation().plan().season() == 1) {
            throw LstmException.usage("has no season to repeat")
                    .in(name)
                    .remedy("use ", Setting.METHOD.to(NAIVE), ", or train with ", Setting.SEASON);
        }
        if (this != BEST) {
            return method;
        }
        Optional<Score> score = model.scores().stream().skip(target).findFirst();
        if (score.isEmpty()) {
            throw LstmException.usage("has no scores to choose the best method by")
                    .in(name)
                    .remedy(
                            "name a method such as ",
                            Setting.METHOD.to(DRIFT),
                            ", or train with ",
                            Setting.VALIDATION.to("0.1"));
        }
        return score.get().better().orElse(Method.MODEL);
    }

    /** The request for a method. */
    public static ForecastMethod of(Method method) {
        return Arrays.stream(values())
                .filter(one -> one.method == method)
                .findFirst()
                .orElseThrow();
    }

    /** The name on the command line: {@code seasonal-naive}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
