package lstm.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.cli.option.BaseKeyOption;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PictureOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.PredictionOptions;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.option.TableForecastOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.ForecastReport;
import lstm.series.ReadOptions;
import lstm.text.ShellQuote;
import lstm.workflow.BatchJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm predict}: forecasts the values after the end of a series. */
@Command(
        name = "predict",
        header = {
            "Forecasts the values after the end of a series.",
            "",
            "  lstm predict prices.csv --horizon 10                   without training",
            "  lstm predict prices.model.json --horizon 10            after the training data",
            "  lstm predict prices.model.json newer.csv -o next.csv   after newer data",
            "  lstm predict all.model.json a.csv b.csv                after each of them",
            "  lstm predict prices.model.json --plot next.svg --title 'Prices, next week'",
            "  lstm predict prices.model.json --method best           by what erred least",
            "  cat newer.csv | lstm predict prices.model.json - --format ndjson",
            "  lstm predict prices.model.json --intervals dropout --samples 200",
            "  lstm predict sales.model.json sales.csv --status status.csv",
            "  lstm predict sales.model.json sales.csv --sum-by store --sum-all",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "The model file; or a CSV file, - for standard input, which the base model forecasts: a"
                    + " network that is part of lstm and needs no training.")
    private Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "CSV files to forecast from; - for standard input (default: the training data). With"
                    + " several files, the output starts with a column file.")
    private List<String> files = List.of();

    @Mixin
    private PredictionOptions prediction;

    @Option(
            names = "--future",
            paramLabel = "FILE.csv",
            description = "Values known ahead, for models trained with --known-ahead; lstm future prints a form to"
                    + " fill in.")
    private String future;

    @Mixin
    private BaseModelOptions base;

    @Mixin
    private BaseKeyOption keys;

    @Mixin
    private TableForecastOptions series;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOption plot;

    @Mixin
    private PictureOptions style;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec command;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        BatchJob.Predict request = request();
        CommandFiles all = common.files(console)
                .reads(modelFile.toString())
                .reads(files)
                .reads(future)
                .reads(series.staticFile().file());
        output.check(all, false);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        style.check(picture, Setting.PLOT);
        if (DataArgument.isData(modelFile)) {
            withoutModel(request, picture, all);
        } else {
            withModel(ModelFile.read(modelFile), request, picture, all);
        }
        return ExitCode.OK.code();
    }

    private void withModel(Model model, BatchJob.Predict request, PlotOutput picture, CommandFiles all)
            throws LstmException, BrokenPipeException {
        BaseModelOptions.refuseOwn(command.commandLine().getParseResult());
        boolean isTable = !files.isEmpty() && !model.reading().keys().isEmpty();
        series.check(isTable, all, output.existing());
        ModelForecasts forecasts = new ModelForecasts(console, common, form, output);
        if (isTable) {
            SingleFileOptions.checkTable(Setting.PLOT, plot.isGiven());
            series.only().filter(model.reading().keys());
            TableForecasts table = new TableForecasts(console, common, form, series, output);
            if (table.run(model, modelFile, files, request)) {
                forecasts.notesOnTable(model, modelFile, request);
            }
            return;
        }
        series.only().filter(List.of());
        SingleFileOptions.check(Setting.FUTURE, future != null, files.size());
        draw(picture, model, forecasts.each(model, modelFile, files, request).get(0));
    }

    /** Forecasts CSV files by the base model. The first is where there would be a model. */
    private void withoutModel(BatchJob.Predict request, PlotOutput picture, CommandFiles all)
            throws LstmException, BrokenPipeException {
        List<String> data =
                Stream.concat(Stream.of(modelFile.toString()), files.stream()).toList();
        SingleFileOptions.check(Setting.PLOT, plot.isGiven(), data.size());
        BaseForecasts.check(command.commandLine().getParseResult());
        ReadOptions reading = series.applyTo(keys.applyTo(form.applyTo(base.reading())));
        boolean isTable = !reading.keys().isEmpty();
        series.check(isTable, all, output.existing());
        BaseForecasts forecasts = new BaseForecasts(console, common, base, series, output);
        if (isTable) {
            SingleFileOptions.checkTable(Setting.PLOT, plot.isGiven());
            forecasts.table(data, reading, request);
            return;
        }
        SeriesForecast first = forecasts.each(data, reading, request).get(0);
        picture.draw(console, () -> style.apply(ForecastReport.chart(first, reading)));
    }

    /** The request, checked as far as possible without reading a file. */
    BatchJob.Predict request() throws LstmException {
        SingleFileOptions.check(Setting.PLOT, plot.isGiven(), files.size());
        return prediction.request(
                Optional.ofNullable(future).map(file -> CsvSource.of(file, InputStream.nullInputStream())),
                form::applyTo);
    }

    /** What a job of a batch asks of the base model. */
    BatchJob.BaseModel base() throws LstmException {
        BaseForecasts.check(command.commandLine().getParseResult());
        return new BatchJob.BaseModel(form.applyTo(base.reading()), base.season(), request());
    }

    /** Draws the chart, if requested. */
    private void draw(PlotOutput picture, Model model, SeriesForecast forecast) throws LstmException {
        int targets = forecast.targets().size();
        if (plot.isGiven() && targets > 1) {
            Notes.print(
                    console,
                    common,
                    "the chart shows " + forecast.targets().get(0) + ", the first of " + targets + " targets");
        }
        picture.draw(console, () -> style.apply(ForecastReport.chart(forecast, model.reading())));
    }

    /** The command line that forecasts the trained horizon with a model, after the rows of files. */
    static String line(Path path, Model model, String... files) {
        return Stream.concat(Stream.of(path.toString()), Arrays.stream(files))
                .map(ShellQuote::quote)
                .collect(Collectors.joining(
                        " ",
                        "lstm predict ",
                        " --horizon " + model.preparation().plan().horizon()));
    }
}
