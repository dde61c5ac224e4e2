package lstm.cli.option;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.IntervalRequest;
import lstm.forecast.Intervals;
import picocli.CommandLine.Option;

/** What prediction intervals are made of. */
public final class IntervalOptions {
    @Option(
            names = "--intervals",
            paramLabel = "KIND",
            description = "residuals: as wide as forecasts were off lately, on rows held out and those scored since"
                    + " (split conformal); quantile: between the quantiles of a model trained with --loss quantile, put"
                    + " right by those residuals; dropout: between draws of the network with dropout on, which tell how"
                    + " unsure it is of itself but not the noise, so that they are too narrow as a rule (default:"
                    + " quantile for a model trained so, else residuals).")
    private Intervals.Kind kind;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Draws of --intervals dropout (default: ${DEFAULT-VALUE}).")
    private int draws = Intervals.DRAWS;

    /**
     * The intervals that are asked for, checked.
     *
     * @param seed of draws
     */
    public IntervalRequest request(LevelOptions levels, long seed) throws LstmException {
        return new IntervalRequest(Optional.ofNullable(kind), draws, levels.asked(), seed).check();
    }
}
