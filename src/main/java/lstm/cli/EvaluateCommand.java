package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        Model model = ModelFile.read(modelFile);
        IntervalChoice choice = IntervalChoice.of(kind, level, modelFile, model, seed);
        FileNotes notes = new FileNotes(console, common, files.size());
        List<Evaluated> each = new ArrayList<>();
        for (String file : files) {
            each.add(evaluated(file, model, choice, notes));
        }
        notes.print();
        choice.note(model).ifPresent(note -> Notes.print(console, common, note));
        EvaluatedFiles evaluated = new EvaluatedFiles(each);
        report(evaluated);
        plot.draw(console, each.get(0)::chart);
        page.write(console, () -> each.get(0).page(page));
        gate.hold(evaluated.scores().all());
        return ExitCode.OK.code();
    }

    private Evaluated evaluated(String file, Model read, IntervalChoice choice, FileNotes notes)
            throws UserException, ReaderGoneException {
        Series rows = read(file, read, notes);
        Positive.check(rows, read.preparation());
        Span span = earlier == null ? Span.after(read, rows) : Span.of(read(earlier, read, notes), rows);
        notes.add(rows.source(), span.notes(read.preparation().reach(), rows));
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
        notes.add(rows.source(), Besides.notes(first));
        return new Evaluated(modelFile, model, rows, span, table, first);
    }

    private void check() throws UserException {
        threads.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw new UserException(
                    Kind.USAGE, "--format is for the forecasts, which --json leaves out; name a file for them with -o");
        }
        OfOneFile.check("--context", earlier != null, files.size());
        OfOneFile.check("--plot", plot.isAsked(), files.size());
        OfOneFile.check("--report", page.isAsked(), files.size());
        gate.check(true);
        Range.steps("--horizon", horizon);
        Range.atLeastOne("--every", every);
        level.check();
        kind.check();
        output.check();
        plot.check(output.existing(), common.quiet(), output.file());
        page.check(output.existing(), output.file());
    }

    private Series read(String argument, Model model, FileNotes notes) throws UserException {
        ReadOptions reading = form.over(model.reading());
        Series series = CsvReader.read(Source.of(argument, console.in()), reading);
        notes.add(series);
        return series;
    }

    private void report(EvaluatedFiles evaluated) throws UserException, ReaderGoneException {
        if (!common.quiet()) {
            console.err().print(evaluated.summary());
        }
        if (!json || output.file().isPresent()) {
            output.write(console, evaluated.rows());
        }
        if (json) {
            byte[] scores = (Json.text(evaluated.values()) + "\n").getBytes(StandardCharsets.UTF_8);
            Output.toStdout(console, to -> to.write(scores));
        }
    }
}
