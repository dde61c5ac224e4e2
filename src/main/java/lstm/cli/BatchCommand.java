package lstm.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.BatchOutputOptions;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.KeyOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.terminal.BatchLog;
import lstm.cli.terminal.BatchProgress;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.DurationLimit;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.report.ForecastReport;
import lstm.report.TableFormat;
import lstm.workflow.Batch;
import lstm.workflow.BatchJob;
import lstm.workflow.BatchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm batch}: trains and forecasts many files, each as {@code train --update} and {@code predict} do. */
@Command(
        name = BatchCommand.NAME,
        header = {
            "Trains and forecasts many files; run again, it continues where it stopped.",
            "",
            "  lstm batch data/*.csv -o out --jobs 4          a model and a forecast for each",
            "  lstm batch jobs.csv -o out > status.ndjson     files and options from a list",
            "  lstm batch 'data/*.csv' -o out --epochs 20 --horizon 5",
            "  lstm batch sales.csv --by store,item -o out    a model for each series",
            "  lstm batch --base 'data/*.csv' -o out          without training",
            ""
        },
        description = {
            "%nWrites NAME.model.json and NAME.forecast.csv for each file, and a line of JSON to"
                    + " standard output when it is done: on a terminal a line of a table instead. A finished"
                    + " model with the same data and options is kept; an interrupted training is resumed.%n",
            "A list of files is a CSV with a column \"file\", or a JSON object with a field \"file\" on"
                    + " each line. Other columns are options for that file, such as target or epochs, and"
                    + " \"name\", the base name of its outputs. Options that train and predict share apply to"
                    + " both.%n",
            "With --by the files are one table, and NAME is the key of each of its series; series without a value"
                    + " are left out.%n",
            "Exits with the code of the first file that failed.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
public final class BatchCommand implements Callable<Integer> {
    public static final String NAME = "batch";
    public static final String TRAIN = "train";
    public static final String PREDICT = "predict";

    private static final List<Setting> OF_TRAININGS = List.of(Setting.FORCE, Setting.UPDATE, Setting.TIMEOUT);

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV files, patterns such as 'data/*.csv', or one list of files; - for a list on standard"
                    + " input.")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Output folder, created if necessary (default: the current directory).")
    private Path folder = Path.of("");

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Files to process at a time, each on one thread (default: all processors).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--base",
            description = "Forecast each file, or each series of a table, by the base model, a network that is part of"
                    + " lstm and needs no training; no model files are written.")
    private boolean isBase;

    @Option(names = "--fail-fast", description = "Start no more files once one has failed.")
    private boolean failFast;

    @Option(names = "--force", description = "Retrain every model from scratch.")
    private boolean force;

    @Option(
            names = "--update",
            description = "Continue the training of a finished model with rows added to its file, as lstm update does,"
                    + " for 10 epochs. A file is trained from the beginning if it has no such model, if its"
                    + " earlier rows have changed, or if options or the preset ask for another network.")
    private boolean update;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationLimit.Reader.class,
            description = "Time to read and train a file, such as 30s, 5m or 1h; one that takes longer fails and keeps"
                    + " the model and forecast of an earlier run (default: no limit).")
    private DurationLimit timeout;

    @Mixin
    private KeyOptions keys;

    @Mixin
    private BatchOutputOptions outputs;

    @Mixin
    private CommonOptions common;

    private BatchCommand(Console console) {
        this.console = console;
    }

    /** The command, with the options that it passes on to {@code train} and {@code predict}. */
    static CommandSpec spec(Console console) {
        CommandSpec batch = CommandSpec.forAnnotatedObject(new BatchCommand(console));
        for (Object step : List.of(new TrainCommand(console), new PredictCommand(console))) {
            for (OptionSpec option : CommandSpec.forAnnotatedObject(step).options()) {
                if (BatchOptions.isPassedOn(option) && batch.findOption(option.longestName()) == null) {
                    batch.addOption(
                            PresetOption.isPreset(option)
                                    ? PresetOption.ofBatch(option)
                                    : OptionSpec.builder(option).build());
                }
            }
        }
        return batch;
    }

    @Override
    public Integer call() throws Exception {
        SettingRange.atLeastOne(Setting.JOBS, jobs);
        BatchOptions words = new BatchOptions(spec, isBase);
        if (isBase) {
            BaseModelOptions.refuse(spec.commandLine().getParseResult(), OF_TRAININGS);
            words.requireNoTraining(spec);
        }
        if (force && update) {
            throw LstmException.usage(Setting.FORCE, " starts over, and ", Setting.UPDATE, " continues")
                    .remedy("use one of them");
        }
        Optional<TableFormat> format = outputs.format();
        CommandFiles all = common.files(console);
        List<BatchJob> items = items(all, words);
        all.toStdout();
        BatchPlan.createFolder(folder);
        // They may go to the same folder.
        outputs.check(all);
        BatchLog log = outputs.log(console, BatchRun.now().name());
        BatchProgress progress = new BatchProgress(console, common.screen(console), log, items, failFast);
        progress.begin();
        console.signal().await();
        List<BatchResult> results = batch(items, progress).run();
        progress.rethrow();
        Optional<String> written = Optional.empty();
        try {
            if (outputs.forecasts().isPresent() && !console.signal().isRaised()) {
                Path table = outputs.forecasts().get();
                written = Optional.of(
                        new ForecastCollector(console, table, format.orElseThrow()).collect(items, results));
            }
        } finally {
            progress.end(written);
        }
        return progress.code();
    }

    private List<BatchJob> items(CommandFiles all, BatchOptions words) throws LstmException {
        BatchPlan plan = new BatchPlan(folder, words);
        TableOfBatch table = new TableOfBatch(console, common, keys);
        keys.filter();
        return table.isAsked() ? plan.jobs(table, files, all) : plan.jobs(files, console.in(), all);
    }

    private Batch batch(List<BatchJob> items, BatchProgress progress) throws LstmException {
        Batch batch = Batch.of(items, ForecastReport::csv)
                .jobs(jobs)
                .listener(progress)
                .disk(console.disk(), console.clock());
        if (timeout != null) {
            batch.timeout(Duration.ofSeconds(timeout.seconds()));
        }
        if (update) {
            batch.update();
        }
        return force ? batch.anew() : batch;
    }
}
