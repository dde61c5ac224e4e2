package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.explain.Explanation;
import lstm.forecast.FiniteForecasts;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PositiveValues;
import lstm.report.ExplanationReport;
import lstm.report.HeatMap;
import lstm.report.Json;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.text.NumberText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm explain}: shows what the gates did over a window and which rows the forecast depends on. */
@Command(
        name = "explain",
        header = {
            "Shows what the gates did for a forecast and which rows it depends on.",
            "",
            "  lstm explain prices.model.json prices.csv               the last window",
            "  lstm explain prices.model.json prices.csv --at 2008-09-15",
            "  lstm explain prices.model.json prices.csv --plot gates.svg -o gates.csv",
            "  lstm explain prices.model.json prices.csv --json        the summary as JSON",
            ""
        },
        description = {
            "Explains the forecast of the first target one step ahead. The table has a row for each"
                    + " date, layer and quantity. Layer 0 is the input: gradient is d forecast / d value;"
                    + " occlusion is how much the forecast falls when the value is replaced by the mean of its"
                    + " column over the window; both are on the scale of the network. For the other layers it"
                    + " has the mean and the standard deviation, over their units, of the gates (input, forget,"
                    + " output, update, reset), the candidate, and the memory or state. Step 0 is the last row"
                    + " of the window.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private java.nio.file.Path modelFile;

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "CSV file with the series; - for standard input.")
    private String file;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description =
                    "Last row that the forecast sees, written as in the table (default: the last row of" + " FILE).")
    private String at;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOption plot;

    @Option(
            names = "--json",
            description = "Print the summary as JSON on standard output; the table is written only with -o.")
    private boolean json;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private CommonOptions common;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw LstmException.usage(Setting.FORMAT, " is for the table, which ", Setting.JSON, " leaves out")
                    .remedy("name a file for it with ", Setting.OUTPUT);
        }
        CommandFiles all = common.files(console).reads(modelFile).reads(file);
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        Model model = ModelFile.read(modelFile);
        Series series = CsvReader.read(CsvSource.of(file, console.in()), form.applyTo(model.reading()));
        Notes.print(console, common, series);
        PositiveValues.check(series, model.preparation());
        ExplanationReport explained = explain(model, series, end(model, series));
        picture.draw(console, () -> new HeatMap(explained));
        boolean last = console.outIsTerminal() && output.file().isEmpty();
        say(explained, !last);
        if (!json || output.file().isPresent()) {
            output.write(console, explained.table());
        }
        // Below a long table on a terminal; above it, it would scroll away.
        say(explained, last);
        if (json) {
            String values = Json.text(explained.values()) + "\n";
            OutputOptions.toStdout(console, to -> to.write(values.getBytes(StandardCharsets.UTF_8)));
        }
        return ExitCode.OK.code();
    }

    private void say(ExplanationReport explained, boolean now) {
        if (now && !common.quiet()) {
            console.err().print(explained.text());
        }
    }

    /** The row after the window. */
    private int end(Model model, Series series) throws LstmException {
        int last = series.rows() - known(model);
        int end = at == null ? last : row(series) + 1;
        if (end > last) {
            throw LstmException.data("has no rows after ", at, " to take ", String.join(", ", model.ahead()), " from")
                    .remedy("give an earlier date to ", Setting.AT)
                    .in(series.source());
        }
        int reach = model.preparation().historyRows();
        if (end < reach) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(Math.max(0, end)),
                            at == null ? "" : " up to " + at,
                            ", needs at least ",
                            NumberText.count(reach),
                            ", the history that ",
                            modelFile,
                            " uses")
                    .remedy(at == null ? "add earlier rows" : "give a later date or add earlier rows")
                    .in(series.source());
        }
        return end;
    }

    /** Rows needed after the window for the columns known ahead. */
    private static int known(Model model) {
        return model.ahead().isEmpty() ? 0 : model.preparation().plan().outputSteps();
    }

    private int row(Series series) throws LstmException {
        return IntStream.range(0, series.rows())
                .filter(row -> series.stampText(row).equals(at))
                .findFirst()
                .orElseThrow(() -> LstmException.data("has no row ", LstmException.quote(at))
                        .remedy(
                                "give a row from ",
                                series.stampText(0),
                                " to ",
                                series.stampText(series.rows() - 1),
                                " to ",
                                Setting.AT)
                        .in(series.source()));
    }

    private static ExplanationReport explain(Model model, Series series, int end) throws LstmException {
        int head = model.preparation().plan().outputSteps();
        StampColumn stamps = series.stamps();
        if (end + head > stamps.size()) {
            int more = end + head - stamps.size();
            stamps = stamps.followedBy(Calendar.infer(series).after(stamps.last(), more));
        }
        Explanation explanation =
                Explanation.of(model, new ForecastRollout(model.preparation(), series.values(), stamps, end, 1));
        double[] effects = Stream.of(explanation.gradient(), explanation.occlusion())
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        FiniteForecasts.required(effects, series.source());
        FiniteForecasts.required(new double[] {explanation.forecast()}, series.source());
        List<String> dates = IntStream.range(end - model.lookback(), end)
                .mapToObj(series::stampText)
                .toList();
        return new ExplanationReport(explanation, dates, inputs(model, series));
    }

    /** Names of the network's inputs. */
    private static List<String> inputs(Model model, Series series) {
        List<String> names = new ArrayList<>(series.columns());
        for (CalendarFeature feature : model.preparation().plan().calendar()) {
            names.add(feature + " sine");
            names.add(feature + " cosine");
        }
        return names;
    }
}
