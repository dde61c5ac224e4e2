package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lstm.base.BaseNetwork;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.model.TrainedNetwork;
import lstm.modelfile.BaseNetworkFile;
import lstm.modelfile.ModelFile;
import lstm.network.ParameterLayout;
import lstm.network.ParameterLayout.Tensor;
import lstm.report.BaseNetworkText;
import lstm.report.EnsembleText;
import lstm.report.ModelSummary;
import lstm.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm inspect}: shows the contents of a model file. */
@Command(
        name = "inspect",
        header = {
            "Shows the contents of a model file.",
            "",
            "  lstm inspect prices.model.json                       network, data, scores",
            "  lstm inspect prices.model.json --history             loss of every epoch",
            "  lstm inspect prices.model.json --weights layer1.U    a tensor, row by row",
            "  lstm inspect base                                    the base model",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    private static final Path BASE = Path.of("base");

    private final Console console;

    @Parameters(
            paramLabel = "MODEL",
            description = "The model file; or base, the network that forecasts without training.")
    private Path modelFile;

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            description =
                    "Print this tensor, its columns named after gate and unit; an unknown name lists all" + " tensors.")
    private String tensor;

    @Option(names = "--history", description = "Print the loss, validation loss and learning rate of every epoch.")
    private boolean history;

    @Option(names = "--json", description = "Print everything but the tensors as JSON.")
    private boolean json;

    @Mixin
    private OutputOptions output;

    @Mixin
    private CommonOptions common;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if ((tensor != null ? 1 : 0) + (history ? 1 : 0) + (json ? 1 : 0) > 1) {
            throw LstmException.usage(
                            Setting.WEIGHTS, ", ", Setting.HISTORY, " and ", Setting.JSON, " exclude each other")
                    .remedy("give one of them");
        }
        if (tensor == null && !history && output.hasFormat()) {
            throw LstmException.usage(Setting.FORMAT, " is for tables")
                    .remedy("add ", Setting.WEIGHTS, " or ", Setting.HISTORY);
        }
        output.check(common.files(console).reads(modelFile), false);
        if (modelFile.equals(BASE) && !Files.exists(BASE)) {
            base();
            return ExitCode.OK.code();
        }
        Model model = ModelFile.read(modelFile);
        if (tensor != null) {
            output.write(console, weights(model));
        } else if (history) {
            output.write(console, EnsembleText.history(model));
        } else {
            String text = json ? ModelSummary.json(model) : ModelSummary.text(model, modelFile.toString());
            output.writeText(console, text.getBytes(StandardCharsets.UTF_8));
        }
        return ExitCode.OK.code();
    }

    /** Shows the network that is part of the program. */
    private void base() throws LstmException, BrokenPipeException {
        if (tensor != null || history) {
            throw LstmException.usage(
                            tensor != null ? Setting.WEIGHTS : Setting.HISTORY, " is for model files, not for base")
                    .remedy("leave it out");
        }
        BaseNetwork network = BaseNetworkFile.shipped();
        String text = json ? BaseNetworkText.json(network) : BaseNetworkText.text(network);
        output.writeText(console, text.getBytes(StandardCharsets.UTF_8));
    }

    private Table weights(Model model) throws LstmException {
        ParameterLayout layout = model.architecture().layout();
        for (int number = 0; number < model.networks().size(); number++) {
            for (Tensor candidate : layout.tensors()) {
                if (tensor.equals(TrainedNetwork.prefix(number) + candidate.name())) {
                    return weights(layout, candidate, model.weights().get(number));
                }
            }
        }
        int networks = model.networks().size();
        throw LstmException.usage("has no tensor ", LstmException.quote(tensor))
                .remedy(
                        "it has ",
                        layout.tensors().stream().map(Tensor::name).collect(Collectors.joining(", ")),
                        networks == 1
                                ? ""
                                : ", and those of the other networks, from " + TrainedNetwork.prefix(1)
                                        + layout.tensors().get(0).name() + " on")
                .in(modelFile);
    }

    private static Table weights(ParameterLayout layout, Tensor found, float[] weights) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < found.rows(); row++) {
            List<Object> values = new ArrayList<>();
            for (int column = 0; column < found.columns(); column++) {
                values.add((double) weights[found.offset() + row * found.columns() + column]);
            }
            rows.add(values);
        }
        return new Table(layout.columns(found), rows);
    }
}
