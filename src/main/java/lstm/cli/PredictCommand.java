package lstm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.Intervals;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.prepare.Path;
import lstm.report.Charts;
import lstm.report.FanLevel;
import lstm.report.Stamps;
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
        Start start = file == null ? Start.trained(model, modelFile) : read(model);
        long[] stamps = start.after(Path.rounded(model.preparation().plan(), steps));
        double[][] ahead = Future.read(model, future, form, start.stamps(), stamps);
        IntervalChoice choice = IntervalChoice.of(kind, level, modelFile, model, seed);
        Outlook outlook;
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            Forecast forecast = start.forecast(forecaster, start.rows(stamps, ahead), steps);
            double[][][][] intervals = choice.intervals()
                    .source(model, forecaster, start.rows(stamps, ahead), new BitSet())
                    .next(start.context().rows(), forecast, choice.levels().shares());
            outlook = new Outlook(forecast.points(), intervals, choice.levels());
        }
        explain(model, start, choice.intervals().kind(), steps);
        choice.note(model).ifPresent(note -> Notes.print(console, common, note));
        output.write(console, table(model, start, stamps, outlook));
        draw(model, start, stamps, outlook);
        return ExitCode.OK.code();
    }

    /** Checks the values of the options, as far as they do not depend on a file. */
    void check() throws UserException {
        if (horizon != null) {
            Range.steps("--horizon", horizon);
        }
        level.check();
        kind.check();
    }

    private Start read(Model model) throws UserException {
        int rows = Math.max(model.preparation().reach(), STEP_ROWS);
        Series series = CsvReader.readLast(Source.of(file, console.in()), form.over(model.reading()), rows);
        Notes.print(console, common, series.notes());
        return Start.after(model, modelFile, series);
    }

    private void explain(Model model, Start start, Intervals.Kind made, int steps) {
        Notes.print(console, common, start.describe(model));
        if (made == Intervals.Kind.RESIDUALS && model.calibration().isEmpty()) {
            Notes.print(console, common, "no intervals: no rows were held out to learn errors from");
        } else if (made != Intervals.Kind.DROPOUT
                && model.calibration().isPresent()
                && steps > model.calibration().get().steps()) {
            Notes.print(
                    console,
                    common,
                    "beyond step " + model.calibration().get().steps()
                            + " intervals are guesses: wider with the square root of the steps");
        }
        List<String> past = model.past();
        if (steps > model.preparation().plan().head() && !past.isEmpty()) {
            Notes.print(
                    console,
                    common,
                    "beyond step " + model.preparation().plan().head() + " " + String.join(", ", past)
                            + " are not known and stay at their last values");
        }
    }

    /** What is said of the future: points and intervals by target and step. */
    private record Outlook(double[][] points, double[][][][] intervals, Levels levels) {
        /** The intervals of the first target that have an end on both sides at every step. */
        List<FanLevel> fan() {
            List<FanLevel> fan = new ArrayList<>();
            for (int level = 0; level < levels.shares().length; level++) {
                double[] lower = ends(level, 0);
                double[] upper = ends(level, 1);
                if (Arrays.stream(lower).allMatch(Double::isFinite)
                        && Arrays.stream(upper).allMatch(Double::isFinite)) {
                    fan.add(new FanLevel(100 * levels.shares()[level], lower, upper));
                }
            }
            return fan;
        }

        private double[] ends(int level, int end) {
            return Arrays.stream(intervals[0])
                    .mapToDouble(step -> step[level][end])
                    .toArray();
        }
    }

    private void draw(Model model, Start start, long[] stamps, Outlook outlook) throws UserException {
        String target = model.targets().get(0);
        int targets = outlook.points().length;
        if (plot.isAsked() && targets > 1) {
            Notes.print(console, common, "the chart shows " + target + ", the first of " + targets + " targets");
        }
        double[] points = outlook.points()[0];
        plot.draw(
                console,
                () -> Charts.fan(
                        Titles.of(target, start.source()),
                        new Stamps(start.stamps(), start.context().stamps()),
                        start.context().values()[0],
                        new Stamps(start.stamps(), Arrays.copyOf(stamps, points.length)),
                        points,
                        outlook.fan()));
    }

    private static Table table(Model model, Start start, long[] stamps, Outlook outlook) {
        List<List<Object>> rows = new ArrayList<>();
        for (int target = 0; target < outlook.points().length; target++) {
            double[] points = outlook.points()[target];
            for (int k = 0; k < points.length; k++) {
                List<Object> row = new ArrayList<>(
                        List.of(start.stamps().text(stamps[k]), model.targets().get(target), k + 1, points[k]));
                row.addAll(Levels.cells(outlook.intervals()[target][k]));
                rows.add(row);
            }
        }
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(outlook.levels().columns());
        return new Table(columns, rows);
    }
}
