package lstm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.file.UserException;
import lstm.forecast.Forecaster;
import lstm.forecast.Residuals;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.prepare.Path;
import lstm.report.Chart;
import lstm.report.Charts;
import lstm.report.FanLevel;
import lstm.report.Stamps;
import lstm.report.Table;
import lstm.series.CsvReader;
import lstm.series.Series;
import lstm.series.Source;
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
    private LevelOptions levels;

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
        double[][] forecasts;
        try (Forecaster forecaster = new Forecaster(model, 1)) {
            forecasts = start.forecast(forecaster, stamps, ahead, steps);
        }
        explain(model, start, steps);
        output.write(console, table(model, start, stamps, forecasts));
        draw(model, start, stamps, forecasts);
        return ExitCode.OK.code();
    }

    /** Checks the values of the options, as far as they do not depend on a file. */
    void check() throws UserException {
        if (horizon != null) {
            Range.steps("--horizon", horizon);
        }
        levels.check();
    }

    private Start read(Model model) throws UserException {
        int rows = Math.max(model.preparation().reach(), STEP_ROWS);
        Series series = CsvReader.readLast(Source.of(file, console.in()), form.over(model.reading()), rows);
        Notes.print(console, common, series.notes());
        return Start.after(model, modelFile, series);
    }

    private void explain(Model model, Start start, int steps) {
        Notes.print(console, common, start.describe(model));
        if (model.calibration().isEmpty()) {
            Notes.print(console, common, "no intervals: no rows were held out to learn errors from");
        } else if (steps > model.calibration().get().steps()) {
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

    private void draw(Model model, Start start, long[] stamps, double[][] forecasts) throws UserException {
        String target = model.targets().get(0);
        if (plot.isAsked() && forecasts.length > 1) {
            Notes.print(
                    console, common, "the chart shows " + target + ", the first of " + forecasts.length + " targets");
        }
        plot.draw(console, () -> chart(model, start, stamps, forecasts[0]));
    }

    private Chart chart(Model model, Start start, long[] stamps, double[] forecast) {
        return Charts.fan(
                Titles.of(model.targets().get(0), start.source()),
                new Stamps(start.stamps(), start.context().stamps()),
                start.context().values()[0],
                new Stamps(start.stamps(), Arrays.copyOf(stamps, forecast.length)),
                forecast,
                fan(Residuals.of(model), start, forecast));
    }

    /** The intervals of the first target that have an end on both sides at every step. */
    private List<FanLevel> fan(Residuals residuals, Start start, double[] forecast) {
        List<FanLevel> fan = new ArrayList<>();
        for (double share : levels.shares()) {
            double[] lower = new double[forecast.length];
            double[] upper = new double[forecast.length];
            for (int k = 0; k < forecast.length; k++) {
                double[] interval = residuals.interval(0, k, share, forecast[k], start.last(0));
                lower[k] = interval[0];
                upper[k] = interval[1];
            }
            if (Arrays.stream(lower).allMatch(Double::isFinite)
                    && Arrays.stream(upper).allMatch(Double::isFinite)) {
                fan.add(new FanLevel(100 * share, lower, upper));
            }
        }
        return fan;
    }

    private Table table(Model model, Start start, long[] stamps, double[][] forecasts) {
        Residuals residuals = Residuals.of(model);
        List<List<Object>> rows = new ArrayList<>();
        for (int target = 0; target < forecasts.length; target++) {
            for (int k = 0; k < forecasts[target].length; k++) {
                List<Object> row = new ArrayList<>(List.of(
                        start.stamps().text(stamps[k]), model.targets().get(target), k + 1, forecasts[target][k]));
                double[] shares = levels.shares();
                double[][] intervals = new double[shares.length][];
                for (int level = 0; level < shares.length; level++) {
                    intervals[level] =
                            residuals.interval(target, k, shares[level], forecasts[target][k], start.last(target));
                }
                row.addAll(LevelOptions.cells(intervals));
                rows.add(row);
            }
        }
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(levels.columns());
        return new Table(columns, rows);
    }
}
