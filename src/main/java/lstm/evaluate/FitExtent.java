package lstm.evaluate;

import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.calendar.Calendar;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;
import lstm.model.Model;

/**
 * Which methods are fitted besides the usual ones.
 *
 * @param smooths whether those that smooth are, which takes longer
 * @param base the calendar of the series if the base network is one of them; empty if not
 * @param tuned that network if it has been trained on; empty for that of the program
 */
public record FitExtent(boolean smooths, Optional<Calendar> base, Optional<BaseNetwork> tuned) {
    /** The usual methods alone. */
    public static final FitExtent USUAL = new FitExtent(false, Optional.empty(), Optional.empty());

    /** Those that smooth, too. */
    public static final FitExtent SMOOTHING = new FitExtent(true, Optional.empty(), Optional.empty());

    /** The usual methods and the base network. */
    public static FitExtent base(Calendar calendar) {
        return new FitExtent(false, Optional.of(calendar), Optional.empty());
    }

    /** Those that smooth and the base network, too. */
    public static FitExtent all(Calendar calendar) {
        return new FitExtent(true, Optional.of(calendar), Optional.empty());
    }

    /**
     * What forecasts of a series by a model are made of. The base network takes longer than all others together, so it
     * is there for one of several series only if it has a share.
     */
    public static FitExtent of(Model model) {
        Optional<Combination> parts = model.combination().filter(Combination::usesMethods);
        boolean unused = model.isOfSeveral()
                && parts.filter(known -> known.uses(Method.BASE)).isEmpty();
        return parts.isPresent() && unused
                ? SMOOTHING
                : of(parts.map(Combination::mode).orElse(Combine.NONE), model.calendar())
                        .with(parts.flatMap(Combination::tuned));
    }

    /** The same with another base network than that of the program. */
    public FitExtent with(Optional<BaseNetwork> network) {
        return new FitExtent(smooths, base, network);
    }

    /** What forecasts of a series may be made of. */
    public static FitExtent of(Combine combine, Calendar calendar) {
        return combine.hasBase() ? all(calendar) : combine.hasMethods() ? SMOOTHING : USUAL;
    }
}
