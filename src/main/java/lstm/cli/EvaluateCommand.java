package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.IntervalOptions;
import lstm.cli.option.LevelOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.OptionRange;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.ReportOption;
import lstm.cli.option.ReportOutput;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.FileNotes;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Evaluation;
import lstm.evaluate.EvaluationOrigins;
import lstm.evaluate.HistoricalForecasts;
import lstm.evaluate.OriginForecast;
import lstm.evaluate.RowsWithHistory;
import lstm.forecast.FiniteForecasts;
import lstm.forecast.IntervalPlan;
import lstm.model.Method;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.prepare.PositiveValues;
import lstm.report.BacktestTable;
import lstm.report.BaselineText;
import lstm.report.EvaluationReport;
import lstm.report.EvaluationReports;
import lstm.report.Json;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm evaluate}: one-step-ahead forecasts beside the truth. */
@Command(
        name = "evaluate",
        header = {
            "Forecasts rows of files from the rows before them, and scores that.",
            "",
            "  lstm evaluate prices.model.json later.csv              one step ahead",
            "  lstm evaluate sales.model.json later.csv --horizon 12 --every 12",
            "  lstm evaluate prices.model.json later.csv --context prices.csv -o scored.csv",
            "  lstm evaluate prices.model.json later.csv --json       the scores alone",
            "  lstm evaluate all.model.json a.csv b.csv               each, and the means",
            "  lstm evaluate prices.model.json later.csv --min-skill 0 -o scored.csv",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "1..*",
            description =
                    "Rows to forecast; - for standard input. Of several the output has a column file in front, and"
                            + " the scores are means over the files.")
    private List<String> files;

    @Option(
            names = "--context",
            paramLabel = "EARLIER.csv",
            description = "Rows before FILE, which the first windows reach back into (default: the last rows the model"
                    + " was trained on, if they come before FILE; or else the first rows of FILE).")
    private String earlier;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Steps to forecast from each origin (default: ${DEFAULT-VALUE}).")
    private int horizon = 1;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Rows from one origin to the next (default: ${DEFAULT-VALUE}).")
    private int every = 1;

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

    @Option(names = "--json", description = "Print the scores as JSON on standard output; forecasts only go to -o.")
    private boolean json;

    @Mixin
    private MinSkillOption gate;

    @Mixin
    private PlotOption plot;

    @Mixin
    private ReportOption page;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        PlotOutput picture = plot.check(output.existing(), common.quiet(), output.file());
        ReportOutput written = page.check(output.existing(), output.file());
        Model model = ModelFile.read(modelFile);
        IntervalPlan choice = IntervalPlan.of(kind, level, modelFile, model, seed);
        FileNotes notes = new FileNotes(console, common, files.size());
        List<EvaluationReport> each = new ArrayList<>();
        for (String file : files) {
            each.add(evaluated(file, model, choice, notes));
        }
        notes.print();
        choice.note(model).ifPresent(note -> Notes.print(console, common, note));
        EvaluationReports evaluated = new EvaluationReports(each);
        report(evaluated);
        picture.draw(console, each.get(0)::chart);
        written.write(console, each.get(0)::page);
        gate.hold(evaluated.scores().all());
        return ExitCode.OK.code();
    }

    private EvaluationReport evaluated(String file, Model read, IntervalPlan choice, FileNotes notes)
            throws LstmException, BrokenPipeException {
        Series rows = read(file, read, notes);
        PositiveValues.check(rows, read.preparation());
        RowsWithHistory span = earlier == null
                ? RowsWithHistory.after(read, rows)
                : RowsWithHistory.of(read(earlier, read, notes), rows);
        notes.add(rows.source(), span.notes(read.preparation().reach(), rows));
        HistoricalForecasts hindcast = new EvaluationOrigins(read, span, rows).hindcast(horizon, every);
        // Of several series the model knows none, so the simple methods learn from what is known of this one.
        Model model = read.isOfSeveral() ? read.beside(span.baselines(hindcast.origins()[0], read)) : read;
        BacktestResult outcome =
                hindcast.of(model, choice.intervals(), choice.levels().shares(), threads.count());
        for (OriginForecast origin : outcome.origins()) {
            for (double[] forecasts : origin.forecasts().get(Method.MODEL)) {
                FiniteForecasts.required(forecasts, rows.source());
            }
        }
        BacktestTable table = new BacktestTable(
                outcome, model.targets(), row -> span.kind().text(span.stamps()[row]), choice.levels());
        Evaluation first = outcome.evaluation(0, 0, model.baselines().get(0));
        notes.add(rows.source(), BaselineText.notes(first));
        return new EvaluationReport(modelFile, model, rows, span, table, first);
    }

    private void check() throws LstmException {
        threads.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw new LstmException(
                    Kind.USAGE, "--format is for the forecasts, which --json leaves out; name a file for them with -o");
        }
        SingleFileOptions.check("--context", earlier != null, files.size());
        SingleFileOptions.check("--plot", plot.isGiven(), files.size());
        SingleFileOptions.check("--report", page.isGiven(), files.size());
        gate.check(true);
        OptionRange.steps("--horizon", horizon);
        OptionRange.atLeastOne("--every", every);
        level.check();
        kind.check();
        output.check();
    }

    private Series read(String argument, Model model, FileNotes notes) throws LstmException {
        ReadOptions reading = form.over(model.reading());
        Series series = CsvReader.read(CsvSource.of(argument, console.in()), reading);
        notes.add(series);
        return series;
    }

    private void report(EvaluationReports evaluated) throws LstmException, BrokenPipeException {
        if (!common.quiet()) {
            console.err().print(evaluated.summary());
        }
        if (!json || output.file().isPresent()) {
            output.write(console, evaluated.rows());
        }
        if (json) {
            byte[] scores = (Json.text(evaluated.values()) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(scores));
        }
    }
}
