package lstm.cli.option;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.workflow.CellComparison;
import lstm.workflow.TrainingChecks;
import picocli.CommandLine.Option;

/** Options for the cells to compare. */
public final class CompareOptions {
    @Option(
            names = "--cells",
            paramLabel = "CELL",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Cells to compare, separated by commas (default: lstm,peephole,coupled,gru,rnn).")
    private List<CellKind> cells =
            List.of(CellKind.LSTM, CellKind.PEEPHOLE, CellKind.COUPLED, CellKind.GRU, CellKind.RNN);

    @Option(
            names = "--equal-parameters",
            description = "Give each cell as many units as it needs to have about as many parameters as the first"
                    + " cell has with --units (default: equal units).")
    private boolean equalParameters;

    @Option(
            names = "--keep-bias",
            paramLabel = "B",
            description = "Initial bias of forget and update gates, and its negative for input gates: 4.6 keeps 99"
                    + " %% of the memory at each step and writes 1 %% of what is new (default: 1 for forget"
                    + " gates, 0 for others).")
    private Double keepBias;

    @Option(
            names = "--layer",
            paramLabel = "N",
            description = "Layer in which the gradient is followed back through time (default: the last).")
    private Integer layer;

    public Double keepBias() {
        return keepBias;
    }

    public int layer(Settings settings) {
        return layer == null ? settings.layers() : layer;
    }

    public void check(Settings settings) throws LstmException {
        Set<CellKind> seen = EnumSet.noneOf(CellKind.class);
        for (CellKind cell : cells) {
            if (!seen.add(cell)) {
                throw LstmException.usage(Setting.CELLS, " names ", cell, " twice")
                        .remedy("name each cell once");
            }
        }
        if (layer != null && (layer < 1 || layer > settings.layers())) {
            throw LstmException.usage(Setting.LAYER.to(layer), " is out of range")
                    .remedy("give one of the layers 1 to ", settings.layers());
        }
        if (keepBias != null && !(Math.abs(keepBias) <= 100)) {
            throw LstmException.usage(Setting.KEEP_BIAS.to(keepBias), " is out of range")
                    .remedy("give a number from -100 to 100");
        }
        if (settings.recipe().loss().width() > 1) {
            throw LstmException.usage(
                            Setting.LOSS.to(LossName.QUANTILE), ": cells are compared by the errors of one forecast")
                    .remedy("use ", Setting.LOSS.to(LossName.MAE));
        }
        TrainingChecks.checkLoss(settings);
        if (settings.validation() == 0) {
            throw LstmException.usage(Setting.VALIDATION.to(0), " leaves nothing to compare the cells by")
                    .remedy("use for example ", Setting.VALIDATION.to(0.1));
        }
    }

    /** The networks to compare. */
    public List<Architecture> networks(CellComparison comparison) throws LstmException {
        return comparison.networks(cells, equalParameters);
    }

    /** How each cell is trained and analyzed. */
    public CellComparison.Terms terms(Settings settings, int threads) {
        return new CellComparison.Terms(Optional.ofNullable(keepBias), layer(settings), threads);
    }
}
