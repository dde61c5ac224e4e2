package lstm.cli.option;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalRequest;
import picocli.CommandLine.Option;

/** Which prediction intervals there are. */
public final class LevelOptions {
    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            split = ",",
            description = "Prediction intervals, written as columns lowerNN and upperNN; --loss quantile learns"
                    + " their bounds (default: the levels learned, or 80,95).")
    private List<BigDecimal> levels;

    /** Those asked for, if any are. */
    Optional<IntervalLevels> asked() {
        return Optional.ofNullable(levels).map(List::copyOf).map(IntervalLevels::new);
    }

    /** Those asked for, checked, or the default. */
    IntervalLevels checked() throws LstmException {
        IntervalRequest usual = IntervalRequest.DEFAULT;
        new IntervalRequest(usual.kind(), usual.draws(), asked(), usual.seed()).check();
        return asked().orElse(IntervalLevels.DEFAULT);
    }
}
