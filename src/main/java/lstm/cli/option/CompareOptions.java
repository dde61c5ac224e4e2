package lstm.cli.option;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.explain.ComparisonTask;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.CellKind;
import picocli.CommandLine.Option;

/** Which cells are compared, and how they are made alike. */
public final class CompareOptions {
    @Option(
            names = "--cells",
            paramLabel = "CELL",
            split = ",",
            description = "Cells to compare, separated by commas (default: lstm,peephole,coupled,gru,rnn).")
    private List<CellKind> cells =
            List.of(CellKind.LSTM, CellKind.PEEPHOLE, CellKind.COUPLED, CellKind.GRU, CellKind.RNN);

    @Option(
            names = "--equal-parameters",
            description = "Give each cell the number of units with which it has about as many parameters as the first"
                    + " has with --units (default: equal units).")
    private boolean equalParameters;

    @Option(
            names = "--keep-bias",
            paramLabel = "B",
            description = "First bias of the gates that keep, forget and update gates, and its negative of input gates:"
                    + " 4.6 keeps 99 %% of a memory from step to step and writes 1 %% of what is new (default: 1 for"
                    + " forget gates, 0 for others).")
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
        if (settings.validation() == 0) {
            throw LstmException.usage(Setting.VALIDATION.to(0), " leaves nothing to compare the cells by")
                    .remedy("use for example ", Setting.VALIDATION.to(0.1));
        }
    }

    /** The networks to compare. */
    public List<Architecture> architectures(Settings settings, ComparisonTask job) throws LstmException {
        List<Architecture> networks = new ArrayList<>();
        for (CellKind cell : cells) {
            Architecture equal = network(cell, settings, job, settings.units());
            networks.add(
                    equalParameters && !networks.isEmpty()
                            ? like(networks.get(0).layout().size(), cell, settings, job)
                            : equal);
        }
        return networks;
    }

    /** The network of this cell whose number of parameters is nearest to that. */
    private static Architecture like(int parameters, CellKind cell, Settings settings, ComparisonTask job)
            throws LstmException {
        Architecture below = network(cell, settings, job, 1);
        Architecture above = below;
        while (above.layout().size() < parameters) {
            below = above;
            above = network(cell, settings, job, above.units() + 1);
        }
        int more = above.layout().size() - parameters;
        return more < parameters - below.layout().size() ? above : below;
    }

    private static Architecture network(CellKind cell, Settings settings, ComparisonTask job, int units)
            throws LstmException {
        Architecture.checkSize(cell, job.inputs(), units, settings.layers(), job.outputs());
        return new Architecture(cell, job.inputs(), units, settings.layers(), settings.dropout(), job.outputs());
    }
}
