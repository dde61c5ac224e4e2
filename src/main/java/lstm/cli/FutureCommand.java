package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.prepare.Plan;
import lstm.report.Table;
import lstm.series.CsvReader;
import lstm.series.Series;
import lstm.series.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm future}: the form in which a model wants to be told what is known ahead. */
@Command(
        name = "future",
        header = {
            "Prints the form for what a model knows ahead, to be filled in.",
            "",
            "  lstm future sales.model.json > plan.csv             after its own rows",
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
            index = "1",
            paramLabel = "FILE.csv",
            arity = "0..1",
            description = "The series to go on from; - for standard input (default: the data it was trained on).")
    private String file;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Values to forecast (default: the horizon that the model was trained for).")
    private Integer horizon;

    @Mixin
    private Output output;

    @Mixin
    private FormOptions form;

    @Mixin
    private CommonOptions common;

    FutureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (horizon != null) {
            Range.steps("--horizon", horizon);
        }
        output.check();
        Model model = ModelFile.read(modelFile);
        if (model.ahead().isEmpty()) {
            throw new UserException(
                    Kind.USAGE, modelFile + ": knows no column ahead; predict needs no form (see train --known-ahead)");
        }
        Plan plan = model.preparation().plan();
        Start start = file == null ? Start.trained(model, modelFile) : read(model);
        long[] stamps = start.after(lstm.prepare.Path.rounded(plan, horizon == null ? plan.horizon() : horizon));
        List<String> columns = new ArrayList<>(List.of(model.reading().date().orElse("row")));
        columns.addAll(model.ahead());
        List<List<Object>> rows = new ArrayList<>();
        for (long stamp : stamps) {
            List<Object> row = new ArrayList<>(Collections.nCopies(columns.size(), null));
            row.set(0, start.stamps().text(stamp));
            rows.add(row);
        }
        output.write(console, new Table(columns, rows));
        return ExitCode.OK.code();
    }

    private Start read(Model model) throws UserException {
        Series series = CsvReader.read(Source.of(file, console.in()), form.over(model.reading()));
        Notes.print(console, common, series);
        return Start.after(model, modelFile, series);
    }
}
