package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Forecaster;
import lstm.model.Context;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.report.Figures;
import lstm.report.Table;
import lstm.series.Calendar;
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
            description = "Values to forecast, each from those before it (default: ${DEFAULT-VALUE}).")
    private int horizon = 1;

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
        Range.atLeastOne("--horizon", horizon);
        if (horizon > MOST_STEPS) {
            throw new UserException(Kind.USAGE, "--horizon " + horizon + ": give at most " + MOST_STEPS);
        }
        output.check();
        Model model = ModelFile.read(modelFile);
        Start start = file == null ? trained(model) : read(model);
        long[] stamps = start.calendar().after(last(start.context()), horizon);
        double[] forecasts;
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            forecasts = Finite.required(forecaster.recursive(start.context(), horizon), start.source());
        }
        explain(model, start);
        output.write(console, table(model, start.stamps(), stamps, forecasts));
        return ExitCode.OK.code();
    }

    /** Where a forecast starts: the rows before it, and how time goes on. */
    private record Start(String source, Context context, Calendar calendar, StampKind stamps) {}

    private Start trained(Model model) {
        return new Start(modelFile.toString(), model.context(), model.calendar(), model.stamps());
    }

    private Start read(Model model) throws UserException {
        Series series = CsvReader.read(Source.of(file, console.in()), form.over(model.reading()));
        Notes.print(console, common, series.notes());
        if (series.rows() < model.lookback()) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": has " + Figures.count(series.rows()) + " rows, needs at least "
                            + Figures.count(model.lookback()) + ", the lookback of " + modelFile
                            + "; add earlier rows");
        }
        Series tail = series.tail(model.lookback());
        Context context = new Context(tail.stamps(), tail.values());
        return new Start(series.source(), context, Calendar.infer(series), series.kind());
    }

    private void explain(Model model, Start start) {
        Notes.print(
                console,
                common,
                model.reading().target().orElseThrow() + " after "
                        + start.stamps().text(last(start.context())) + ", steps: "
                        + start.calendar().describe());
        if (horizon > 1 && model.scalers().size() > 1) {
            Notes.print(
                    console,
                    common,
                    "beyond the first step " + String.join(", ", model.reading().features())
                            + " are not known and stay at their last values");
        }
    }

    private static long last(Context context) {
        return context.stamps()[context.rows() - 1];
    }

    private static Table table(Model model, StampKind kind, long[] stamps, double[] forecasts) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < stamps.length; k++) {
            rows.add(List.of(kind.text(stamps[k]), model.reading().target().orElseThrow(), k + 1, forecasts[k]));
        }
        return new Table(COLUMNS, rows);
    }
}
