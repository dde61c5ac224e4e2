package lstm.cli.option;

import java.nio.file.Path;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingValue;
import lstm.forecast.IntervalPlan;
import lstm.forecast.Intervals;
import lstm.model.Model;
import lstm.network.Loss;
import picocli.CommandLine.Option;

/** What prediction intervals are made of. */
public final class IntervalOptions {
    private static final SettingValue RESIDUALS = Setting.INTERVALS.to(Intervals.Kind.RESIDUALS);

    /** More draws than this add nothing. */
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
        OptionRange.atLeastOne(Setting.SAMPLES, draws);
        OptionRange.atMost(Setting.SAMPLES, draws, MOST_DRAWS);
    }

    /** The intervals of a model file. */
    public IntervalPlan plan(LevelOptions levels, Path file, Model model, long seed) throws LstmException {
        return plan(
                levels,
                file.toString(),
                model.recipe().loss(),
                model.architecture().dropout(),
                seed);
    }

    /**
     * The intervals of a model with this loss and dropout.
     *
     * @param who has them, for messages
     * @throws LstmException if it cannot make those asked for
     */
    public IntervalPlan plan(LevelOptions levels, String who, Loss loss, double dropout, long seed)
            throws LstmException {
        Intervals intervals = of(who, loss, dropout, seed);
        boolean learned = intervals.kind() == Intervals.Kind.QUANTILE;
        return new IntervalPlan(intervals, learned ? levels.levels((Loss.Quantiles) loss) : levels.levels());
    }

    private Intervals of(String who, Loss loss, double dropout, long seed) throws LstmException {
        boolean quantiles = loss instanceof Loss.Quantiles;
        if (kind == Intervals.Kind.QUANTILE && !quantiles) {
            throw LstmException.usage(Setting.INTERVALS.to(kind), ": ", who, " predicts no quantiles")
                    .remedy("train with ", Setting.LOSS.to(LossName.QUANTILE), ", or use ", RESIDUALS);
        }
        if (kind == Intervals.Kind.DROPOUT && dropout == 0) {
            throw LstmException.usage(Setting.INTERVALS.to(kind), ": ", who, " has no dropout")
                    .remedy("train with ", Setting.DROPOUT.to(0.2), ", or use ", RESIDUALS);
        }
        Intervals.Kind usual = quantiles ? Intervals.Kind.QUANTILE : Intervals.Kind.RESIDUALS;
        return new Intervals(kind == null ? usual : kind, draws, seed);
    }
}
