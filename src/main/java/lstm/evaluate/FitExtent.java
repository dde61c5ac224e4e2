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
 * @param base how the base network is fitted, if it is one of them
 */
public record FitExtent(boolean smooths, Optional<BaseExtent> base) {
    /** The usual methods alone. */
    public static final FitExtent USUAL = new FitExtent(false, Optional.empty());

    /** Those that smooth, too. */
    public static final FitExtent SMOOTHING = new FitExtent(true, Optional.empty());

    /** The usual methods and the base network, for one of several series. */
    public static FitExtent base(Calendar calendar) {
        return new FitExtent(false, Optional.of(new BaseExtent(calendar, Optional.empty(), false)));
    }

    /** Those that smooth and the base network, too, for one of several series. */
    public static FitExtent all(Calendar calendar) {
        return new FitExtent(true, Optional.of(new BaseExtent(calendar, Optional.empty(), false)));
    }

    /**
     * What forecasts of a series by a model are made of. Of one of several series, methods are fitted when it is
     * forecast: those that take time only if they have a share.
     */
    public static FitExtent of(Model model) {
        Optional<Combination> parts = model.combination().filter(Combination::usesMethods);
        Combine mode = parts.map(Combination::mode).orElse(Combine.NONE);
        if (!model.isOfSeveral()) {
            return of(mode, model.calendar()).with(parts.flatMap(Combination::tuned));
        }
        boolean smooths = parts.filter(known -> Method.smoothing().stream().anyMatch(known::uses))
                .isPresent();
        Optional<BaseExtent> base = parts.filter(known -> known.uses(Method.BASE))
                .map(known -> new BaseExtent(model.calendar(), known.tuned(), false));
        return new FitExtent(smooths, base);
    }

    /** The same, and those that smooth. */
    public FitExtent withSmoothing() {
        return new FitExtent(true, base);
    }

    /** The same with another base network than that of the program. */
    public FitExtent with(Optional<BaseNetwork> network) {
        return new FitExtent(smooths, base.map(one -> new BaseExtent(one.calendar(), network, one.isOfOne())));
    }

    /** What forecasts of the only series may be made of. */
    public static FitExtent of(Combine combine, Calendar calendar) {
        return combine.hasBase()
                ? new FitExtent(true, Optional.of(new BaseExtent(calendar, Optional.empty(), true)))
                : combine.hasMethods() ? SMOOTHING : USUAL;
    }
}
