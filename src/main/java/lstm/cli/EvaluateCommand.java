package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Evaluation;
import lstm.forecast.Forecaster;
import lstm.forecast.Rolling;
import lstm.forecast.Timeline;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.model.Score;
import lstm.prepare.Plan;
import lstm.report.Chart;
import lstm.report.Charts;
import lstm.report.Json;
import lstm.report.Scores;
import lstm.report.Stamps;
import lstm.report.Table;
import lstm.series.Calendar;
import lstm.series.CsvReader;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm evaluate}: one-step-ahead forecasts beside the truth. */
@Command(
        name = "evaluate",
        header = {
            "Forecasts each row of a file from the rows before it, and scores that.",
            "",
            "  lstm evaluate prices.model.json later.csv",
            "  lstm evaluate prices.model.json later.csv --context prices.csv -o scored.csv",
            "  lstm evaluate prices.model.json later.csv --json       the scores alone",
            "  lstm evaluate prices.model.json later.csv --min-skill 0 -o scored.csv",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("date", "actual", "predicted", "naive");

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

    @Mixin
    private LevelOptions levels;

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
        threads.check();
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw new UserException(
                    Kind.USAGE, "--format is for the forecasts, which --json leaves out; name a file for them with -o");
        }
        gate.check(true);
        levels.check();
        output.check();
        plot.check(output.existing(), common.quiet(), output.file());
        page.check(output.existing(), output.file());
        Model model = ModelFile.read(modelFile);
        Series rows = read(file, model);
        Positive.check(rows, model.preparation());
        Span span = earlier == null ? Span.after(model, rows) : Span.of(read(earlier, model), rows);
        Notes.print(console, common, span.notes(model.preparation().reach(), rows));
        int from = span.firstForecast(model.preparation().reach(), rows.source());
        int[] origins = origins(model, span, from, rows);
        Timeline timeline = model.ahead().isEmpty()
                ? span.timeline().with(model.preparation().plan().head(), Calendar.infer(rows))
                : span.timeline();
        double[] predicted;
        try (Forecaster forecaster = new Forecaster(model, threads.count())) {
            predicted = Finite.required(forecaster.oneStep(timeline, origins), rows.source());
        }
        double[][][] intervals = Rolling.oneStep(model, span.columns(), origins, predicted, levels.shares());
        Evaluation evaluation = Evaluation.of(span.older(), span.columns()[0], origins, predicted, model.baselines());
        Notes.print(console, common, Besides.notes(evaluation));
        Score score = evaluation.score();
        if (!common.quiet()) {
            console.err().print(Scores.text(score));
            console.err().print(Coverage.text(evaluation.actual(), intervals, levels));
        }
        report(evaluation, score, span, intervals);
        plot.draw(console, () -> chart(rows, evaluation, span));
        page.write(
                console,
                () -> EvaluationPage.of(page, modelFile, model, rows, evaluation, chart(rows, evaluation, span)));
        gate.hold(Optional.of(score));
        return ExitCode.OK.code();
    }

    /** The rows to forecast: those with whole windows before them, none of which touches a masked row. */
    private static int[] origins(Model model, Span span, int from, Series rows) throws UserException {
        Plan plan = model.preparation().plan();
        int reach = model.preparation().reach();
        int end = span.stamps().length - (model.ahead().isEmpty() ? 0 : plan.head() - 1);
        int[] origins = IntStream.range(from, end)
                .filter(row -> {
                    int hit = span.masked().nextSetBit(row - reach);
                    return hit < 0 || hit > row;
                })
                .toArray();
        if (origins.length == 0) {
            throw new UserException(
                    Kind.DATA,
                    rows.source() + ": no row can be forecast: each has masked rows among the " + reach
                            + " before it, or lacks what is known ahead; use --missing interpolate");
        }
        return origins;
    }

    private Series read(String argument, Model model) throws UserException {
        ReadOptions reading = form.over(model.reading());
        Series series = CsvReader.read(Source.of(argument, console.in()), reading);
        Notes.print(console, common, series.notes());
        return series;
    }

    private void report(Evaluation evaluation, Score score, Span span, double[][][] intervals)
            throws UserException, ReaderGoneException {
        if (json) {
            Map<String, Object> values = Scores.values(score);
            values.put("intervals", Coverage.values(evaluation.actual(), intervals, levels));
            String scores = Json.text(values) + "\n";
            if (output.file().isPresent()) {
                output.write(console, table(evaluation, span, intervals));
            }
            Output.toStdout(console, to -> to.write(scores.getBytes(StandardCharsets.UTF_8)));
        } else {
            output.write(console, table(evaluation, span, intervals));
        }
    }

    private static Chart chart(Series rows, Evaluation evaluation, Span span) {
        long[] stamps = Arrays.stream(evaluation.rows())
                .mapToLong(row -> span.stamps()[row])
                .toArray();
        return Charts.comparison(
                Titles.of(rows.target(), rows.source()),
                new Stamps(span.kind(), stamps),
                evaluation.actual(),
                evaluation.predicted(),
                Optional.of(evaluation.score()));
    }

    private Table table(Evaluation evaluation, Span span, double[][][] intervals) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < evaluation.actual().length; k++) {
            List<Object> row = new ArrayList<>(List.of(
                    span.kind().text(span.stamps()[evaluation.rows()[k]]),
                    evaluation.actual()[k],
                    evaluation.predicted()[k],
                    evaluation.naive()[k]));
            row.addAll(LevelOptions.cells(intervals[k]));
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(levels.columns());
        return new Table(columns, rows);
    }
}
