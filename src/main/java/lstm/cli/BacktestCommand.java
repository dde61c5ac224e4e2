package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.IntervalOptions;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.OriginOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.option.ReportOption;
import lstm.cli.option.ReportOutput;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.BacktestProgress;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.OriginForecast;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalPlan;
import lstm.model.Settings;
import lstm.prepare.PositiveValues;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.report.BacktestPage;
import lstm.report.BacktestTable;
import lstm.report.Json;
import lstm.report.Titles;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.workflow.Backtest;
import lstm.workflow.TrainingChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm backtest}: forecasts from origins in the past, beside what came. */
@Command(
        name = "backtest",
        header = {
            "Forecasts from origins in the past and holds that to what came.",
            "",
            "  lstm backtest sales.csv --horizon 12 --origins 10",
            "  lstm backtest sales.csv --horizon 12 --refit every --epochs 20 -o backtest.csv",
            "  lstm backtest sales.csv --transform log-return --json      the scores alone",
            ""
        },
        description = "Whatever is fitted at an origin knows the rows before it only.%n",
        abbreviateSynopsis = true,
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE.csv", description = "The series, with a header; - for standard input.")
    private String file;

    @Mixin
    private OriginOptions origins;

    @Mixin
    private IntervalOptions kind;

    @Mixin
    private OutputOptions output;

    @Option(names = "--json", description = "Print the scores as JSON on standard output; forecasts only go to -o.")
    private boolean json;

    @Mixin
    private PlotOption plot;

    @Mixin
    private ReportOption page;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private PresetOption preset;

    @Mixin
    private PreparationOptions plan;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        PlotOutput picture = plot.check(output.existing(), common.quiet(), output.file());
        ReportOutput written = page.check(output.existing(), output.file());
        ReadOptions reading = columns.reading(form);
        Series series = CsvReader.read(CsvSource.of(file, console.in()), reading);
        Notes.print(console, common, series);
        Backtest backtest = backtest(series);
        if (!common.quiet()) {
            console.err().print(preset.text(backtest.settings()));
        }
        BacktestProgress progress = new BacktestProgress(console, common.screen(console), backtest.origins());
        console.signal().await();
        List<OriginForecast> done;
        try {
            done = backtest.run(series, reading, threads.count(), progress);
        } catch (DivergedException e) {
            throw new LstmException(
                    Kind.DIVERGED, "training " + e.getMessage() + "; use a smaller --learning-rate or --clip-norm 1");
        }
        if (console.signal().isRaised()) {
            console.say("stopped after " + done.size() + " of " + backtest.origins() + " origins; nothing is written");
            return console.signal().exitCode();
        }
        BacktestTable table = report(series, backtest, done);
        draw(picture, series, table);
        written.write(console, commandLine -> BacktestPage.of(commandLine, series, backtest, table));
        return ExitCode.OK.code();
    }

    private void check() throws LstmException {
        origins.check();
        plan.check();
        options.settings(PreparationPlan.CLASSIC);
        threads.check();
        kind.check();
        choice(options.settings(PreparationPlan.CLASSIC));
        output.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw new LstmException(
                    Kind.USAGE, "--format is for the forecasts, which --json leaves out; name a file for them with -o");
        }
    }

    /** The backtest, held to the rows there are; what is found in the series is found before the first origin. */
    private Backtest backtest(Series series) throws LstmException {
        Settings rough = preset.settings(plan, options, columns, List.of(series));
        int count = origins.count();
        int step = origins.every(rough.plan().horizon());
        IntervalPlan choice = choice(rough);
        double[] shares = choice.levels().shares();
        Backtest all = new Backtest(rough, count, step, origins.refit(), shares, choice.intervals());
        long least = Split.leastRows(rough.lookback(), rough.plan());
        long first = series.rows() - rough.plan().horizon() - (count - 1L) * step;
        if (first < least) {
            long fitting = (series.rows() - rough.plan().horizon() - least) / step + 1;
            throw new LstmException(
                    Kind.DATA,
                    series.source() + ": has " + NumberText.count(series.rows()) + " rows; " + count + " origins every "
                            + step + " rows leave " + NumberText.count(Math.max(0, first))
                            + " before the first, and training needs " + NumberText.count(least) + "; use "
                            + (fitting >= 1 ? "--origins " + fitting : "a smaller --lookback or --horizon"));
        }
        Series known = series.first(all.row(series.rows(), 0));
        Settings settings = preset.settings(plan, options, columns, List.of(known));
        TrainingChecks.check(known, settings);
        PositiveValues.check(series, settings.plan());
        return new Backtest(settings, count, step, origins.refit(), shares, choice.intervals());
    }

    /** The intervals of models with these settings. */
    private IntervalPlan choice(Settings settings) throws LstmException {
        Recipe recipe = settings.recipe();
        return IntervalPlan.of(
                kind, options.levels(), "this training", recipe.loss(), settings.dropout(), recipe.seed());
    }

    private BacktestTable report(Series series, Backtest backtest, List<OriginForecast> done)
            throws LstmException, BrokenPipeException {
        IntervalLevels levels = choice(backtest.settings()).levels();
        BacktestTable table = new BacktestTable(
                backtest.outcome(series, done),
                series.columns().subList(0, backtest.settings().plan().targets()),
                series::stampText,
                levels);
        if (!common.quiet()) {
            console.err().print(summary(series, table));
        }
        if (output.file().isPresent() || !json) {
            output.write(console, table.rows());
        }
        if (json) {
            byte[] scores = (Json.text(values(series, backtest, table)) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(scores));
        }
        return table;
    }

    private void draw(PlotOutput picture, Series series, BacktestTable table) throws LstmException {
        if (table.outcome().score(0, -1).isPresent()) {
            picture.draw(console, () -> table.chart(Titles.of(series.target(), series.source())));
        } else if (plot.isGiven()) {
            Notes.print(console, common, "no chart: every row that was forecast is masked");
        }
    }

    private static String summary(Series series, BacktestTable table) {
        StringBuilder text = new StringBuilder();
        int steps = table.outcome().steps();
        List<OriginForecast> origins = table.outcome().origins();
        for (int target = 0; target < table.names().size(); target++) {
            LabelledLines head = new LabelledLines();
            head.add(
                    "backtest",
                    table.names().get(target) + ", " + origins.size() + " origins, " + steps
                            + (steps == 1 ? " step" : " steps") + " each; first origin "
                            + series.stampText(origins.get(0).row() - 1));
            text.append(head).append(table.scores().summary(target));
        }
        return text.toString();
    }

    /** For scripts. */
    private static Map<String, Object> values(Series series, Backtest backtest, BacktestTable table) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", series.rows());
        values.put("origins", table.outcome().origins().size());
        values.put("horizon", table.outcome().steps());
        values.put("every", backtest.every());
        values.put("targets", table.scores().targets());
        return values;
    }
}
