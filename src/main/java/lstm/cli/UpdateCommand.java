package lstm.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.OptionRange;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.PathLock;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.modelfile.ModelFile;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.Recipe;
import lstm.workflow.ModelUpdate;
import lstm.workflow.NewRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm update}: goes on training a finished model with new rows. */
@Command(
        name = "update",
        header = {
            "Goes on training a model with new rows.",
            "",
            "  lstm update prices.model.json prices.csv          the file has grown",
            "  lstm update prices.model.json later.csv -o new.model.json",
            "  lstm update prices.model.json later.csv --epochs 30 --learning-rate 0.0003",
            "  lstm update prices.model.json later.csv --min-skill 0.05 --json",
            ""
        },
        description = {
            "FILE.csv has the columns of the model's own training: either all rows, or those since alone. The network"
                    + " starts from the weights it has; what is done to the columns stays as it was fitted. The last"
                    + " rows are held out and tell whether the new weights are better: if they are worse, the old"
                    + " model stays as it is. Intervals and the simple methods are fitted anew.%n",
            "To train anew whenever the data have changed, use lstm train --update.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class UpdateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "The rows to learn; - for standard input.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Write another model file (default: replace MODEL).")
    private Path output;

    @Option(names = "--force", description = "Replace the file of -o if it exists.")
    private boolean force;

    @Option(names = "--epochs", paramLabel = "N", description = "Times over the data (default: ${DEFAULT-VALUE}).")
    private int epochs = 10;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Of the first epoch (default: as the model was trained).")
    private Double rate;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N epochs without improvement; 0 for never (default: as the model was trained).")
    private Integer patience;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the file's rows, the last ones and a horizon at least, held out to choose the best"
                    + " epoch and to judge by; 0 keeps the new weights unjudged (default: ${DEFAULT-VALUE}).")
    private double validation = Settings.CLASSIC.validation();

    @Mixin
    private MinSkillOption gate;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    private boolean json;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    UpdateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        Path target = output == null ? modelFile : output;
        if (output != null) {
            AtomicFile.checkWritable(target, force ? Existing.REPLACE : Existing.REFUSE);
        }
        Model model = read();
        try (PathLock lock = PathLock.acquire(target)) {
            lock.sweep(console.disk());
            // Another may have changed it before it was locked.
            model = output == null ? read() : model;
            ReadOptions reading = form.over(model.reading());
            Series rows = CsvReader.read(CsvSource.of(file, console.in()), reading);
            Notes.print(console, common, rows);
            NewRows fresh = NewRows.of(model, modelFile, rows);
            ModelUpdate run = new ModelUpdate(console, modelFile, target, model, fresh);
            if (fresh.count() == 0) {
                return run.nothing(common.quiet(), json, gate);
            }
            return run.go(common, reading, recipe(model), validation, threads.count(), json, gate);
        }
    }

    private void check() throws LstmException {
        OptionRange.atLeastOne(Setting.EPOCHS, epochs);
        if (rate != null) {
            OptionRange.positive(Setting.LEARNING_RATE, rate);
        }
        if (patience != null) {
            OptionRange.notNegative(Setting.PATIENCE, patience);
        }
        OptionRange.share(Setting.VALIDATION, validation);
        if (patience != null && patience > 0 && validation == 0) {
            throw new LstmException(Kind.USAGE, "--patience needs held-out rows to judge by; leave out --validation 0");
        }
        gate.check(validation > 0);
        threads.check();
    }

    private Model read() throws LstmException {
        Model model = ModelFile.read(modelFile);
        if (!model.training().isFinished()) {
            throw LstmException.in(
                    Kind.MODEL,
                    modelFile,
                    "its training is unfinished; go on with lstm train and --resume before it is updated");
        }
        if (model.isOfSeveral()) {
            throw LstmException.in(
                    Kind.MODEL,
                    modelFile,
                    "was trained on several series, which are updated together; use lstm train --update with their files");
        }
        return model;
    }

    /** The model's own, but for what was said here. */
    private Recipe recipe(Model model) {
        Recipe own = model.recipe();
        return new Recipe(
                epochs,
                own.batch(),
                rate == null ? own.rate() : rate,
                own.optimizer(),
                own.loss(),
                own.clipNorm(),
                patience == null ? own.patience() : patience,
                own.schedule(),
                own.seed(),
                own.windows());
    }
}
