package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Evaluation;
import lstm.forecast.Hindcast;
import lstm.forecast.Origin;
import lstm.forecast.Outcome;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.report.Json;
import lstm.report.Lines;
import lstm.report.Scores;
import lstm.series.CsvReader;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.Source;
import lstm.train.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm evaluate}: one-step-ahead forecasts beside the truth. */
@Command(
        name = "evaluate",
        header = {
            "Forecasts rows of a file from the rows before them, and scores that.",
            "",
            "  lstm evaluate prices.model.json later.csv              one step ahead",
            "  lstm evaluate sales.model.json later.csv --horizon 12 --every 12",
            "  lstm evaluate prices.model.json later.csv --context prices.csv -o scored.csv",
            "  lstm evaluate prices.model.json later.csv --json       the scores alone",
            "  lstm evaluate prices.model.json later.csv --min-skill 0 -o scored.csv",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "Rows to forecast; - for standard input.")
    private String file;

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
    private Output output;

    @Option(names = "--json", description = "Print the scores as JSON on standard output; forecasts only go to -o.")
    private boolean json;

    @Mixin
    private SkillGate gate;

    @Mixin
    private PlotOption plot;

    @Mixin
    private ReportOption page;

    @Mixin
    private FormOptions form;

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
        Model read = ModelFile.read(modelFile);
        IntervalChoice choice = IntervalChoice.of(kind, level, modelFile, read, seed);
        Series rows = read(file, read);
        Positive.check(rows, read.preparation());
        Span span = earlier == null ? Span.after(read, rows) : Span.of(read(earlier, read), rows);
        Notes.print(console, common, span.notes(read.preparation().reach(), rows));
        choice.note(read).ifPresent(note -> Notes.print(console, common, note));
        Hindcast hindcast = new Truths(read, span, rows).hindcast(horizon, every);
        // Of several series the model knows none, so the simple methods learn from what is known of this one.
        Model model = read.isOfSeveral() ? read.beside(span.baselines(hindcast.origins()[0], read)) : read;
        Outcome outcome = hindcast.of(model, choice.intervals(), choice.levels().shares(), threads.count());
        for (Origin origin : outcome.origins()) {
            for (double[] forecasts : origin.forecasts().get(Method.MODEL)) {
                Finite.required(forecasts, rows.source());
            }
        }
        OutcomeTable table = new OutcomeTable(
                outcome, model.targets(), row -> span.kind().text(span.stamps()[row]), choice.levels());
        Evaluation first = outcome.evaluation(0, 0, model.baselines().get(0));
        Notes.print(console, common, Besides.notes(first));
        report(table);
        EvaluationViews views = new EvaluationViews(modelFile, model, rows, span, table, first);
        plot.draw(console, views::chart);
        page.write(console, () -> views.page(page));
        gate.hold(IntStream.range(0, outcome.targets())
                .mapToObj(target -> outcome.score(target, -1).orElseThrow())
                .toList());
        return ExitCode.OK.code();
    }

    private void check() throws UserException {
        threads.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw new UserException(
                    Kind.USAGE, "--format is for the forecasts, which --json leaves out; name a file for them with -o");
        }
        gate.check(true);
        Range.steps("--horizon", horizon);
        Range.atLeastOne("--every", every);
        level.check();
        kind.check();
        output.check();
        plot.check(output.existing(), common.quiet(), output.file());
        page.check(output.existing(), output.file());
    }

    private Series read(String argument, Model model) throws UserException {
        ReadOptions reading = form.over(model.reading());
        Series series = CsvReader.read(Source.of(argument, console.in()), reading);
        Notes.print(console, common, series.notes());
        return series;
    }

    private void report(OutcomeTable table) throws UserException, ReaderGoneException {
        for (int target = 0; target < table.names().size() && !common.quiet(); target++) {
            if (table.names().size() > 1) {
                Lines name = new Lines();
                name.add("target", table.names().get(target));
                console.err().print(name);
            }
            console.err().print(table.summary(target));
        }
        if (!json || output.file().isPresent()) {
            output.write(console, table.rows());
        }
        if (json) {
            Map<String, Object> values =
                    Scores.values(table.outcome().score(0, -1).orElseThrow());
            values.put("intervals", Coverage.values(table.outcome().covered(0), table.levels()));
            values.put("crps", Coverage.crps(table.outcome().covered(0), table.levels()));
            values.put("targets", table.targets());
            byte[] scores = (Json.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
            Output.toStdout(console, to -> to.write(scores));
        }
    }
}
