package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.ExplainOptions;
import lstm.cli.option.OnlyOption;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.StaticFileOption;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.CombinationText;
import lstm.report.ExplanationReport;
import lstm.report.HeatMap;
import lstm.report.Json;
import lstm.series.Series;
import lstm.workflow.ForecastExplanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            ""
        },
        description = {
            "Explains a forecast of the first target, one step ahead or --step N. The table has a row for each"
                    + " date, layer and quantity. Layer 0 is the input: gradient is d forecast / d value;"
                    + " occlusion is how much the forecast falls when the value is replaced by the mean of its"
                    + " column over the window; both are on the scale of the network. For the other layers it"
                    + " has the mean and the standard deviation, over their units, of the gates (input, forget,"
                    + " output, update, reset), the candidate, and the memory or state; with --unit or --quantity"
                    + " the values of single units. Step 0 is the last row of the window.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private java.nio.file.Path modelFile;

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "CSV file with the series; - for standard input.")
    private String file;

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

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw LstmException.usage(Setting.FORMAT, " is for the table, which ", Setting.JSON, " leaves out")
                    .remedy("name a file for it with ", Setting.OUTPUT);
        }
        CommandFiles all = common.files(console).reads(modelFile).reads(file).reads(staticFile.file());
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        Model model = ModelFile.read(modelFile);
        Series series = new OneSeries(console, common, only, staticFile.source(model))
                .read(file, form.applyTo(model.reading().withoutWeight()));
        ForecastExplanation forecast =
                ForecastExplanation.of(model, modelFile.toString(), series, options.at(), options.step());
        ExplanationReport explained = new ExplanationReport(forecast, options.shown(modelFile, forecast));
        picture.draw(console, () -> new HeatMap(explained));
        boolean last = console.outIsTerminal() && output.file().isEmpty();
        say(model, explained, !last);
        if (!json || output.file().isPresent()) {
            output.write(console, explained.table());
        }
        // Below a long table on a terminal; above it, it would scroll away.
        say(model, explained, last);
        if (json) {
            String values = Json.text(CombinationText.in(explained.values(), model)) + "\n";
            OutputOptions.toStdout(console, to -> to.write(values.getBytes(StandardCharsets.UTF_8)));
        }
        return ExitCode.OK.code();
    }

    private void say(Model model, ExplanationReport explained, boolean now) {
        if (now && !common.quiet()) {
            console.err().print(explained.text() + CombinationText.lines(model));
        }
    }
}
