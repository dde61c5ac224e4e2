package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.terminal.BatchProgress;
import lstm.cli.terminal.Console;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.report.ForecastReport;
import lstm.workflow.Batch;
import lstm.workflow.BatchJob;
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
            "Trains and forecasts many files; goes on where it stopped when run again.",
            "",
            "  lstm batch data/*.csv -o out --jobs 4          one model and forecast each",
            "  lstm batch jobs.csv -o out > status.ndjson     files and options in a list",
            "  lstm batch 'data/*.csv' -o out --epochs 20 --horizon 5",
            ""
        },
        description = {
            "%nWrites NAME.model.json and NAME.forecast.csv for each file, and a line of JSON to standard output as"
                    + " each is done. A file whose model is finished and of the same data and options is left as it is;"
                    + " one that was broken off is gone on with.%n",
            "A list of files is CSV with a column \"file\", or a JSON object with \"file\" on each line. Further columns"
                    + " are options for that file, such as target or epochs, and \"name\", what its outputs are called."
                    + " An option that train and predict both have is for both.%n",
            "Ends with the code of the first file that failed.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
public final class BatchCommand implements Callable<Integer> {
    public static final String NAME = "batch";
    public static final String TRAIN = "train";
    public static final String PREDICT = "predict";

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
            description = "Folder for the outputs; made if there is none (default: this one).")
    private Path folder = Path.of("");

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Files done side by side, each on one thread (default: all processors).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fail-fast", description = "Begin no other file once one has failed.")
    private boolean failFast;

    @Option(names = "--force", description = "Train all anew.")
    private boolean force;

    @Mixin
    private CommonOptions common;

    private BatchCommand(Console console) {
        this.console = console;
    }

    /** The command with the options of {@code train} and {@code predict} that it passes on. */
    static CommandSpec spec(Console console) {
        CommandSpec batch = CommandSpec.forAnnotatedObject(new BatchCommand(console));
        for (Object step : List.of(new TrainCommand(console), new PredictCommand(console))) {
            for (OptionSpec option : CommandSpec.forAnnotatedObject(step).options()) {
                if (BatchOptions.isPassedOn(option) && batch.findOption(option.longestName()) == null) {
                    batch.addOption(OptionSpec.builder(option).build());
                }
            }
        }
        return batch;
    }

    @Override
    public Integer call() throws Exception {
        SettingRange.atLeastOne(Setting.JOBS, jobs);
        List<BatchJob> items = new BatchPlan(folder, new BatchOptions(spec)).items(files, console.in());
        BatchPlan.make(folder);
        BatchProgress progress = new BatchProgress(console, common.screen(console), items.size(), failFast);
        Batch batch = Batch.of(items, ForecastReport::csv)
                .jobs(jobs)
                .listener(progress)
                .disk(console.disk(), console.clock());
        console.signal().await();
        (force ? batch.anew() : batch).run();
        progress.rethrow();
        progress.end();
        return console.signal().isRaised() ? console.signal().exitCode() : progress.code();
    }
}
