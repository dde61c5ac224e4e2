package lstm.cli.option;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalRequest;
import picocli.CommandLine.Option;

/** The {@code --level} option: levels of the prediction intervals. */
public final class LevelOptions {
    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Prediction intervals, written as columns lowerNN and upperNN; --loss quantile learns"
                    + " their bounds (default: the levels learned, or 80,95).")
    private List<BigDecimal> levels;

    /** The given levels, if any. */
    Optional<IntervalLevels> given() {
        return Optional.ofNullable(levels).map(List::copyOf).map(IntervalLevels::new);
    }

    /** The given levels, checked, or the default. */
    IntervalLevels checked() throws LstmException {
        IntervalRequest usual = IntervalRequest.DEFAULT;
        new IntervalRequest(usual.kind(), usual.draws(), given(), usual.seed()).check();
        return given().orElse(IntervalLevels.DEFAULT);
    }
}
