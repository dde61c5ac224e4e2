package lstm.cli.option;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.forecast.IntervalLevels;
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

    /** Refuses what is not within 0 and 100. */
    public void check() throws LstmException {
        Set<BigDecimal> seen = new HashSet<>();
        for (BigDecimal level : levels().percents()) {
            if (level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(100)) >= 0 || level.scale() > 6) {
                throw new LstmException(
                        Kind.USAGE, "--level " + level.toPlainString() + ": give percents between 0 and 100");
            }
            if (!seen.add(level.stripTrailingZeros())) {
                throw new LstmException(
                        Kind.USAGE, "--level names " + level.toPlainString() + " twice; name each level once");
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
                throw new LstmException(
                        Kind.USAGE,
                        "--level " + levels().names().get(k) + ": the model has learned the quantiles for "
                                + String.join(", ", known.names())
                                + "; ask for these, train with this --level, or use --intervals residuals");
            }
        }
        return levels();
    }
}
