package lstm.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Score;
import lstm.model.SmoothingFits;

/** The method that a caller wants forecasts of. */
public enum ForecastMethod {
    /** The network alone. */
    NETWORK(Method.NETWORK),
    /** The combination of the network with simple methods. */
    COMBINATION(Method.MODEL),
    /** A linear function of the rows before. */
    AUTOREGRESSION(Method.AUTOREGRESSION),
    /** A straight line from the last value. */
    DRIFT(Method.DRIFT),
    /** The value a season before. */
    SEASONAL_NAIVE(Method.SEASONAL_NAIVE),
    /** The last value. */
    NAIVE(Method.NAIVE),
    /** Exponential smoothing. */
    EXPONENTIAL_SMOOTHING(Method.EXPONENTIAL_SMOOTHING),
    /** The Theta method. */
    THETA(Method.THETA),
    /** The method of Teunter, Syntetos and Babai. */
    TSB(Method.TSB),
    /** The base network that is part of the program. */
    BASE(Method.BASE),
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
        if (this == NETWORK || this == COMBINATION) {
            return own(model, name);
        }
        if (this != BEST) {
            if (!Method.usual().contains(method)) {
                requireFitted(model, name);
            }
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

    private boolean isFitted(FittedBaselines one) {
        return switch (this) {
            case BASE -> one.base().isPresent();
            case TSB -> one.smoothing().flatMap(SmoothingFits::demand).isPresent();
            default -> one.smoothing().isPresent();
        };
    }

    private Method own(Model model, String name) throws LstmException {
        Optional<Combination> parts = model.combination().filter(Combination::usesMethods);
        if (this == COMBINATION && parts.isEmpty()) {
            throw LstmException.usage("forecasts by its network alone")
                    .in(name)
                    .remedy("use ", Setting.METHOD.to(NETWORK), ", or train with ", Setting.COMBINE.to(Combine.ALL));
        }
        if (this == NETWORK && parts.filter(all -> !all.mode().trains()).isPresent()) {
            throw LstmException.usage("has no network").in(name).remedy("use ", Setting.METHOD.to(COMBINATION));
        }
        return parts.isPresent() ? method : Method.MODEL;
    }

    /**
     * A model that combines nothing knows no parameters of smoothing and no seasons for the base network, and TSB is of
     * demand that is mostly zero.
     */
    private void requireFitted(Model model, String name) throws LstmException {
        boolean fitted = model.isOfSeveral() || model.baselines().stream().allMatch(this::isFitted);
        if (model.combination().isEmpty() || !fitted) {
            throw LstmException.usage("has no fit of ", method)
                    .in(name)
                    .remedy(
                            model.combination().isPresent() && this != BASE
                                    ? Phrase.of("use ", Setting.METHOD.to(EXPONENTIAL_SMOOTHING))
                                    : Phrase.of("train with ", Setting.COMBINE.to(Combine.ALL)));
        }
    }

    /** The request for a method of a model: its own is the network, unless it is a combination. */
    public static ForecastMethod of(Method method, Model model) {
        return of(
                method == Method.MODEL
                                && model.combination()
                                        .filter(Combination::usesMethods)
                                        .isEmpty()
                        ? Method.NETWORK
                        : method);
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
