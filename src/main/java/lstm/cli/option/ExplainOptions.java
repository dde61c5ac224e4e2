package lstm.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.network.CellSignal;
import lstm.report.UnitChoice;
import lstm.workflow.ForecastExplanation;
import picocli.CommandLine.Option;

/** Options for the forecast to explain and for the units to show. */
public final class ExplainOptions {
    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Last row that the forecast sees, written as in the table (default: the last row of FILE).")
    private String at;

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Explain the forecast N steps ahead (default: ${DEFAULT-VALUE}). With --strategy recursive"
                    + " its window ends with the forecasts of the steps before.")
    private int step = 1;

    @Option(names = "--layer", paramLabel = "N", description = "Show only this layer (default: all).")
    private Integer layer;

    @Option(
            names = "--unit",
            paramLabel = "N",
            description = "Show unit N of each layer (default: the mean over all units).")
    private Integer unit;

    @Option(
            names = "--quantity",
            paramLabel = "NAME",
            description = "Show every unit, a row for each, of this quantity: a gate, candidate, memory or state.")
    private CellSignal quantity;

    public Optional<String> at() {
        return Optional.ofNullable(at);
    }

    public int step() {
        return step;
    }

    /** Checks what can be checked without a model. */
    public void check() throws LstmException {
        SettingRange.steps(Setting.STEP, step);
        if (unit != null && quantity != null) {
            throw LstmException.usage(Setting.UNIT, " shows one unit, and ", Setting.QUANTITY, " shows all")
                    .remedy("use one of them");
        }
    }

    /**
     * Which units to show.
     *
     * @param modelFile the model's name in messages
     */
    public UnitChoice shown(Path modelFile, ForecastExplanation explained) throws LstmException {
        List<Map<CellSignal, float[][]>> layers =
                explained.explanation().trace().layers();
        Map<CellSignal, float[][]> first = layers.get(0);
        within(modelFile, Setting.LAYER, layer, layers.size());
        within(modelFile, Setting.UNIT, unit, first.values().iterator().next()[0].length);
        if (quantity != null && !first.containsKey(quantity)) {
            throw LstmException.usage(Setting.QUANTITY.to(quantity), " is not part of the cell of this model")
                    .remedy(
                            "use ",
                            first.keySet().stream().map(CellSignal::toString).collect(Collectors.joining(" or ")))
                    .in(modelFile);
        }
        return new UnitChoice(Optional.ofNullable(layer), Optional.ofNullable(unit), Optional.ofNullable(quantity));
    }

    private static void within(Path modelFile, Setting setting, Integer value, int most) throws LstmException {
        if (value != null && (value < 1 || value > most)) {
            throw LstmException.usage(setting.to(value), " is out of range")
                    .remedy(most == 1 ? "use 1, as there is one" : "use a number from 1 to " + most)
                    .in(modelFile);
        }
    }
}
