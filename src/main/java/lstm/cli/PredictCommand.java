package lstm.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.IntervalOptions;
import lstm.cli.option.LevelOptions;
import lstm.cli.option.OptionRange;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.FileNotes;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.forecast.Forecast;
import lstm.forecast.ForecastStart;
import lstm.forecast.Forecaster;
import lstm.forecast.IntervalPlan;
import lstm.forecast.Timeline;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.prepare.ForecastRollout;
import lstm.report.ForecastReport;
import lstm.report.Table;
import lstm.series.Series;
import lstm.train.Recipe;
import lstm.workflow.FutureCovariates;
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
            "  lstm predict all.model.json a.csv b.csv                after each of them",
            "  cat newer.csv | lstm predict prices.model.json - --format ndjson",
            "  lstm predict prices.model.json --intervals dropout --samples 200",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("date", "series", "step", "forecast");
    /** Rows that show what the step of a series is; more are not kept, so that a file of any size can be read. */
    private static final int STEP_ROWS = 100_000;

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private java.nio.file.Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "The series to go on from; - for standard input (default: the data it was trained on). Of"
                    + " several the output has a column file in front.")
    private List<String> files = List.of();

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
    private LevelOptions level;

    @Mixin
    private IntervalOptions kind;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the draws of --intervals dropout (default: ${DEFAULT-VALUE}).")
    private long seed = Recipe.CLASSIC.seed();

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOption plot;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private CommonOptions common;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        output.check();
        PlotOutput picture = plot.check(output.existing(), common.quiet(), output.file());
        Model model = ModelFile.read(modelFile);
        int steps = horizon == null ? model.preparation().plan().horizon() : horizon;
        IntervalPlan choice = IntervalPlan.of(kind, level, modelFile, model, seed);
        List<ForecastReport> outlooks = outlooks(model, choice, steps);
        if (!isOfSeveral()) {
            Notes.print(console, common, outlooks.get(0).start().describe(model));
        }
        explain(model, choice, steps);
        output.write(console, table(model, choice, outlooks));
        draw(picture, model, outlooks.get(0));
        return ExitCode.OK.code();
    }

    private boolean isOfSeveral() {
        return files.size() > 1;
    }

    /** One for each file, in their order; without any, that of the data the model was trained on. */
    private List<ForecastReport> outlooks(Model model, IntervalPlan choice, int steps) throws LstmException {
        List<ForecastReport> outlooks = new ArrayList<>();
        FileNotes notes = new FileNotes(console, common, files.size());
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            if (files.isEmpty()) {
                outlooks.add(outlook(model, ForecastStart.trained(model, modelFile), forecaster, choice, steps));
            }
            for (String file : files) {
                outlooks.add(outlook(model, read(model, file, notes), forecaster, choice, steps));
            }
        }
        notes.print();
        return outlooks;
    }

    private ForecastReport outlook(
            Model model, ForecastStart start, Forecaster forecaster, IntervalPlan choice, int steps)
            throws LstmException {
        long[] stamps = start.after(ForecastRollout.rounded(model.preparation().plan(), steps));
        double[][] ahead = FutureCovariates.read(model, future, form, start.stamps(), stamps);
        Timeline timeline = start.rows(stamps, ahead);
        Forecast forecast = start.forecast(forecaster, timeline, steps);
        double[][][][] intervals = choice.intervals()
                .source(model, forecaster, timeline, new BitSet())
                .next(start.context().rows(), forecast, choice.levels().shares());
        return new ForecastReport(start, stamps, forecast.points(), intervals, choice.levels());
    }

    /** Checks the values of the options, as far as they do not depend on a file. */
    void check() throws LstmException {
        if (horizon != null) {
            OptionRange.steps("--horizon", horizon);
        }
        SingleFileOptions.check("--future", future != null, files.size());
        SingleFileOptions.check("--plot", plot.isGiven(), files.size());
        level.check();
        kind.check();
    }

    private ForecastStart read(Model model, String file, FileNotes notes) throws LstmException {
        int rows = Math.max(model.preparation().reach(), STEP_ROWS);
        Series series = CsvReader.readLast(CsvSource.of(file, console.in()), form.over(model.reading()), rows);
        notes.add(series);
        return ForecastStart.after(model, modelFile, series);
    }

    private void explain(Model model, IntervalPlan choice, int steps) {
        choice.note(model, steps).ifPresent(note -> Notes.print(console, common, note));
        List<String> past = model.past();
        if (steps > model.preparation().plan().head() && !past.isEmpty()) {
            Notes.print(
                    console,
                    common,
                    "beyond step " + model.preparation().plan().head() + " " + String.join(", ", past)
                            + " are not known and stay at their last values");
        }
        choice.note(model).ifPresent(note -> Notes.print(console, common, note));
    }

    /** Of several files, the name of the file comes first in each row. */
    private Table table(Model model, IntervalPlan choice, List<ForecastReport> outlooks) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(choice.levels().columns());
        List<Table> tables = outlooks.stream()
                .map(outlook -> new Table(columns, outlook.rows(model)))
                .toList();
        return isOfSeveral() ? Table.joined("file", files, tables) : tables.get(0);
    }

    /** Draws, if that was asked for. */
    private void draw(PlotOutput picture, Model model, ForecastReport outlook) throws LstmException {
        int targets = model.targets().size();
        if (plot.isGiven() && targets > 1) {
            Notes.print(
                    console,
                    common,
                    "the chart shows " + model.targets().get(0) + ", the first of " + targets + " targets");
        }
        picture.draw(console, () -> outlook.chart(model));
    }
}
