package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lstm.chart.Figure;
import lstm.cli.option.BaseKeyOption;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.ExplainOptions;
import lstm.cli.option.OnlyOption;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.StaticFileOption;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.BaseExplanationReport;
import lstm.report.CombinationText;
import lstm.report.ExplanationReport;
import lstm.report.HeatMap;
import lstm.report.Json;
import lstm.report.Table;
import lstm.series.Series;
import lstm.workflow.BaseExplanation;
import lstm.workflow.ForecastExplanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code lstm explain}: shows what the gates did over a window and which rows the forecast depends on. */
@Command(
        name = "explain",
        header = {
            "Shows what the gates did for a forecast and which rows it depends on.",
            "",
            "  lstm explain prices.model.json prices.csv               the last window",
            "  lstm explain prices.model.json prices.csv --at 2008-09-15",
            "  lstm explain prices.model.json prices.csv --plot gates.svg -o gates.csv",
            "  lstm explain prices.model.json prices.csv --quantity forget --plot units.svg",
            "  lstm explain prices.model.json prices.csv --json        the summary as JSON",
            "  lstm explain sales.model.json sales.csv --only store=7,item=tea",
            "  lstm explain --base prices.csv --step 5                 without a model",
            ""
        },
        description = {
            "Explains a forecast of the first target, one step ahead or --step N. The table has a row for each"
                    + " date, layer and quantity. Layer 0 is the input: gradient is d forecast / d value;"
                    + " occlusion is how much the forecast falls when the value is replaced by the mean of its"
                    + " column over the window; both are on the scale of the network. For the other layers it"
                    + " has the mean and the standard deviation, over their units, of the gates (input, forget,"
                    + " output, update, reset), the candidate, and the memory or state; with --unit or --quantity"
                    + " the values of single units. Step 0 is the last row of the window.%n",
            "With --base, occlusion is how much the forecast falls if the row, or its whole segment, had been missing,"
                    + " in the unit of the data.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final List<Setting> OF_MODELS =
            List.of(Setting.LAYER, Setting.UNIT, Setting.QUANTITY, Setting.STATIC_FILE);

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file; none with --base.")
    private Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "CSV file with the series; - for standard input. Several files are one table.")
    private List<String> names = List.of();

    @Option(
            names = "--base",
            description = "Explain a forecast of the base model, a network that is part of lstm and needs no training.")
    private boolean isBase;

    @Mixin
    private BaseModelOptions base;

    @Mixin
    private BaseKeyOption keys;

    @Mixin
    private ExplainOptions options;

    @Mixin
    private OnlyOption only;

    @Mixin
    private StaticFileOption staticFile;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOption plot;

    @Option(
            names = "--json",
            description = "Print the summary as JSON on standard output; the table is written only with -o.")
    private boolean json;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec command;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        List<String> data = isBase ? List.of(modelFile.toString()) : names;
        CommandFiles all = common.files(console).reads(data).reads(staticFile.file());
        if (!isBase) {
            all.reads(modelFile);
        }
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        Explained explained = isBase ? withoutModel(data) : withModel(data);
        picture.draw(console, explained.figure());
        boolean last = console.outIsTerminal() && output.file().isEmpty();
        say(explained, !last);
        if (!json || output.file().isPresent()) {
            output.write(console, explained.table());
        }
        // Below a long table on a terminal; above it, it would scroll away.
        say(explained, last);
        if (json) {
            String values = Json.text(explained.values()) + "\n";
            OutputOptions.toStdout(console, to -> to.write(values.getBytes(StandardCharsets.UTF_8)));
        }
        return ExitCode.OK.code();
    }

    private void check() throws LstmException {
        ParseResult parsed = command.commandLine().getParseResult();
        if (isBase && !names.isEmpty()) {
            throw LstmException.usage("a forecast without a model is of one file")
                    .remedy("name one file with ", Setting.BASE);
        }
        if (isBase) {
            BaseModelOptions.refuse(parsed, OF_MODELS);
        } else if (names.isEmpty()) {
            throw LstmException.usage("no rows to forecast from")
                    .remedy("name a CSV file after the model, or explain the base model with ", Setting.BASE);
        }
        options.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw LstmException.usage(Setting.FORMAT, " is for the table, which ", Setting.JSON, " leaves out")
                    .remedy("name a file for it with ", Setting.OUTPUT);
        }
    }

    /** An explanation in each of its forms. */
    private record Explained(String text, Table table, Map<String, Object> values, Supplier<? extends Figure> figure) {}

    private Explained withModel(List<String> data) throws LstmException {
        Model model = ModelFile.read(modelFile);
        BaseModelOptions.refuseOwn(command.commandLine().getParseResult());
        boolean isTable = !model.reading().keys().isEmpty();
        List<String> files = isTable ? data : List.of(InputFiles.only(data, modelFile));
        Series series = new OneSeries(console, common, only, staticFile.source(model))
                .read(files, form.applyTo(model.reading().withoutWeight()));
        ForecastExplanation forecast =
                ForecastExplanation.of(model, modelFile.toString(), series, options.at(), options.step());
        ExplanationReport report = new ExplanationReport(forecast, options.shown(modelFile, forecast));
        return new Explained(
                report.text() + CombinationText.lines(model),
                report.table(),
                CombinationText.in(report.values(), model),
                () -> new HeatMap(report));
    }

    private Explained withoutModel(List<String> data) throws LstmException {
        Series series = new OneSeries(console, common, only, StaticSource.NONE)
                .read(data, keys.applyTo(form.applyTo(base.reading())));
        BaseExplanation forecast = BaseExplanation.of(series, base.season(), options.at(), options.step());
        BaseExplanationReport report = new BaseExplanationReport(forecast);
        return new Explained(report.text(), report.table(), report.values(), report::chart);
    }

    private void say(Explained explained, boolean now) {
        if (now && !common.quiet()) {
            console.err().print(explained.text());
        }
    }
}
