package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OnlyOption;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.StaticFileOption;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.forecast.ForecastStart;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PreparationPlan;
import lstm.report.FutureForm;
import lstm.report.Table;
import lstm.report.TableText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.workflow.TablePrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm future}: prints a form for the values that are known ahead. */
@Command(
        name = "future",
        header = {
            "Prints a CSV form to fill in with the values that a model needs to know ahead.",
            "",
            "  lstm future sales.model.json > plan.csv             after the training data",
            "  lstm future sales.model.json newer.csv -o plan.csv  after newer rows",
            "  lstm predict sales.model.json --future plan.csv     once it is filled in",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class FutureCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "CSV file to forecast from; - for standard input (default: the training data). Several"
                    + " files are one table.")
    private List<String> names = List.of();

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Number of steps to forecast (default: the horizon the model was trained for).")
    private Integer horizon;

    @Mixin
    private OnlyOption only;

    @Mixin
    private StaticFileOption staticFile;

    @Mixin
    private OutputOptions output;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private CommonOptions common;

    FutureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (horizon != null) {
            SettingRange.steps(Setting.HORIZON, horizon);
        }
        output.check(common.files(console).reads(modelFile).reads(names).reads(staticFile.file()), false);
        Model model = ModelFile.read(modelFile);
        if (model.ahead().isEmpty()) {
            throw LstmException.usage("has no columns that are known ahead, so predict needs no form")
                    .remedy("run predict without ", Setting.FUTURE, ", or train with ", Setting.KNOWN_AHEAD)
                    .in(modelFile);
        }
        output.write(console, isTable(model) ? table(model) : form(model));
        return ExitCode.OK.code();
    }

    private boolean isTable(Model model) {
        return !names.isEmpty() && !model.reading().keys().isEmpty();
    }

    private Table form(Model model) throws LstmException {
        only.filter(List.of());
        staticFile.source(model);
        ForecastStart start = names.isEmpty() ? ForecastStart.trained(model, modelFile.toString()) : read(model);
        return FutureForm.of(model, start, steps(model));
    }

    /** A form of each series that the model can forecast. */
    private Table table(Model model) throws LstmException {
        ReadOptions reading = form.applyTo(model.reading().withoutWeight());
        StaticSource statics = staticFile.source(model);
        SeriesTable table = statics.readLast(
                CsvSource.all(names, console.in()), reading, only.filter(reading.keys()), TablePrediction.rows(model));
        Notes.print(console, common, TableText.notes(table));
        return FutureForm.of(model, modelFile.toString(), table, steps(model));
    }

    private int steps(Model model) {
        PreparationPlan plan = model.preparation().plan();
        return ForecastRollout.rounded(plan, horizon == null ? plan.horizon() : horizon);
    }

    private ForecastStart read(Model model) throws LstmException {
        Series series = CsvReader.read(
                CsvSource.of(InputFiles.only(names, modelFile), console.in()),
                form.applyTo(model.reading().withoutWeight()));
        Notes.print(console, common, series);
        return ForecastStart.after(model, modelFile.toString(), series);
    }
}
