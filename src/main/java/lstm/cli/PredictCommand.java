package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Forecaster;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.prepare.Path;
import lstm.report.Table;
import lstm.series.CsvReader;
import lstm.series.Series;
import lstm.series.Source;
import lstm.series.StampKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm predict}: the values after the end of a series. */
@Command(
        name = "predict",
        header = {
            "Forecasts the values after the end of a series.",
            "",
            "  lstm predict prices.model.json --horizon 10            after the training data",
            "  lstm predict prices.model.json newer.csv -o next.csv   after newer data",
            "  cat newer.csv | lstm predict prices.model.json - --format ndjson",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("date", "series", "step", "forecast");
    private static final int MOST_STEPS = 1_000_000;
    /** Rows that show what the step of a series is; more are not kept, so that a file of any size can be read. */
    private static final int STEP_ROWS = 100_000;

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private java.nio.file.Path modelFile;

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

    @Option(
            names = "--future",
            paramLabel = "FILE.csv",
            description = "What is known ahead, for models trained with --known-ahead; lstm future prints the form.")
    private String future;

    @Mixin
    private Output output;

    @Mixin
    private FormOptions form;

    @Mixin
    private CommonOptions common;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (horizon != null) {
            Range.atLeastOne("--horizon", horizon);
            if (horizon > MOST_STEPS) {
                throw new UserException(Kind.USAGE, "--horizon " + horizon + ": give at most " + MOST_STEPS);
            }
        }
        output.check();
        Model model = ModelFile.read(modelFile);
        int steps = horizon == null ? model.preparation().plan().horizon() : horizon;
        Start start = file == null ? Start.trained(model, modelFile) : read(model);
        long[] stamps = start.after(Path.rounded(model.preparation(), steps));
        double[][] ahead = Future.read(model, future, form, start.stamps(), stamps);
        double[][] forecasts;
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            forecasts = start.forecast(forecaster, stamps, ahead, steps);
        }
        explain(model, start, steps);
        output.write(console, table(model, start.stamps(), stamps, forecasts));
        return ExitCode.OK.code();
    }

    private Start read(Model model) throws UserException {
        int rows = Math.max(model.preparation().reach(), STEP_ROWS);
        Series series = CsvReader.readLast(Source.of(file, console.in()), form.over(model.reading()), rows);
        Notes.print(console, common, series.notes());
        return Start.after(model, modelFile, series);
    }

    private void explain(Model model, Start start, int steps) {
        Notes.print(console, common, start.describe(model));
        List<String> past = model.past();
        if (steps > model.preparation().plan().head() && !past.isEmpty()) {
            Notes.print(
                    console,
                    common,
                    "beyond step " + model.preparation().plan().head() + " " + String.join(", ", past)
                            + " are not known and stay at their last values");
        }
    }

    private static Table table(Model model, StampKind kind, long[] stamps, double[][] forecasts) {
        List<List<Object>> rows = new ArrayList<>();
        for (int target = 0; target < forecasts.length; target++) {
            for (int k = 0; k < forecasts[target].length; k++) {
                rows.add(List.of(kind.text(stamps[k]), model.targets().get(target), k + 1, forecasts[target][k]));
            }
        }
        return new Table(COLUMNS, rows);
    }
}
