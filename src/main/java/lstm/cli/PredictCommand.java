package lstm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.Intervals;
import lstm.forecast.Timeline;
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
        List<List<Object>> rows = new ArrayList<>();
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            if (files.size() < 2) {
                Start start = files.isEmpty() ? Start.trained(model, modelFile) : read(model, files.get(0));
                Outlook outlook = outlook(model, start, forecaster, choice, steps);
                Notes.print(console, common, start.describe(model));
                rows.addAll(outlook.rows(model));
                explain(model, choice, steps);
                output.write(console, new Table(columns(choice), rows));
                draw(model, outlook);
                return ExitCode.OK.code();
            }
            for (String file : files) {
                for (List<Object> row : outlook(model, read(model, file), forecaster, choice, steps)
                        .rows(model)) {
                    row.add(0, file);
                    rows.add(row);
                }
            }
        }
        explain(model, choice, steps);
        List<String> columns = columns(choice);
        columns.add(0, "file");
        output.write(console, new Table(columns, rows));
        return ExitCode.OK.code();
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
        if (files.size() > 1 && (future != null || plot.isAsked())) {
            throw new UserException(
                    Kind.USAGE,
                    (future != null ? "--future" : "--plot") + " is of one file, and there are " + files.size()
                            + "; give one");
        }
        level.check();
        kind.check();
    }

    private Start read(Model model, String file) throws UserException {
        int rows = Math.max(model.preparation().reach(), STEP_ROWS);
        Series series = CsvReader.readLast(Source.of(file, console.in()), form.over(model.reading()), rows);
        for (String note : series.notes()) {
            Notes.print(console, common, (files.size() > 1 ? file + ": " : "") + note);
        }
        return Start.after(model, modelFile, series);
    }

    private void explain(Model model, IntervalChoice choice, int steps) {
        Intervals.Kind made = choice.intervals().kind();
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
        choice.note(model).ifPresent(note -> Notes.print(console, common, note));
    }

    /** What is said of the future of a series: points and intervals by target and step. */
    private record Outlook(Start start, long[] stamps, double[][] points, double[][][][] intervals, Levels levels) {
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

        /** A row for each target and step. */
        List<List<Object>> rows(Model model) {
            List<List<Object>> rows = new ArrayList<>();
            for (int target = 0; target < points.length; target++) {
                for (int k = 0; k < points[target].length; k++) {
                    List<Object> row = new ArrayList<>(List.of(
                            start.stamps().text(stamps[k]), model.targets().get(target), k + 1, points[target][k]));
                    row.addAll(Levels.cells(intervals[target][k]));
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    private void draw(Model model, Outlook outlook) throws UserException {
        String target = model.targets().get(0);
        int targets = outlook.points().length;
        if (plot.isAsked() && targets > 1) {
            Notes.print(console, common, "the chart shows " + target + ", the first of " + targets + " targets");
        }
        Start start = outlook.start();
        double[] points = outlook.points()[0];
        plot.draw(
                console,
                () -> Charts.fan(
                        Titles.of(target, start.source()),
                        new Stamps(start.stamps(), start.context().stamps()),
                        start.context().values()[0],
                        new Stamps(start.stamps(), Arrays.copyOf(outlook.stamps(), points.length)),
                        points,
                        outlook.fan()));
    }

    private static List<String> columns(IntervalChoice choice) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(choice.levels().columns());
        return columns;
    }
}
