package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CompareOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.KeyOptions;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.StaticOptions;
import lstm.cli.option.TaskOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.CompareProgress;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.explain.CellTrial;
import lstm.explain.ComparisonTask;
import lstm.file.AtomicFile;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.prepare.Panel;
import lstm.report.Comparison;
import lstm.report.ComparisonChart;
import lstm.report.TableFormat;
import lstm.report.TableText;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.workflow.CellComparison;
import lstm.workflow.TrainableSeries;
import lstm.workflow.TrainingChecks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm compare}: trains each cell on the same data and follows its gradient back through time. */
@Command(
        name = "compare",
        header = {
            "Trains networks with different cells on the same data and compares them.",
            "",
            "  lstm compare prices.csv --epochs 20 --plot cells.svg",
            "  lstm compare prices.csv --cells lstm,gru --equal-parameters",
            "  lstm compare sales.csv --by store,item --target units --scaler window",
            "  lstm compare --task adding --steps 100 --cells lstm,rnn --layers 1 \\",
            "       --dropout 0 --epochs 15 --learning-rate 0.005 --clip-norm 1",
            ""
        },
        description = {
            "The table has a row for each cell: its units and parameters, the seconds of its fastest"
                    + " epoch, the best epoch and its validation loss, the error on the held-out rows (rmse),"
                    + " the error of a forecast without a network (baseline: the last value, or for a task the"
                    + " mean), and skill = 1 - rmse / baseline. The last columns show how the gradient of the"
                    + " loss travels back through time at the best weights: reach, the furthest step back at"
                    + " which its norm by h is at least 1 %% of that at the last step; first_h, how much of it"
                    + " is left at the first step; first_c, the same by the memory cell.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "CSV file with a header; - for standard input. Several are for one model together.")
    private List<String> names = List.of();

    @Mixin
    private CompareOptions compared;

    @Mixin
    private TaskOptions tasks;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOption plot;

    @Option(
            names = "--gradients",
            paramLabel = "FILE.csv",
            description =
                    "Also write the norm of the gradient at each step back: cell, quantity (h or c), back," + " norm.")
    private Path gradients;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private KeyOptions keys;

    @Mixin
    private StaticOptions statics;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private PreparationOptions plan;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    private CompareCommand(Console console) {
        this.console = console;
    }

    /**
     * The command without {@code --cell}, which {@code --cells} replaces, without {@code --combine},
     * {@code --start-from} and {@code --ensemble}, for it compares single networks, and without {@code --segment}: it
     * follows the gradient back row by row.
     */
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new CompareCommand(console));
        CommandSpec spec = line.getCommandSpec();
        spec.remove(spec.findOption("--cell"));
        spec.remove(spec.findOption("--combine"));
        spec.remove(spec.findOption("--start-from"));
        spec.remove(spec.findOption("--ensemble"));
        spec.remove(spec.findOption("--segment"));
        return line;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.request(plan).rough();
        tasks.check(names.stream().findFirst(), spec.commandLine().getParseResult());
        compared.check(settings);
        keys.filter();
        threads.check();
        CommandFiles all = common.files(console).reads(names).reads(statics.file());
        output.check(all, false);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        if (gradients != null) {
            all.writes(Setting.GRADIENTS, gradients, output.existing());
        }
        ComparisonTask job = tasks.task().isPresent() ? tasks.job(settings) : read();
        List<Comparison.Entry> entries = new ArrayList<>();
        CellComparison cells = new CellComparison(job, settings, compared.terms(settings, threads.count()));
        for (Architecture network : compared.networks(cells)) {
            entries.add(train(network, cells));
        }
        Comparison comparison = new Comparison(entries);
        picture.draw(console, () -> new ComparisonChart(comparison, title()));
        if (gradients != null) {
            AtomicFile.write(
                    console.disk(),
                    gradients,
                    to -> TableFormat.CSV.write(comparison.gradients(), to),
                    output.existing());
        }
        write(comparison);
        return ExitCode.OK.code();
    }

    /** For people in a form that fits a terminal; they see it also when the table goes to a file. */
    private void write(Comparison comparison) throws LstmException, BrokenPipeException {
        String text = comparison.text();
        if (output.file().isEmpty() && !output.hasFormat() && console.outIsTerminal()) {
            output.writeText(console, text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (output.file().isPresent() && !common.quiet()) {
            console.err().print(text);
        }
        output.write(console, comparison.table());
    }

    private ComparisonTask read() throws LstmException {
        ReadOptions reading = keys.applyTo(columns.reading(form));
        List<Series> all =
                new InputFiles(names, reading, keys.filter(reading), statics.source(reading)).read(console, common);
        Settings planned = options.request(plan).settings(all);
        TrainableSeries trainable = TrainableSeries.of(all, planned);
        TableText.leftOut(trainable.refused(), all.size()).ifPresent(note -> Notes.print(console, common, note));
        List<Series> each = trainable.series();
        TrainingChecks.check(each, planned);
        Panel panel = Panel.of(planned.plan(), planned.lookback(), each, planned.validation());
        if (panel.validation().count() == 0) {
            throw LstmException.data("no window that ends in the held-out rows is free of masked rows, so there is"
                            + " nothing to compare the cells by")
                    .remedy(
                            "use ",
                            Setting.MISSING.to(Missing.INTERPOLATE),
                            ", or hold out more rows with ",
                            Setting.VALIDATION)
                    .in(each.get(0).source());
        }
        return new ComparisonTask.OfSeries(panel, each);
    }

    private Comparison.Entry train(Architecture network, CellComparison cells) {
        String name = network.cell() + ", " + network.layers() + " x " + network.units() + ": ";
        Notes.print(console, common, name + NumberText.count(network.layout().size()) + " parameters");
        TrainingProgress progress = new TrainingProgress(
                console,
                common.screen(console),
                new TrainingProgress.Plan(
                        cells.settings().recipe(),
                        cells.settings().validation() > 0 || tasks.task().isPresent(),
                        0));
        CompareProgress listener = new CompareProgress(progress, console.clock());
        CellTrial trained = cells.train(network, listener);
        listener.end();
        trained.diverged()
                .ifPresent(epoch -> Notes.print(
                        console,
                        common,
                        name + "diverged in epoch " + epoch + "; compared with the weights before it"));
        return new Comparison.Entry(trained, listener.fastestEpochSeconds());
    }

    private String title() {
        if (tasks.task().isPresent()) {
            return tasks.title();
        }
        String file = names.get(0);
        String more = names.size() == 1 ? "" : " and " + (names.size() - 1) + " more";
        return (file.equals("-") ? "standard input" : Path.of(file).getFileName()) + more + ", held-out rows";
    }
}
