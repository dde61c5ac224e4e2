package lstm.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.PathLock;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.model.Settings;
import lstm.prepare.Plan;
import lstm.series.Calendar;
import lstm.series.CsvReader;
import lstm.series.Series;
import lstm.series.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm train}: reads, splits, trains with the best weights kept, scores against naive, writes the model. */
@Command(
        name = "train",
        header = {
            "Trains a network on a CSV and writes a model file.",
            "",
            "  lstm train prices.csv                       the classic recipe on column Close",
            "  lstm train prices.csv --target Open --epochs 20 -o open.model.json",
            "  lstm train prices.csv --cell gru --units 32 --patience 10 --force",
            "  lstm train prices.csv --min-skill 0.05      fail unless it beats naive by 5 %%",
            "  lstm train prices.csv --resume              go on after Ctrl-C",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The series, with a header; - for standard input.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Model file to write (default: FILE.model.json in this directory).")
    private Path output;

    @Option(names = "--force", description = "Replace the model file if it exists.")
    private boolean force;

    @Option(names = "--resume", description = "Go on with the unfinished training in the model file.")
    private boolean resume;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private FormOptions form;

    @Mixin
    private PlanOptions plan;

    @Mixin
    private TrainOptions options;

    @Mixin
    private SkillGate gate;

    @Mixin
    private ThreadOptions threads;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path target = target();
        plan.check();
        double share = options.settings(Plan.CLASSIC).validation();
        gate.check(share > 0);
        threads.check();
        AtomicFile.checkWritable(target, force || resume ? Existing.REPLACE : Existing.REFUSE);
        try (PathLock lock = PathLock.acquire(target)) {
            lock.sweep(console.disk());
            Series series = CsvReader.read(Source.of(file, console.in()), columns.reading(form));
            Notes.print(console, common, series.notes());
            Settings settings = options.settings(plan.plan(columns, series, Calendar.infer(series), share));
            TrainingRun run = resume
                    ? TrainingRun.resume(target, series, settings, columns.reading(form), spec)
                    : TrainingRun.start(target, series, settings, columns.reading(form));
            return run.go(console, gate, threads.count(), common.quiet(), json);
        }
    }

    private Path target() throws UserException {
        if (force && resume) {
            throw new UserException(Kind.USAGE, "--force starts anew and --resume goes on; give one of them");
        }
        if (output != null) {
            return output;
        }
        if (file.equals("-")) {
            throw new UserException(Kind.USAGE, "name the model file with -o when reading standard input");
        }
        String name = Optional.ofNullable(Path.of(file).getFileName())
                .map(Path::toString)
                .orElse(file);
        return Path.of(name.replaceFirst("(?i)(\\.csv|\\.tsv|\\.txt)?(\\.gz)?$", "") + ".model.json");
    }
}
