package lstm.forecast;

import java.util.Optional;
import lstm.base.BaseShape;
import lstm.error.LstmException;
import lstm.error.Setting;

/** The intervals that a base network can give. */
public final class BaseIntervalPlan {
    private BaseIntervalPlan() {}

    /**
     * Those that are asked for: between quantiles of the network unless it is to be errors.
     *
     * @throws LstmException of kind {@code USAGE} if it cannot give them
     */
    public static IntervalPlan of(IntervalRequest request) throws LstmException {
        if (request.kind().equals(Optional.of(Intervals.Kind.DROPOUT))) {
            throw LstmException.usage(
                            Setting.INTERVALS.to(Intervals.Kind.DROPOUT),
                            " needs a model trained with dropout, and the base model was not")
                    .remedy("leave it out");
        }
        IntervalLevels known = IntervalLevels.of(BaseShape.LEVELS);
        boolean learned =
                request.kind().filter(kind -> kind == Intervals.Kind.RESIDUALS).isEmpty();
        if (!learned || request.levels().isEmpty()) {
            Intervals.Kind kind = learned ? Intervals.Kind.QUANTILE : Intervals.Kind.RESIDUALS;
            IntervalLevels usual = learned ? known : IntervalLevels.DEFAULT;
            return new IntervalPlan(new Intervals(kind, 1, 1), request.levels().orElse(usual));
        }
        IntervalLevels asked = request.levels().get();
        for (int k = 0; k < asked.shares().length; k++) {
            if (BaseShape.LEVELS.indexOf((1 - asked.shares()[k]) / 2) < 0) {
                throw LstmException.usage(
                                Setting.LEVEL.to(asked.names().get(k)),
                                " is not among the levels of the base model: ",
                                String.join(", ", known.names()))
                        .remedy("use one of these, or ", Setting.INTERVALS.to(Intervals.Kind.RESIDUALS));
            }
        }
        return new IntervalPlan(new Intervals(Intervals.Kind.QUANTILE, 1, 1), asked);
    }
}
