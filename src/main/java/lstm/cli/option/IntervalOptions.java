package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.forecast.Intervals;
import lstm.network.Loss;
import picocli.CommandLine.Option;

/** What prediction intervals are made of. */
public final class IntervalOptions {
    /** More draws than this say nothing more. */
    private static final int MOST_DRAWS = 10_000;

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

    public void check() throws LstmException {
        OptionRange.atLeastOne("--samples", draws);
        if (draws > MOST_DRAWS) {
            throw new LstmException(Kind.USAGE, "--samples " + draws + ": give at most " + MOST_DRAWS);
        }
    }

    /**
     * How they are made for a model of this loss.
     *
     * @param who has the loss and the dropout, for messages
     * @param seed of the draws
     * @throws LstmException if it cannot make those asked for
     */
    public Intervals of(String who, Loss loss, double dropout, long seed) throws LstmException {
        boolean quantiles = loss instanceof Loss.Quantiles;
        if (kind == Intervals.Kind.QUANTILE && !quantiles) {
            throw new LstmException(
                    Kind.USAGE,
                    "--intervals quantile: " + who + " predicts no quantiles; train with --loss quantile, or use"
                            + " --intervals residuals");
        }
        if (kind == Intervals.Kind.DROPOUT && dropout == 0) {
            throw new LstmException(
                    Kind.USAGE,
                    "--intervals dropout: " + who + " has no dropout; train with --dropout 0.2, or use"
                            + " --intervals residuals");
        }
        Intervals.Kind usual = quantiles ? Intervals.Kind.QUANTILE : Intervals.Kind.RESIDUALS;
        return new Intervals(kind == null ? usual : kind, draws, seed);
    }
}
