package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.EachTargetOption;
import lstm.cli.option.IntervalOptions;
import lstm.cli.option.KeyOptions;
import lstm.cli.option.MinSkillOption;
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
import lstm.cli.option.SeriesScoreOptions;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.option.StaticOptions;
import lstm.cli.option.StaticSource;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.BacktestProgress;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.ComparisonProgress;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.IntervalRequest;
import lstm.model.Settings;
import lstm.report.BacktestPage;
import lstm.report.BacktestSummary;
import lstm.report.BacktestTable;
import lstm.report.Json;
import lstm.report.PresetText;
import lstm.report.Titles;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.workflow.Backtest;
import lstm.workflow.Backtest.BacktestRun;
import lstm.workflow.BacktestPlan;
import lstm.workflow.SettingsRequest;
import lstm.workflow.TableBacktest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm backtest}: forecasts from dates in the past and scores the forecasts. */
@Command(
        name = "backtest",
        header = {
            "Forecasts from dates in the past and compares them with what happened.",
            "",
            "  lstm backtest sales.csv --horizon 12 --origins 10",
            "  lstm backtest sales.csv --horizon 12 --refit every --epochs 20 -o backtest.csv",
            "  lstm backtest sales.csv --transform log-return --json      only the scores",
            "  lstm backtest sales.csv --horizon 12 --min-skill 0.05",
            "  lstm backtest sales.csv --by store,item --horizon 28   one model for all",
            ""
        },
        description = {"Whatever is fitted at an origin sees only the rows before it.%n", ScoreHelp.MEASURES},
        abbreviateSynopsis = true,
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "1..*",
            description = "CSV file with a header; - for standard input. With --by, several files are one table.")
    private List<String> names;

    @Mixin
    private OriginOptions origins;

    @Mixin
    private IntervalOptions kind;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--json",
            description = "Print the scores as JSON on standard output; forecasts are written only with -o.")
    private boolean json;

    @Mixin
    private MinSkillOption minSkill;

    @Mixin
    private PlotOption plot;

    @Mixin
    private ReportOption page;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private KeyOptions keys;

    @Mixin
    private StaticOptions statics;

    @Mixin
    private EachTargetOption each;

    @Mixin
    private SeriesScoreOptions eachScore;

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
        CommandFiles all = common.files(console).reads(names).reads(statics.file());
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        ReportOutput written = page.check(output.existing(), all);
        ReadOptions reading = each.applyTo(keys.applyTo(columns.reading(form)));
        eachScore.check(!reading.keys().isEmpty(), all, output.existing());
        keys.filter(reading);
        StaticSource facts = statics.source(reading);
        if (!reading.keys().isEmpty()) {
            return table(reading, facts);
        }
        Series series = CsvReader.read(CsvSource.of(InputFiles.only(names), console.in()), reading);
        Notes.print(console, common, series);
        ComparisonProgress comparison = new ComparisonProgress(console, common.screen(console));
        BacktestRun run = backtest(series).comparison(comparison).prepare();
        comparison.end();
        Notes.print(console, common, PresetText.notes(run.choice()));
        if (!common.quiet()) {
            console.err().print(preset.text(run.plan().settings()));
        }
        BacktestProgress progress =
                new BacktestProgress(console, common.screen(console), run.plan().origins());
        console.signal().await();
        BacktestRun.Result result = run.run(progress);
        if (!result.isComplete()) {
            console.say("stopped after " + result.done().size() + " of "
                    + run.plan().origins() + " origins; nothing is written");
            return console.signal().exitCode();
        }
        BacktestTable table = report(result);
        draw(picture, series, table);
        written.write(
                console,
                commandLine -> BacktestPage.of(commandLine, series, result.job().plan(), table));
        minSkill.gate().requireSkill(table.scores().all());
        return ExitCode.OK.code();
    }

    /** One model for all series of a table. */
    private int table(ReadOptions reading, StaticSource facts) throws LstmException, BrokenPipeException {
        SingleFileOptions.checkTable(Setting.PLOT, plot.isGiven());
        SingleFileOptions.checkTable(Setting.REPORT, page.isGiven());
        SingleFileOptions.checkTable(Setting.REFIT, origins.refit() > 0);
        EvaluatedTable evaluated = new EvaluatedTable(console, common, eachScore, output.existing());
        SeriesTable table = evaluated.read(names, reading, keys.filter(reading), facts);
        TableBacktest backtest = TableBacktest.of(table)
                .settings(settings())
                .origins(origins.count())
                .intervals(intervals())
                .threads(threads.count());
        if (origins.every().isPresent()) {
            backtest.every(origins.every().getAsInt());
        }
        EvaluationOutput scored = new EvaluationOutput(console, common, output, json);
        return new BacktestedTable(evaluated, scored, minSkill.gate()).run(backtest, table);
    }

    private Backtest backtest(Series series) throws LstmException {
        Backtest backtest = Backtest.of(series)
                .settings(settings())
                .origins(origins.count())
                .refit(origins.refit())
                .intervals(intervals())
                .threads(threads.count());
        if (origins.every().isPresent()) {
            backtest.every(origins.every().getAsInt());
        }
        return backtest;
    }

    private SettingsRequest settings() throws LstmException {
        return options.request(plan).preset(preset.preset());
    }

    private IntervalRequest intervals() throws LstmException {
        return kind.request(options.levels(), IntervalRequest.DEFAULT.seed());
    }

    private void check() throws LstmException {
        origins.check();
        Settings rough = settings().rough();
        threads.check();
        minSkill.gate();
        intervals()
                .plan(
                        rough.recipe().loss(),
                        rough.dropout(),
                        "this training",
                        rough.recipe().seed());
        OutputOptions.checkFormat(output, json);
    }

    private BacktestTable report(BacktestRun.Result result) throws LstmException, BrokenPipeException {
        Series series = result.job().series();
        BacktestPlan done = result.job().plan();
        BacktestTable table = new BacktestTable(
                result.forecasts(),
                series.columns().subList(0, series.roles().targets()),
                series::stampText,
                result.job().intervals().levels());
        if (!common.quiet()) {
            console.err().print(BacktestSummary.text(series, table));
        }
        if (output.file().isPresent() || !json) {
            output.write(console, table.rows());
        }
        if (json) {
            byte[] scores =
                    (Json.text(BacktestSummary.values(series, done, table)) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(scores));
        }
        return table;
    }

    private void draw(PlotOutput picture, Series series, BacktestTable table) throws LstmException {
        if (table.outcome().score(0, -1).isPresent()) {
            picture.draw(console, () -> table.chart(Titles.withUnit(series)));
        } else if (plot.isGiven()) {
            Notes.print(console, common, "no chart: every forecast row is masked");
        }
    }
}
