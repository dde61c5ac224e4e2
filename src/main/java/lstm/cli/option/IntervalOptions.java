package lstm.cli.option;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.IntervalRequest;
import lstm.forecast.Intervals;
import picocli.CommandLine.Option;

/** Options that choose the kind of prediction intervals. */
public final class IntervalOptions {
    @Option(
            names = "--intervals",
            paramLabel = "KIND",
            description = "residuals: from recent errors on held-out and scored rows (split conformal); quantile:"
                    + " learned quantiles, calibrated with those errors; dropout: from repeated runs with"
                    + " dropout on, which capture only the uncertainty of the network and are usually too"
                    + " narrow (default: quantile for a model trained with --loss quantile, otherwise"
                    + " residuals).")
    private Intervals.Kind kind;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Runs for --intervals dropout (default: ${DEFAULT-VALUE}).")
    private int draws = Intervals.DRAWS;

    /**
     * The requested intervals, checked.
     *
     * @param seed of the dropout runs
     */
    public IntervalRequest request(LevelOptions levels, long seed) throws LstmException {
        return new IntervalRequest(Optional.ofNullable(kind), draws, levels.given(), seed).check();
    }
}
