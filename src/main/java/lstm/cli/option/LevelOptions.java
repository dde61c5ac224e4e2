package lstm.cli.option;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.IntervalLevels;
import lstm.forecast.Intervals;
import lstm.network.Loss;
import picocli.CommandLine.Option;

/** Which prediction intervals there are. */
public final class LevelOptions {
    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            split = ",",
            description = "Prediction intervals, as columns lowerNN and upperNN; --loss quantile learns their ends"
                    + " (default: those that were learned, or 80,95).")
    private List<BigDecimal> levels;

    /** Checks that the levels are between 0 and 100. */
    public void check() throws LstmException {
        Set<BigDecimal> seen = new HashSet<>();
        for (BigDecimal level : levels().percents()) {
            if (level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(100)) >= 0 || level.scale() > 6) {
                throw LstmException.usage(Setting.LEVEL.to(level.toPlainString()), " is out of range")
                        .remedy("give percentages between 0 and 100");
            }
            if (!seen.add(level.stripTrailingZeros())) {
                throw LstmException.usage(Setting.LEVEL, " names ", level.toPlainString(), " twice")
                        .remedy("name each level once");
            }
        }
    }

    /** Those asked for, or the default. */
    public IntervalLevels levels() {
        return levels == null ? IntervalLevels.DEFAULT : new IntervalLevels(List.copyOf(levels));
    }

    /**
     * Those asked for, or those that a network has learned the ends of.
     *
     * @throws LstmException if others were asked for than it has learned
     */
    public IntervalLevels levels(Loss.Quantiles learned) throws LstmException {
        IntervalLevels known = IntervalLevels.of(learned);
        if (levels == null) {
            return known;
        }
        for (int k = 0; k < levels.size(); k++) {
            if (learned.indexOf((1 - levels().shares()[k]) / 2) < 0) {
                throw LstmException.usage(
                                Setting.LEVEL.to(levels().names().get(k)),
                                ": the model has learned the quantiles for ",
                                String.join(", ", known.names()))
                        .remedy(
                                "ask for these, train with this ",
                                Setting.LEVEL,
                                ", or use ",
                                Setting.INTERVALS.to(Intervals.Kind.RESIDUALS));
            }
        }
        return levels();
    }
}
