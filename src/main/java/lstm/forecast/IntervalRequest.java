package lstm.forecast;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.model.Combination;
import lstm.model.Model;
import lstm.network.Loss;

/**
 * The prediction intervals that a caller asks for; what is not given follows from the model.
 *
 * @param kind how they are made; by default from learned quantiles if the model has them, else from residuals
 * @param draws of {@link Intervals.Kind#DROPOUT}
 * @param levels by default those that the model has learned, else {@link IntervalLevels#DEFAULT}
 * @param seed of the draws
 */
public record IntervalRequest(Optional<Intervals.Kind> kind, int draws, Optional<IntervalLevels> levels, long seed) {
    /** Everything follows from the model. */
    public static final IntervalRequest DEFAULT = new IntervalRequest(
            Optional.empty(), Intervals.DEFAULT.draws(), Optional.empty(), Intervals.DEFAULT.seed());

    /** More draws than this say nothing more. */
    private static final int MOST_DRAWS = 10_000;

    private static final int DIGITS = 6;

    /** Intervals of these levels, in percent. */
    public static IntervalRequest ofLevels(int... percents) {
        List<BigDecimal> levels =
                Arrays.stream(percents).mapToObj(BigDecimal::valueOf).toList();
        return new IntervalRequest(DEFAULT.kind, DEFAULT.draws, Optional.of(new IntervalLevels(levels)), DEFAULT.seed);
    }

    /** Refuses what no model can give. */
    public IntervalRequest check() throws LstmException {
        SettingRange.atLeastOne(Setting.SAMPLES, draws);
        SettingRange.within(Setting.SAMPLES, draws, MOST_DRAWS);
        Set<BigDecimal> seen = new HashSet<>();
        for (BigDecimal given : levels.map(IntervalLevels::percents).orElse(List.of())) {
            BigDecimal level = given.stripTrailingZeros();
            if (level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(100)) >= 0) {
                throw LstmException.usage(Setting.LEVEL.to(given), " is out of range")
                        .remedy("use percents between 0 and 100");
            }
            if (level.scale() > DIGITS) {
                throw LstmException.usage(Setting.LEVEL.to(given), " is too fine")
                        .remedy("use at most ", DIGITS, " digits after the point");
            }
            if (!seen.add(level)) {
                throw LstmException.usage(Setting.LEVEL, " names ", level.toPlainString(), " twice")
                        .remedy("name each level once");
            }
        }
        return this;
    }

    /**
     * The intervals of a model.
     *
     * @param name of the model, for failures
     * @throws LstmException of kind {@code USAGE} if it cannot give them
     */
    public IntervalPlan plan(Model model, String name) throws LstmException {
        refuseSamples(model.combination().filter(Combination::usesMethods).isPresent(), name);
        return plan(model.recipe().loss(), model.architecture().dropout(), name, seed);
    }

    /** Refuses samples of a network whose forecasts are only part of a combination. */
    public void refuseSamples(boolean combined, String name) throws LstmException {
        if (combined && kind.equals(Optional.of(Intervals.Kind.DROPOUT))) {
            throw LstmException.usage(
                            Setting.INTERVALS.to("dropout"),
                            " samples a network, and ",
                            name,
                            " combines it with others")
                    .remedy("use ", Setting.INTERVALS.to("residuals"));
        }
    }

    /**
     * The intervals of a model yet to be trained.
     *
     * @param seedOfDraws of {@link Intervals.Kind#DROPOUT}
     */
    public IntervalPlan plan(Loss loss, double dropout, String name, long seedOfDraws) throws LstmException {
        check();
        boolean learned = loss instanceof Loss.Quantiles;
        if (kind.equals(Optional.of(Intervals.Kind.QUANTILE)) && !learned) {
            throw LstmException.usage(
                            Setting.INTERVALS.to("quantile"),
                            " needs a model trained with ",
                            Setting.LOSS.to("quantile"),
                            ", and ",
                            name,
                            " was not")
                    .remedy("train one, or use ", Setting.INTERVALS.to("residuals"));
        }
        if (kind.equals(Optional.of(Intervals.Kind.DROPOUT)) && dropout == 0) {
            throw LstmException.usage(
                            Setting.INTERVALS.to("dropout"),
                            " needs a model trained with dropout, and ",
                            name,
                            " was not")
                    .remedy("train one with ", Setting.DROPOUT.to(0.2), ", or use ", Setting.INTERVALS.to("residuals"));
        }
        Intervals.Kind made = kind.orElse(learned ? Intervals.Kind.QUANTILE : Intervals.Kind.RESIDUALS);
        IntervalLevels chosen = made == Intervals.Kind.QUANTILE
                ? learned((Loss.Quantiles) loss)
                : levels.orElse(IntervalLevels.DEFAULT);
        return new IntervalPlan(new Intervals(made, draws, seedOfDraws), chosen);
    }

    /**
     * The intervals of a method other than the network: from errors, of the levels that were asked for or that the
     * network has learned.
     */
    public IntervalPlan ofResiduals(Loss loss) throws LstmException {
        check();
        IntervalLevels known =
                loss instanceof Loss.Quantiles quantiles ? IntervalLevels.of(quantiles) : IntervalLevels.DEFAULT;
        return new IntervalPlan(Intervals.DEFAULT, levels.orElse(known));
    }

    private IntervalLevels learned(Loss.Quantiles quantiles) throws LstmException {
        IntervalLevels known = IntervalLevels.of(quantiles);
        IntervalLevels asked = levels.orElse(known);
        for (int k = 0; k < asked.shares().length && levels.isPresent(); k++) {
            if (quantiles.indexOf((1 - asked.shares()[k]) / 2) < 0) {
                throw LstmException.usage(
                                Setting.LEVEL.to(asked.names().get(k)),
                                " is not among the levels that the model has learned: ",
                                String.join(", ", known.names()))
                        .remedy(
                                "use one of these, train with this ",
                                Setting.LEVEL,
                                ", or use ",
                                Setting.INTERVALS.to("residuals"));
            }
        }
        return asked;
    }
}
