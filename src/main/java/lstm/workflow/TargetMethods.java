package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.ForecastMethod;
import lstm.forecast.IntervalPlan;
import lstm.forecast.IntervalRequest;
import lstm.forecast.Intervals.Kind;
import lstm.model.Combination;
import lstm.model.Method;
import lstm.model.Model;

/**
 * The method that forecasts each target of a model.
 *
 * @param name of the model, for failures
 * @param each {@link Method#MODEL} for what the model forecasts by, {@link Method#NETWORK} for the network of a
 *     combination alone, or a simple method
 */
record TargetMethods(Model model, String name, List<Method> each) {
    /** Copies the list. */
    TargetMethods {
        each = List.copyOf(each);
    }

    /**
     * Those that a caller asks for.
     *
     * @param asked empty for what the model forecasts by
     * @throws LstmException of kind {@code USAGE} if the model does not have it
     */
    static TargetMethods of(Model model, String name, Optional<ForecastMethod> asked) throws LstmException {
        List<Method> each = new ArrayList<>();
        for (int target = 0; target < model.targets().size(); target++) {
            each.add(asked.isEmpty() ? Method.MODEL : asked.get().of(model, target, name));
        }
        return new TargetMethods(model, name, each);
    }

    private static boolean isSimple(Method one) {
        return one != Method.MODEL && one != Method.NETWORK;
    }

    /** Whether neither the network nor a combination forecasts any target. */
    boolean areSimple() {
        return each.stream().allMatch(TargetMethods::isSimple);
    }

    /** What to call each: the forecast of a model that combines nothing is its network's. */
    List<Method> names() {
        boolean combines = model.combination().filter(Combination::usesMethods).isPresent();
        return each.stream()
                .map(one -> one == Method.MODEL && !combines ? Method.NETWORK : one)
                .toList();
    }

    /**
     * The intervals around their forecasts.
     *
     * @throws LstmException of kind {@code USAGE} if they cannot give those that are asked for
     */
    IntervalPlan plan(IntervalRequest asked) throws LstmException {
        Optional<Method> simple = each.stream().filter(TargetMethods::isSimple).findFirst();
        Optional<Kind> ofNetwork = asked.kind().filter(kind -> kind != Kind.RESIDUALS);
        if (simple.isPresent() && ofNetwork.isPresent()) {
            throw LstmException.usage(
                            Setting.INTERVALS.to(ofNetwork.get()),
                            " is of the network, and this forecast is by ",
                            simple.get())
                    .remedy(
                            "use ",
                            Setting.INTERVALS.to(Kind.RESIDUALS),
                            " or ",
                            Setting.METHOD.to(ForecastMethod.NETWORK))
                    .in(name);
        }
        return areSimple() ? asked.ofResiduals(model.recipe().loss()) : asked.plan(model, name);
    }
}
