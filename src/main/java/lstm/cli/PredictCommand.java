package lstm.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.Timeline;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.prepare.Path;
import lstm.report.Table;
import lstm.series.CsvReader;
import lstm.series.Series;
import lstm.series.Source;
import lstm.train.Recipe;
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
    private Output output;

    @Mixin
    private PlotOption plot;

    @Mixin
    private FormOptions form;

    @Mixin
    private CommonOptions common;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        output.check();
        plot.check(output.existing(), common.quiet(), output.file());
        Model model = ModelFile.read(modelFile);
        int steps = horizon == null ? model.preparation().plan().horizon() : horizon;
        IntervalChoice choice = IntervalChoice.of(kind, level, modelFile, model, seed);
        List<Outlook> outlooks = outlooks(model, choice, steps);
        if (!isOfSeveral()) {
            Notes.print(console, common, outlooks.get(0).start().describe(model));
        }
        explain(model, choice, steps);
        output.write(console, table(model, choice, outlooks));
        draw(model, outlooks.get(0));
        return ExitCode.OK.code();
    }

    private boolean isOfSeveral() {
        return files.size() > 1;
    }

    /** One for each file, in their order; without any, that of the data the model was trained on. */
    private List<Outlook> outlooks(Model model, IntervalChoice choice, int steps) throws UserException {
        List<Outlook> outlooks = new ArrayList<>();
        FileNotes notes = new FileNotes(console, common, files.size());
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            if (files.isEmpty()) {
                outlooks.add(outlook(model, Start.trained(model, modelFile), forecaster, choice, steps));
            }
            for (String file : files) {
                outlooks.add(outlook(model, read(model, file, notes), forecaster, choice, steps));
            }
        }
        notes.print();
        return outlooks;
    }

    private Outlook outlook(Model model, Start start, Forecaster forecaster, IntervalChoice choice, int steps)
            throws UserException {
        long[] stamps = start.after(Path.rounded(model.preparation().plan(), steps));
        double[][] ahead = Future.read(model, future, form, start.stamps(), stamps);
        Timeline timeline = start.rows(stamps, ahead);
        Forecast forecast = start.forecast(forecaster, timeline, steps);
        double[][][][] intervals = choice.intervals()
                .source(model, forecaster, timeline, new BitSet())
                .next(start.context().rows(), forecast, choice.levels().shares());
        return new Outlook(start, stamps, forecast.points(), intervals, choice.levels());
    }

    /** Checks the values of the options, as far as they do not depend on a file. */
    void check() throws UserException {
        if (horizon != null) {
            Range.steps("--horizon", horizon);
        }
        OfOneFile.check("--future", future != null, files.size());
        OfOneFile.check("--plot", plot.isAsked(), files.size());
        level.check();
        kind.check();
    }

    private Start read(Model model, String file, FileNotes notes) throws UserException {
        int rows = Math.max(model.preparation().reach(), STEP_ROWS);
        Series series = CsvReader.readLast(Source.of(file, console.in()), form.over(model.reading()), rows);
        notes.add(series);
        return Start.after(model, modelFile, series);
    }

    private void explain(Model model, IntervalChoice choice, int steps) {
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
    private Table table(Model model, IntervalChoice choice, List<Outlook> outlooks) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(choice.levels().columns());
        List<Table> tables = outlooks.stream()
                .map(outlook -> new Table(columns, outlook.rows(model)))
                .toList();
        return isOfSeveral() ? Table.joined("file", files, tables) : tables.get(0);
    }

    /** Draws, if that was asked for. */
    private void draw(Model model, Outlook outlook) throws UserException {
        int targets = model.targets().size();
        if (plot.isAsked() && targets > 1) {
            Notes.print(
                    console,
                    common,
                    "the chart shows " + model.targets().get(0) + ", the first of " + targets + " targets");
        }
        plot.draw(console, () -> outlook.chart(model));
    }
}
