package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.file.AtomicFile;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Contender;
import lstm.forecast.Job;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.prepare.Plan;
import lstm.prepare.TrainingSet;
import lstm.report.Comparison;
import lstm.report.ComparisonChart;
import lstm.report.Figures;
import lstm.report.TableFormat;
import lstm.series.CsvReader;
import lstm.series.Series;
import lstm.series.Source;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm compare}: the same job with each cell, and how the gradient travels back through time in each. */
@Command(
        name = "compare",
        header = {
            "Trains networks of different cells on the same job and compares them.",
            "",
            "  lstm compare prices.csv --epochs 20 --plot cells.svg",
            "  lstm compare prices.csv --cells lstm,gru --equal-parameters",
            "  lstm compare --task adding --steps 100 --cells lstm,rnn --layers 1 \\",
            "       --dropout 0 --epochs 15 --learning-rate 0.005 --clip-norm 1",
            ""
        },
        description = {
            "The table has a row for each cell: its units and parameters, the seconds of its fastest epoch, the best epoch and"
                    + " the validation loss there,"
                    + " the error on the rows held out (rmse) beside that of a forecast without a network (baseline:"
                    + " the last value; of a task the mean), and skill = 1 - rmse / baseline. It ends with how the"
                    + " gradient of the loss travels back through time, at the best weights: reach, the furthest step"
                    + " back at which its norm by h is at least 1 %% of that at the last step; first_h, what is left of"
                    + " it at the first step; first_c, the same by the memory cell."
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "0..1",
            description = "The series, with a header; - for standard input.")
    private String file;

    @Mixin
    private CompareOptions compared;

    @Mixin
    private TaskOptions tasks;

    @Mixin
    private Output output;

    @Mixin
    private SvgOption plot;

    @Option(
            names = "--gradients",
            paramLabel = "FILE.csv",
            description = "Also write the gradient's norm at each step back: cell, quantity (h or c), back, norm.")
    private Path gradients;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private FormOptions form;

    @Mixin
    private PlanOptions plan;

    @Mixin
    private TrainOptions options;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    private CompareCommand(Console console) {
        this.console = console;
    }

    /** The command without the option of {@code train} that {@code --cells} takes the place of. */
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new CompareCommand(console));
        CommandSpec spec = line.getCommandSpec();
        spec.remove(spec.findOption("--cell"));
        return line;
    }

    @Override
    public Integer call() throws Exception {
        plan.check();
        Settings settings = options.settings(Plan.CLASSIC);
        tasks.check(Optional.ofNullable(file), spec.commandLine().getParseResult());
        compared.check(settings);
        threads.check();
        output.check();
        plot.check(output);
        if (gradients != null) {
            Output.refuseSame("--gradients", gradients, output.file());
            AtomicFile.checkWritable(gradients, output.existing());
        }
        Job job = tasks.task().isPresent() ? tasks.job(settings) : read();
        List<Comparison.Entry> entries = new ArrayList<>();
        for (Architecture network : compared.architectures(settings, job)) {
            entries.add(train(network, job, settings));
        }
        Comparison comparison = new Comparison(entries);
        plot.write(console, output, () -> ComparisonChart.svg(comparison, title()));
        if (gradients != null) {
            AtomicFile.write(
                    console.disk(),
                    gradients,
                    to -> TableFormat.CSV.write(comparison.gradients(), to),
                    output.existing());
        }
        output.write(console, comparison.table());
        return ExitCode.OK.code();
    }

    private Job read() throws UserException {
        Series series = CsvReader.read(Source.of(file, console.in()), columns.reading(form));
        Notes.print(console, common, series);
        Settings planned = options.settings(plan.plan(columns, List.of(series), options.share()));
        Trainable.check(series, planned);
        TrainingSet set = planned.trainingSet(series);
        if (set.held().count() == 0) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": no window that ends in the rows held out is free of masked rows, so there is"
                            + " nothing to compare the cells by; use --missing interpolate, or hold more rows out with"
                            + " --validation");
        }
        return new Job.OfSeries(set, series);
    }

    private Comparison.Entry train(Architecture network, Job job, Settings settings) {
        String name = network.cell() + ", " + network.layers() + " x " + network.units() + ": ";
        Notes.print(console, common, name + Figures.count(network.layout().size()) + " parameters");
        Progress progress = new Progress(
                console,
                common.screen(console),
                common.quiet(),
                settings.recipe(),
                settings.validation() > 0 || tasks.task().isPresent(),
                0,
                console.clock());
        CompareListener listener = new CompareListener(progress, console.clock());
        Contender.Terms terms = new Contender.Terms(
                settings.recipe(), Optional.ofNullable(compared.keepBias()), compared.layer(settings), threads.count());
        Contender trained = Contender.train(network, job, terms, listener);
        listener.end();
        trained.diverged()
                .ifPresent(epoch -> Notes.print(
                        console, common, name + "diverged in epoch " + epoch + "; compared as it was before"));
        return new Comparison.Entry(trained, listener.secondsAnEpoch());
    }

    private String title() {
        if (tasks.task().isPresent()) {
            return tasks.title();
        }
        return (file.equals("-") ? "standard input" : Path.of(file).getFileName()) + ", held-out rows";
    }
}
